"""Counting: what a definition says, as a lazy frame that any engine can run, then a matrix of areas by months."""

from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

import narwhals as nw
import numpy as np

from wardmote.definitions.measure import Filter
from wardmote.errors import DefinitionError, NotAvailable
from wardmote.evidence.evidence import Evidence, Frames
from wardmote.evidence.tables import TABLES
from wardmote.measures.areas import COLUMNS, PARTNERSHIP_CODE
from wardmote.measures.periods import months_from
from wardmote.measures.series import Area, AreaKind, FloatMatrix


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
    for code, month, n in _counted(evidence, what, kind=kind):
        if code in row_of and not np.isnan(counts[row_of[code], column_of[month]]):
            counts[row_of[code], column_of[month]] = n
    return MonthlyCounts(areas, months, counts)


def covered_months(
    evidence: Evidence, table: str, *, kind: AreaKind, areas: tuple[Area, ...]
) -> dict[str, list[date]]:
    """The months that are loaded for each area: those for which every force that polices it has sent its file."""
    months_of: dict[str, set[date]] = {}
    for force, month in evidence.snapshot.slices(table):
        months_of.setdefault(force, set()).add(date.fromisoformat(month))
    if kind == "force":
        return {area.code: sorted(months_of.get(area.code, set())) for area in areas}
    home = [months_of.get(force, set()) for force in evidence.geography.home_forces]
    shared = sorted(set.intersection(*home)) if home else []
    return {area.code: shared for area in areas}


def _counted(evidence: Evidence, what: Filter, *, kind: AreaKind) -> list[tuple[str, date, int]]:
    frames = evidence.frames()
    rows = _filtered(frames.table(what.table), what)
    if kind == "force":
        placed = rows.with_columns(area=nw.col("force"))
    else:
        if what.table == "stop_and_search":
            raise NotAvailable("stop and search is published without areas", do="count it by force")
        placed = _placed(evidence, frames, rows, kind=kind)
    how_many = nw.len() if what.unit == "rows" else nw.col("crime_id").n_unique()
    counted = placed.group_by("area", "month").agg(n=how_many).collect("pyarrow").to_native().to_pydict()
    return list(zip(counted["area"], counted["month"], counted["n"], strict=True))


def _filtered(rows: nw.LazyFrame, what: Filter) -> nw.LazyFrame:  # type: ignore[type-arg]
    fields = [column.name for column in TABLES[what.table].columns]
    for field, values in what.where.items():
        if field not in fields:
            near = get_close_matches(field, fields, n=1) or fields[:1]
            raise DefinitionError(
                f"a measure names the field “{field}”, which {what.table} does not have", do=f"did you mean {near[0]}?"
            )
        rows = rows.filter(nw.col(field).is_in(values))
    return rows


def _placed(
    evidence: Evidence, frames: Frames, rows: nw.LazyFrame, *, kind: AreaKind  # type: ignore[type-arg]
) -> nw.LazyFrame:  # type: ignore[type-arg]
    """The rows of the home forces, each with its area.

    Rows that other forces recorded there are left out, for their files may be loaded for some months and not others.
    """
    home = evidence.geography.home_forces
    rows = rows.filter(nw.col("force").is_in(home)).join(frames.table("places"), on="lsoa_code", how="inner")
    if evidence.geography.has_split_points:
        rows = rows.join(frames.table("split_points"), on=["lsoa_code", "longitude", "latitude"], how="left")
        rows = rows.with_columns(unit=nw.coalesce(nw.col("split_unit"), nw.col("unit")))
    units = frames.table("units")
    if kind == "partnership":
        units = units.filter(nw.col("is_member")).with_columns(area=nw.lit(PARTNERSHIP_CODE))
    else:
        units = units.with_columns(area=nw.col(COLUMNS[kind].code))
        if COLUMNS[kind].is_within_partnership:
            units = units.filter(nw.col("is_member"))
    return rows.join(units.select("unit", "area"), on="unit", how="inner")
