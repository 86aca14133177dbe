"""Cubes: rows of the store counted once by place, month and the fields that measures choose by, held as arrays.

A measure is then a choice of combinations of the fields and one addition, so that a page or a report that asks for
sixty measures reads the store once.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from wardmote.measures.columns import Coded, Codes, as_arrow, combinations, numbers, positions
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
        placed_by=("source", "unit", "section"),
    ),
    "tallies": Countable(
        "source", ("source", "item"), placed_by=("source", "unit", "section", "area_kind", "area_code")
    ),
}


@dataclass(frozen=True)
class Cube:
    """Cells that hold how many there are (`n`; NaN where not known) in one month of one combination of the fields.

    `place` has the columns that say which area each cell lies in. The cells of a combination stand together.
    """

    months: tuple[date, ...]
    month: Codes
    place: Mapping[str, Coded]
    combinations: Mapping[str, Coded]
    combination: Codes
    n: npt.NDArray[np.float64]

    @classmethod
    def of(cls, rows: pa.Table, *, placed_by: tuple[str, ...], fields: tuple[str, ...]) -> "Cube":
        """From the columns month and n, those that say where, and those of the combinations."""
        combination, first = combinations(rows, fields)
        held = rows.select(fields).take(as_arrow(first))
        order = np.argsort(combination, kind="stable")
        month = Coded.of(rows["month"])
        return cls(
            months=month.values[:-1],
            month=month.codes[order],
            place={name: Coded.of(rows[name]).at(order) for name in placed_by},
            combinations={field: Coded.of(held[field]) for field in fields},
            combination=combination[order],
            n=numbers(rows["n"].combine_chunks())[order],
        )

    def cells(self, choose: Choice) -> Codes:
        """The positions of the cells of the combinations that `choose` is true of."""
        wanted = np.flatnonzero(choose(self.combinations))
        start, stop = (np.searchsorted(self.combination, wanted, side=side) for side in ("left", "right"))
        size = stop - start
        return np.repeat(start - np.cumsum(size) + size, size) + np.arange(size.sum())


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
        row, column = _positions(self.areas, areas), _positions(self.cube.months, months)
        cells = self.cube.cells(choose)
        i, j = row[self.area[cells]], column[self.cube.month[cells]]
        is_asked = (i >= 0) & (j >= 0)
        n, place = self.cube.n[cells][is_asked], (i * len(months) + j)[is_asked]
        return _sums(place, n, size=len(areas) * len(months)).reshape(len(areas), len(months))


# Every measure of a page asks for the same areas and months.
_positions = lru_cache(maxsize=32)(positions)


def _sums(place: Codes, n: npt.NDArray[np.float64], *, size: int) -> npt.NDArray[np.float64]:
    """What stands in each place, added up: NaN where there is something and none of it has a number."""
    is_known = ~np.isnan(n)
    if is_known.all():
        return np.bincount(place, weights=n, minlength=size)
    total = np.bincount(place[is_known], weights=n[is_known], minlength=size)
    total[np.setdiff1d(place[~is_known], place[is_known])] = np.nan
    return total
