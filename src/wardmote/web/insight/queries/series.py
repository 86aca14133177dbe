"""Series, kept in memory until another load changes them."""

from datetime import date
from functools import lru_cache

from wardmote.assessment.selecting import pick_areas
from wardmote.definitions.catalogue import find_measure
from wardmote.definitions.measure import Measure
from wardmote.errors import NotAvailable
from wardmote.evidence.evidence import Evidence
from wardmote.measures.areas import areas_of
from wardmote.measures.measuring import Unit, measure_series
from wardmote.measures.periods import add_months, months_from
from wardmote.measures.releasing import release
from wardmote.measures.series import Area, AreaKind, PeriodKind, Series
from wardmote.web.insight.queries.choices import PLACES, Horizon


@lru_cache(maxsize=128)
def series(
    evidence: Evidence,
    measure_id: str,
    *,
    by: AreaKind,
    period: PeriodKind,
    start: date,
    end: date,
    unit: Unit | None = None,
) -> Series:
    """One measure by area and period as it may be shown; raises what `measure_series` raises."""
    measure = find_measure(measure_id)
    return release(measure_series(evidence, measure, by=by, period=period, start=start, end=end, unit=unit))


def series_of_area(
    evidence: Evidence, measure_id: str, *, area: Area | None, period: PeriodKind, start: date, end: date
) -> Series:
    """One measure of one area, or of the whole partnership."""
    by = area.kind if area else "partnership"
    found = series(evidence, measure_id, by=by, period=period, start=start, end=end)
    return found if area is None else pick_areas(found, rows=[found.areas.index(area)])


@lru_cache(maxsize=128)
def series_of_places(evidence: Evidence, measure_id: str, *, by: AreaKind, end: date) -> Series:
    """The 12 months that end with `end`, by place: as the measure's own proportion, or as a rate, or as a count where
    nobody knows the residents. Where people are followed for months, the newest 12 whose people could all be followed.
    """
    measure = find_measure(measure_id)
    end = min(end, add_months(horizon(evidence).months[-1], -_months_followed(measure)))
    units: tuple[Unit, ...] = ("proportion",) if measure.is_share else ("rate", "count")
    if measure.calculation in {"total", "latest"}:
        units = ("count",)
    start = add_months(end, -11)
    for unit in units:
        found = series(evidence, measure_id, by=by, period="rolling-12", start=start, end=end, unit=unit)
        if not found.periods:
            break
        if (found.status != "no base").any():
            return found
    return found


@lru_cache(maxsize=2)
def horizon(evidence: Evidence) -> Horizon:
    """Every month from the first to the last of the home force's files, and the areas that can be told apart."""
    forces = list(evidence.geography.home_forces)
    ((first, last),) = evidence.snapshot.rows(
        "SELECT min(month), max(month) FROM incidents WHERE list_contains(?, force)", [forces]
    )
    if not isinstance(first, date) or not isinstance(last, date):
        raise NotAvailable(
            "No crimes are loaded for this partnership", do="load the police files of its force: wardmote load PATH"
        )
    areas = {kind: _areas(evidence, kind) for kind in PLACES}
    return Horizon(
        months=tuple(months_from(first, last)), areas={kind: found for kind, found in areas.items() if found}
    )


def _months_followed(measure: Measure) -> int:
    """How long each person is followed: in a newer year some could not be for as long as the others."""
    if measure.follow_up:
        return measure.follow_up.months
    return measure.people.months if measure.people and measure.calculation == "repeat people" else 0


def _areas(evidence: Evidence, kind: AreaKind) -> tuple[Area, ...]:
    try:
        return areas_of(evidence, kind)
    except NotAvailable:
        return ()
