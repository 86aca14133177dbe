"""Counting: what a definition says, as a lazy frame that any engine can run, then a matrix of areas by months."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any, Literal

import narwhals as nw
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from wardmote.definitions.measure import Filter
from wardmote.errors import DefinitionError, NotAvailable
from wardmote.evidence.evidence import Evidence, Frames
from wardmote.measures.areas import COLUMNS, PARTNERSHIP_CODE
from wardmote.measures.cubes import FIELDS, cube
from wardmote.measures.periods import months_from
from wardmote.measures.series import Area, AreaKind, FloatMatrix

Grouping = AreaKind | Literal["home"]


@dataclass(frozen=True)
class MonthlyCounts:
    """Counts of `areas` (rows) by `months` (columns); NaN where the month was not loaded, which is never zero."""

    areas: tuple[Area, ...]
    months: tuple[date, ...]
    counts: FloatMatrix


def monthly_counts(evidence: Evidence, what: Filter, *, areas: tuple[Area, ...]) -> MonthlyCounts:
    """How many rows or crimes meet a filter, by area and month, over all the months there are."""
    kind = areas[0].kind
    covered = covered_months(evidence, what.table, kind=kind, areas=areas)
    loaded = sorted({month for months in covered.values() for month in months})
    months = tuple(months_from(loaded[0], loaded[-1])) if loaded else ()
    counts = np.full((len(areas), len(months)), np.nan)
    column_of = {month: j for j, month in enumerate(months)}
    for i, area in enumerate(areas):
        counts[i, [column_of[month] for month in covered[area.code]]] = 0.0
    row_of = {area.code: i for i, area in enumerate(areas)}
    _fill(counts, _counted(evidence, what, kind=kind), row_of=row_of, column_of=column_of)
    return MonthlyCounts(areas, months, counts)


def home_force_counts(evidence: Evidence, what: Filter) -> MonthlyCounts:
    """One row: what the home forces recorded and placed, anywhere in their own areas."""
    area = Area("force", "home", "the home force")
    months = covered_months(evidence, what.table, kind="partnership", areas=(area,))[area.code]
    run = tuple(months_from(months[0], months[-1])) if months else ()
    counts = np.array([[0.0 if month in set(months) else np.nan for month in run]])
    column_of = {month: j for j, month in enumerate(run)}
    _fill(counts, _counted(evidence, what, kind="home"), row_of={area.code: 0}, column_of=column_of)
    return MonthlyCounts((area,), run, counts)


def covered_months(evidence: Evidence, table: str, *, kind: AreaKind, areas: tuple[Area, ...]) -> dict[str, list[date]]:
    """The months that are loaded for each area: those for which every force that polices it has sent its file."""
    months_of: dict[str, set[date]] = {}
    for force, month in evidence.snapshot.slices(table):
        months_of.setdefault(force, set()).add(date.fromisoformat(month))
    if kind == "force":
        return {area.code: sorted(months_of.get(area.code, set())) for area in areas}
    home = [months_of.get(force, set()) for force in evidence.geography.home_forces]
    shared = sorted(set.intersection(*home)) if home else []
    return {area.code: shared for area in areas}


def _fill(counts: FloatMatrix, found: pa.Table, *, row_of: dict[str, int], column_of: dict[date, int]) -> None:
    """Enter what was counted, but for areas that were not asked for and months that are gaps."""
    row, column = _positions(found["area"], row_of), _positions(found["month"], column_of)
    is_wanted = (row >= 0) & (column >= 0)
    row, column, n = row[is_wanted], column[is_wanted], found["n"].to_numpy()[is_wanted]
    counts[row, column] = np.where(np.isnan(counts[row, column]), np.nan, n)


def _positions(values: pa.ChunkedArray, position_of: Mapping[Any, int]) -> npt.NDArray[np.intp]:
    """Where each value stands, or -1. Values are looked up once each, however many rows they stand on."""
    coded = values.combine_chunks().dictionary_encode(null_encoding="encode")
    known = np.array([position_of.get(value, -1) for value in coded.dictionary.to_pylist()], dtype=np.intp)
    found: npt.NDArray[np.intp] = known[coded.indices.to_numpy()]
    return found


def _counted(evidence: Evidence, what: Filter, *, kind: Grouping) -> pa.Table:
    """The columns area, month and n."""
    if what.table == "stop_and_search" and kind != "force":
        raise NotAvailable("stop and search is published without areas", do="count it by force")
    frames = evidence.frames()
    rows = _filtered(cube(evidence, frames, what.table, unit=what.unit), what)
    placed = rows.with_columns(area=nw.col("force")) if kind == "force" else _placed(evidence, frames, rows, kind=kind)
    return placed.group_by("area", "month").agg(n=nw.col("n").sum()).collect("pyarrow").to_native()


def _filtered(rows: nw.LazyFrame[Any], what: Filter) -> nw.LazyFrame[Any]:
    for field, values in what.where.items():
        if field not in FIELDS[what.table]:
            near = get_close_matches(field, FIELDS[what.table], n=1) or FIELDS[what.table][:1]
            raise DefinitionError(
                f"a measure chooses {what.table} by “{field}”, which cannot be", do=f"did you mean {near[0]}?"
            )
        rows = rows.filter(nw.col(field).is_in(values))
    return rows


def _placed(evidence: Evidence, frames: Frames, rows: nw.LazyFrame[Any], *, kind: Grouping) -> nw.LazyFrame[Any]:
    """What the home forces recorded, each count with its area.

    What other forces recorded there is left out, for their files may be loaded for some months and not for others.
    """
    home = evidence.geography.home_forces
    units = _grouped(frames.table("units"), kind=kind, home=home).select("unit", "area")
    return rows.filter(nw.col("force").is_in(home)).join(units, on="unit", how="inner")


def _grouped(units: nw.LazyFrame[Any], *, kind: Grouping, home: tuple[str, ...]) -> nw.LazyFrame[Any]:
    """The units that count, each with its area."""
    if kind == "home":
        return units.filter(nw.col("force").is_in(home)).with_columns(area=nw.lit("home"))
    if kind in {"partnership", "force"}:
        return units.filter(nw.col("is_member")).with_columns(area=nw.lit(PARTNERSHIP_CODE))
    columns = COLUMNS[kind]
    chosen = units.filter(nw.col("is_member")) if columns.is_within_partnership else units
    return chosen.with_columns(area=nw.col(columns.code))
