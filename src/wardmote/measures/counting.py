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
from wardmote.measures.cubes import TABLES, cube
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
    question = ("months", what.model_dump_json(), areas)
    return evidence.remember(question, lambda: _monthly_counts(evidence, what, areas=areas))


def _monthly_counts(evidence: Evidence, what: Filter, *, areas: tuple[Area, ...]) -> MonthlyCounts:
    kind = areas[0].kind
    covered = covered_months(evidence, what, kind=kind, areas=areas)
    loaded = sorted({month for months in covered.values() for month in months})
    months = tuple(months_from(loaded[0], loaded[-1])) if loaded else ()
    column_of = {month: j for j, month in enumerate(months)}
    counts = _zeros(areas, covered, column_of=column_of)
    row_of = {area.code: i for i, area in enumerate(areas)}
    _fill(counts, _counted(evidence, what, kind=kind), row_of=row_of, column_of=column_of)
    return MonthlyCounts(areas, months, counts)


def home_force_counts(evidence: Evidence, what: Filter) -> MonthlyCounts:
    """One row: what the home forces recorded and placed, anywhere in their own areas."""
    return evidence.remember(("home", what.model_dump_json()), lambda: _home_force_counts(evidence, what))


def _home_force_counts(evidence: Evidence, what: Filter) -> MonthlyCounts:
    area = Area("force", "home", "the home force")
    months = covered_months(evidence, what, kind="partnership", areas=(area,))[area.code]
    run = tuple(months_from(months[0], months[-1])) if months else ()
    counts = np.array([[0.0 if month in set(months) else np.nan for month in run]])
    column_of = {month: j for j, month in enumerate(run)}
    _fill(counts, _counted(evidence, what, kind="home"), row_of={area.code: 0}, column_of=column_of)
    return MonthlyCounts((area,), run, counts)


def covered_months(
    evidence: Evidence, what: Filter, *, kind: AreaKind, areas: tuple[Area, ...]
) -> dict[str, list[date]]:
    """The months that are loaded for each area: those for which every force, or every source, has sent its file."""
    months_of = _MONTHS_OF.get(what.table, _months_of_slices)(evidence, what.table)
    if kind == "force":
        return {area.code: sorted(months_of.get(area.code, set())) for area in areas}
    of_each = [months_of.get(sender, set()) for sender in _senders(evidence, what)]
    shared = sorted(set.intersection(*of_each)) if of_each else []
    return {area.code: shared for area in areas}


def _zeros(areas: tuple[Area, ...], covered: dict[str, list[date]], *, column_of: dict[date, int]) -> FloatMatrix:
    """Zero for the months that are loaded and NaN for the others; only forces differ in the months they have."""
    counts = np.full((len(areas), len(column_of)), np.nan)
    if areas[0].kind != "force":
        counts[:, [column_of[month] for month in covered[areas[0].code]]] = 0.0
        return counts
    for i, area in enumerate(areas):
        counts[i, [column_of[month] for month in covered[area.code]]] = 0.0
    return counts


def _senders(evidence: Evidence, what: Filter) -> tuple[str, ...]:
    """Whose files must be there: the home forces', or those of the sources that the measure names."""
    if TABLES[what.table].sender == "force":
        return evidence.geography.home_forces
    if not what.where.get("source"):
        raise DefinitionError(f"a measure of {what.table} names no source", do="add the key source under where")
    return what.where["source"]


def _fill(counts: FloatMatrix, found: pa.Table, *, row_of: dict[str, int], column_of: dict[date, int]) -> None:
    """Enter what was counted, but for areas that were not asked for and months that are gaps."""
    row, column = _positions(found["area"], row_of), _positions(found["month"], column_of)
    is_wanted = (row >= 0) & (column >= 0)
    n = _numbers(found["n"].combine_chunks().fill_null(np.nan))[is_wanted]
    row, column = row[is_wanted], column[is_wanted]
    counts[row, column] = np.where(np.isnan(counts[row, column]), np.nan, n)


