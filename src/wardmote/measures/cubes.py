"""Cubes: rows of the store counted once by place, month and the fields that measures choose by, held as arrays.

A measure is then a choice of combinations of the fields and one addition, so that a page or a report that asks for
sixty measures reads the store once.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import narwhals as nw
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from wardmote.definitions.measure import Filter
from wardmote.evidence.evidence import Evidence, Frames
from wardmote.measures.columns import Coded, Codes, as_arrow, coded, combinations, numbers, positions
from wardmote.measures.priority_places import in_places
from wardmote.measures.series import FloatMatrix

Choice = Callable[[Mapping[str, Coded]], npt.NDArray[np.bool_]]


@dataclass(frozen=True)
class Countable:
    """A table that measures count.

    `sender` is the column that says whose files the rows came in, whose months say what is loaded; `fields` are those
    that a measure may choose rows by, and `has_flags` whether it may choose by flags as well. `placed_by` are the
    columns that say which area a row lies in.
    """

    sender: str
    fields: tuple[str, ...]
    has_flags: bool = False
    placed_by: tuple[str, ...] = ("unit",)

    @property
    def chosen_by(self) -> tuple[str, ...]:
        """Every column that a measure may choose rows by."""
        return (*self.fields, "flags", "answered") if self.has_flags else self.fields

    @property
    def is_by_force(self) -> bool:
        """Whether police forces send the rows, and not partners."""
        return self.sender == "force"


TABLES: dict[str, Countable] = {
    "incidents": Countable("force", ("record", "crime_type")),
    "outcomes": Countable("force", ("outcome_type",)),
    "stop_and_search": Countable("force", ("search_type", "legislation", "object_of_search", "outcome")),
    "events": Countable(
        "source",
        ("source", "record", "category", "offence_code", "outcome"),
        has_flags=True,
        placed_by=("unit", "section"),
    ),
    "tallies": Countable("source", ("source", "item"), placed_by=("unit", "section", "area_kind", "area_code")),
}


@dataclass(frozen=True)
class Cube:
    """Cells that hold how many there are (`n`; NaN where not known) in one month of one combination of the fields.

    `rows` has the columns that say which area each cell lies in.
    """

    rows: pa.Table
    months: tuple[date, ...]
    month: Codes
    combinations: Mapping[str, Coded]
    combination: Codes
    n: npt.NDArray[np.float64]

    @classmethod
    def of(cls, rows: pa.Table, *, fields: tuple[str, ...]) -> "Cube":
        """From the columns month and n, and those of the combinations."""
        month, months = coded(rows["month"])
        combination, first = combinations(rows, fields)
        held = rows.select(fields).take(as_arrow(first))
        return cls(
            rows=rows.drop_columns(["n", "month", *(field for field in fields if field != "source")]),
            months=tuple(months.to_pylist()),
            month=month,
            combinations={field: Coded.of(held[field]) for field in fields},
            combination=combination,
            n=numbers(rows["n"].combine_chunks()),
        )

    def cells(self, choose: Choice) -> Codes:
        """The positions of the cells of the combinations that `choose` is true of."""
        return np.flatnonzero(choose(self.combinations)[self.combination])


@dataclass(frozen=True)
class AreaCube:
    """A cube whose cells are placed in areas: `area` the position of each, -1 where it lies in none of them."""

    cube: Cube
    areas: tuple[str, ...]
    area: Codes

    def counts(self, choose: Choice, *, areas: tuple[str, ...], months: tuple[date, ...]) -> FloatMatrix:
        """The sum of the combinations that `choose` is true of, by `areas` (rows) and `months` (columns).

        Zero where there is no cell, and NaN where no cell has a number.
        """
        row, column = positions(self.areas, areas), positions(self.cube.months, months)
        cells = self.cube.cells(choose)
        i, j = row[self.area[cells]], column[self.cube.month[cells]]
        is_asked = (i >= 0) & (j >= 0)
        n, place = self.cube.n[cells][is_asked], (i * len(months) + j)[is_asked]
        return _sums(place, n, size=len(areas) * len(months)).reshape(len(areas), len(months))


def cube(evidence: Evidence, what: Filter) -> Cube:
    """What all measures of the same rows are added up from: for partnerships and the areas within them.

    Of police files, only what the home forces recorded: those of other forces may be loaded for some months and not
    for others. Counted for the filter's unit: rows; or outcomes, where one outcome of one crime counts once on however
    many rows it stands. Tallies are added up, not counted.
    """
    question = ("cube", what.table, what.unit, what.within)
    return evidence.remember(question, lambda: _cube(evidence, what, placed_by=TABLES[what.table].placed_by))


def cube_of_forces(evidence: Evidence, what: Filter) -> Cube:
    """The same by police force, of all forces that are loaded."""
    question = ("cube of forces", what.table, what.unit, what.within)
    return evidence.remember(question, lambda: _cube(evidence, what, placed_by=("force",)))


def _cube(evidence: Evidence, what: Filter, *, placed_by: tuple[str, ...]) -> Cube:
    countable, frames = TABLES[what.table], evidence.frames()
    rows = in_places(placed_rows(evidence, frames, what.table), what, frames=frames)
    if countable.is_by_force and placed_by != ("force",):
        rows = rows.filter(nw.col("force").is_in(evidence.geography.home_forces))
    keys = [*placed_by, "month", *countable.chosen_by]
    if what.unit == "outcomes":
        rows = rows.select("force", *keys, "crime_id").unique()
    n = nw.col("value").sum() if what.table == "tallies" else nw.len()
    counted = rows.group_by(*keys).agg(n=n.cast(nw.Float64)).with_columns(n=nw.col("n").fill_null(float("nan")))
    return Cube.of(counted.collect("pyarrow").to_native(), fields=countable.chosen_by)


def placed_rows(evidence: Evidence, frames: Frames, table: str) -> nw.LazyFrame[Any]:
    """The rows of a table with the present-day LSOA of each in `unit` (none where it has no place).

    Of a record with no more than a postcode sector it is the LSOA that fits the sector best.
    """
    rows = frames.table(table)
    if table == "stop_and_search":
        return rows.with_columns(unit=nw.lit(None, dtype=nw.String))
    if table == "tallies":
        month = nw.col("first").dt.truncate("1mo").cast(nw.Date)
        rows = rows.with_columns(month=month, lsoa_code=nw.col("area_code"), section=nw.col("area_name"))
    rows = rows.join(frames.table("places"), on="lsoa_code", how="left")
    if table == "events":
        sectors = frames.table("sector_units").select("postcode", sector_unit=nw.col("unit"))
        by_sector = nw.when(nw.col("place_precision") == "postcode sector").then(nw.col("sector_unit"))
        rows = rows.join(sectors, on="postcode", how="left").with_columns(unit=by_sector.otherwise(nw.col("unit")))
    if not TABLES[table].is_by_force or not evidence.geography.has_split_points:
        return rows
    rows = rows.join(frames.table("split_points"), on=["lsoa_code", "longitude", "latitude"], how="left")
    return rows.with_columns(unit=nw.coalesce(nw.col("split_unit"), nw.col("unit")))


def _sums(place: Codes, n: npt.NDArray[np.float64], *, size: int) -> npt.NDArray[np.float64]:
    """What stands in each place, added up: NaN where there is something and none of it has a number."""
    is_known = ~np.isnan(n)
    if is_known.all():
        return np.bincount(place, weights=n, minlength=size)
    total = np.bincount(place[is_known], weights=n[is_known], minlength=size)
    total[np.setdiff1d(place[~is_known], place[is_known])] = np.nan
    return total
