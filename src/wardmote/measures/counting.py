"""Counting: what a definition says, as a matrix of areas by months."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

import numpy as np

from wardmote.definitions.measure import Filter
from wardmote.errors import DefinitionError
from wardmote.evidence.evidence import Evidence
from wardmote.measures.areas_of_rows import Grouping, placed_in, require_areas
from wardmote.measures.choosing import are_chosen, require_fields
from wardmote.measures.cubes import TABLES, AreaCube
from wardmote.measures.making_cubes import cube, cube_of_forces
from wardmote.measures.periods import financial_year_of, months_from
from wardmote.measures.series import Area, AreaKind, FloatMatrix
from wardmote.measures.unnamed_places import named_years


@dataclass(frozen=True)
class MonthlyCounts:
    """Counts of `areas` (rows) by `months` (columns); NaN where the month was not loaded, which is never zero."""

    areas: tuple[Area, ...]
    months: tuple[date, ...]
    counts: FloatMatrix


def monthly_counts(evidence: Evidence, what: Filter, *, areas: tuple[Area, ...]) -> MonthlyCounts:
    """How many rows or crimes meet a filter, by area and month, over all the months there are."""
    question = ("months", what.model_dump_json(), areas[0].kind, tuple(area.code for area in areas))
    return evidence.remember(question, lambda: _monthly_counts(evidence, what, areas=areas, grouping=areas[0].kind))


def home_force_counts(evidence: Evidence, what: Filter) -> MonthlyCounts:
    """One row: what the home forces recorded and placed, anywhere in their own areas."""
    area = Area("partnership", "home", "the home force")
    question = ("home", what.model_dump_json())
    return evidence.remember(question, lambda: _monthly_counts(evidence, what, areas=(area,), grouping="home"))


def _monthly_counts(evidence: Evidence, what: Filter, *, areas: tuple[Area, ...], grouping: Grouping) -> MonthlyCounts:
    covered = covered_months(evidence, what, kind=areas[0].kind, areas=areas)
    months = _span(evidence, what, areas=areas) if any(covered.values()) else ()
    column_of = {month: j for j, month in enumerate(months)}
    counted = area_cube(evidence, what, kind=grouping)
    require_fields(what)
    found = counted.counts(partial(are_chosen, what=what), areas=tuple(area.code for area in areas), months=months)
    return MonthlyCounts(areas, months, _zeros(areas, covered, column_of=column_of) + found)


def _span(evidence: Evidence, what: Filter, *, areas: tuple[Area, ...]) -> tuple[date, ...]:
    """From the first month loaded to the last, those among them of which nobody said where the priority places are."""
    anywhere = what.model_copy(update={"within": None})
    covered = covered_months(evidence, anywhere, kind=areas[0].kind, areas=areas)
    loaded = [months for months in covered.values() if months]
    return tuple(months_from(min(months[0] for months in loaded), max(months[-1] for months in loaded)))


def area_cube(evidence: Evidence, what: Filter, *, kind: Grouping) -> AreaCube:
    """What every measure of the same rows, counted in the same areas, is added up from."""
    question = ("area cube", what.table, what.unit, what.within, kind)
    return evidence.remember(question, lambda: _area_cube(evidence, what, kind=kind))


def _area_cube(evidence: Evidence, what: Filter, *, kind: Grouping) -> AreaCube:
    require_areas(what.table, kind=kind)
    counted = cube_of_forces(evidence, what) if kind == "force" else cube(evidence, what)
    return AreaCube(counted, *placed_in(evidence, counted.place, table=what.table, kind=kind))


def covered_months(
    evidence: Evidence, what: Filter, *, kind: AreaKind, areas: tuple[Area, ...]
) -> dict[str, list[date]]:
    """The months that are loaded for each area, in order: those for which every force, or source, has sent its file.

    Within priority places, only those of the years for which it was said which places these are.
    """
    read = _MONTHS_OF.get(what.table, _months_of_slices)
    months_of = evidence.remember(("months of", what.table), lambda: read(evidence, what.table))
    if kind == "force":
        return {area.code: _with_places(evidence, what, months_of.get(area.code, set())) for area in areas}
    of_each = [months_of.get(sender, set()) for sender in _senders(evidence, what)]
    loaded = _with_items(evidence, what, set.intersection(*of_each) if of_each else set())
    shared = _with_places(evidence, what, loaded)
    return {area.code: shared for area in areas}


def _with_places(evidence: Evidence, what: Filter, months: set[date]) -> list[date]:
    if what.within is None:
        return sorted(months)
    years = named_years(evidence, what)
    return sorted(month for month in months if financial_year_of(month) in years)


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
    if TABLES[what.table].is_by_force:
        return evidence.geography.home_forces
    if not what.where.get("source"):
        raise DefinitionError(f"a measure of {what.table} names no source", do="add the key source under where")
    return what.where["source"]


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
        "SELECT source, list(DISTINCT [CAST(date_trunc('month', first) AS DATE),"
        " CAST(date_trunc('month', coalesce(last, first)) AS DATE)]), bool_and(coalesce(last, first) = first)"
        " FROM tallies GROUP BY source"
    )
    months_of = {}
    for source, spans, is_of_days in rows:
        whole = (min(first for first, _ in spans), max(last for _, last in spans))
        months_of[source] = {
            month for first, last in ([whole] if is_of_days else spans) for month in months_from(first, last)
        }
    return months_of


def _with_items(evidence: Evidence, what: Filter, months: set[date]) -> set[date]:
    """Of the months of a source those from the first figure of the items to the last: before it, nobody kept it."""
    if what.table != "tallies" or not what.where.get("item"):
        return months
    span_of = evidence.remember(("spans of items",), lambda: _spans_of_items(evidence))
    keys = [(source, item) for source in what.where.get("source", ()) for item in what.where["item"]]
    spans = [span_of[key] for key in keys if key in span_of]
    if not spans:
        return set()
    first, last = min(first for first, _ in spans), max(last for _, last in spans)
    return {month for month in months if first <= month <= last}


def _spans_of_items(evidence: Evidence) -> dict[tuple[str, str], tuple[date, date]]:
    rows: Any = evidence.snapshot.rows(
        "SELECT source, item, CAST(date_trunc('month', min(first)) AS DATE),"
        " CAST(date_trunc('month', max(coalesce(last, first))) AS DATE) FROM tallies GROUP BY ALL"
    )
    return {(source, item): (first, last) for source, item, first, last in rows}


_MONTHS_OF = {"events": _months_of_extracts, "tallies": _months_of_tallies}