def _positions(values: pa.ChunkedArray, position_of: Mapping[Any, int]) -> npt.NDArray[np.intp]:
    """Where each value stands, or -1. Values are looked up once each, however many rows they stand on."""
    coded = values.combine_chunks().dictionary_encode(null_encoding="encode")
    known = np.array([position_of.get(value, -1) for value in coded.dictionary.to_pylist()], dtype=np.intp)
    found: npt.NDArray[np.intp] = known[_numbers(coded.indices)]
    return found


def _numbers(values: pa.Array) -> npt.NDArray[Any]:
    """Numbers without a gap, shared and not copied.

    Arrow's own conversion imports pandas wherever it is installed, which takes longer than the count, and a Python
    number for each would take longer still.
    """
    return np.from_dlpack(values)


def _counted(evidence: Evidence, what: Filter, *, kind: Grouping) -> pa.Table:
    """The columns area, month and n."""
    if what.table == "stop_and_search" and kind != "force":
        raise NotAvailable("stop and search is published without areas", do="count it by force")
    frames = evidence.frames()
    rows = chosen_rows(cube(evidence, frames, what.table, unit=what.unit), what, frames=frames)
    if kind == "force":
        placed = rows.with_columns(area=nw.col(_force_of(what)))
    elif what.table == "tallies" and kind == "partnership":
        placed = rows.filter(_is_ours(evidence)).with_columns(area=nw.lit(PARTNERSHIP_CODE))
    else:
        placed = with_area(evidence, frames, rows, kind=kind, is_of_force=TABLES[what.table].sender == "force")
    return placed.group_by("area", "month").agg(n=nw.col("n").sum().cast(nw.Float64)).collect("pyarrow").to_native()


def _months_of_slices(evidence: Evidence, table: str) -> dict[str, set[date]]:
    months_of: dict[str, set[date]] = {}
    for sender, month in evidence.snapshot.slices(table):
        months_of.setdefault(sender, set()).add(date.fromisoformat(month))
    return months_of


def _months_of_extracts(evidence: Evidence, table: str) -> dict[str, set[date]]:
    """A partner's file covers the months from its first row to its last: one between without a row had none."""
    months_of: dict[str, set[date]] = {}
    for load in evidence.loads:
        for file in load.files:
            found: dict[str, list[date]] = {}
            for source, month in file.slices.get(table, ()):
                found.setdefault(source, []).append(date.fromisoformat(month))
            for source, months in found.items():
                months_of.setdefault(source, set()).update(months_from(min(months), max(months)))
    return months_of


def _months_of_tallies(evidence: Evidence, table: str) -> dict[str, set[date]]:  # noqa: ARG001
    """The months of each source of tallies. Of figures for a day (a meeting, a session) every month from the first to
    the last: one without a meeting had none. Of figures for longer, the months that there are figures for.
    """
    rows: Any = evidence.snapshot.rows(
        "SELECT source, list(DISTINCT CAST(date_trunc('month', first) AS DATE)), bool_and(coalesce(last, first) = first)"
        " FROM tallies GROUP BY source"
    )
    return {
        source: set(months_from(min(months), max(months))) if is_of_days else set(months)
        for source, months, is_of_days in rows
    }


_MONTHS_OF = {"events": _months_of_extracts, "tallies": _months_of_tallies}


def _is_ours(evidence: Evidence) -> nw.Expr:
    """A tally of the partnership: its own, or a publisher's for one of its local authorities or for its CSP."""
    codes = {str(code) for (code,) in evidence.snapshot.rows("SELECT DISTINCT lad_code FROM units WHERE is_member")}
    codes |= {area.strip().upper() for area in evidence.workspace.areas}
    is_own = ~nw.col("area_kind").is_in(["lad", "csp", "pfa"]) | nw.col("area_kind").is_null()
    return is_own | nw.col("area_code").is_in(sorted(codes)) | nw.col("section").is_in([*evidence.workspace.areas])


def _force_of(what: Filter) -> str:
    if TABLES[what.table].sender != "force":
        raise NotAvailable(f"{what.table} come from partners and not by force", do="count them by another area")
    return "force"


def chosen_rows(rows: nw.LazyFrame[Any], what: Filter, *, frames: Frames) -> nw.LazyFrame[Any]:
    """The rows that a filter chooses, of a table or of its cube."""
    countable = TABLES[what.table]
    for field, values in what.where.items():
        if field not in countable.fields:
            near = get_close_matches(field, countable.fields, n=1) or countable.fields[:1]
            raise DefinitionError(
                f"a measure chooses {what.table} by “{field}”, which cannot be", do=f"did you mean {near[0]}?"
            )
        rows = rows.filter(nw.col(field).is_in(values))
    if (what.flags or what.answered) and not countable.has_flags:
        raise DefinitionError(f"a measure chooses {what.table} by flags, which they do not have", do="take them out")
    for flag in what.flags:
        rows = rows.filter(nw.col("flags").list.contains(flag))
    for flag in what.answered:
        rows = rows.filter(nw.col("answered").list.contains(flag))
    return rows if what.within is None else _within(rows, what.within, frames=frames)


def _within(rows: nw.LazyFrame[Any], name: str, *, frames: Frames) -> nw.LazyFrame[Any]:
    """Rows in the priority places of this name, as they were frozen for the financial year of the row."""
    places = frames.table("place_sets").filter(nw.col("name") == name)
    places = places.join(frames.table("places"), on="lsoa_code", how="inner").select("unit", "year").unique()
    year, month = nw.col("month").dt.year(), nw.col("month").dt.month()
    rows = rows.with_columns(year=nw.when(month < 4).then(year - 1).otherwise(year).cast(nw.Int32))
    return rows.join(places, on=["unit", "year"], how="semi")


def with_area(
    evidence: Evidence, frames: Frames, rows: nw.LazyFrame[Any], *, kind: Grouping, is_of_force: bool
) -> nw.LazyFrame[Any]:
    """The rows that lie in an area of a kind, each with its code in `area`.

    Of police files, only what the home forces recorded: those of other forces may be loaded for some months and not
    for others. A partner's row without an LSOA lies in the section that the partner gave.
    """
    home = evidence.geography.home_forces
    units = _grouped(frames.table("units"), kind=kind, home=home).select("unit", "area")
    if is_of_force:
        return rows.filter(nw.col("force").is_in(home)).join(units, on="unit", how="inner")
    if kind not in {"partnership", "section"}:
        return rows.join(units, on="unit", how="inner")
    area = nw.lit(PARTNERSHIP_CODE) if kind == "partnership" else nw.col("section")
    sections = frames.table("units").filter(nw.col("is_member")).select("section").unique()
    given = sections.filter(~nw.col("section").is_null()).with_columns(area_of_section=area)
    rows = rows.join(units, on="unit", how="left").join(given, on="section", how="left")
    found = nw.coalesce(nw.col("area"), nw.col("area_of_section"))
    if kind == "partnership":
        whole = nw.when(nw.col("source").is_in(_sources_without_places(evidence))).then(nw.lit(PARTNERSHIP_CODE))
        found = nw.coalesce(found, whole)
    return rows.with_columns(area=found).filter(~nw.col("area").is_null())


def _sources_without_places(evidence: Evidence) -> list[str]:
    """Partners who place none of their records in an LSOA: all that they send is counted for the partnership."""

    def find() -> list[str]:
        rows = evidence.snapshot.rows("SELECT source FROM events GROUP BY source HAVING count(lsoa_code) = 0")
        return [str(source) for (source,) in rows]

    return evidence.remember(("sources without places",), find)


def _grouped(units: nw.LazyFrame[Any], *, kind: Grouping, home: tuple[str, ...]) -> nw.LazyFrame[Any]:
    """The units that count, each with its area."""
    if kind == "home":
        return units.filter(nw.col("force").is_in(home)).with_columns(area=nw.lit("home"))
    if kind in {"partnership", "force"}:
        return units.filter(nw.col("is_member")).with_columns(area=nw.lit(PARTNERSHIP_CODE))
    columns = COLUMNS[kind]
    chosen = units.filter(nw.col("is_member")) if columns.is_within_partnership else units
    return chosen.with_columns(area=nw.col(columns.code))
