"""Series of shares of people: repeat victims and suspects, and those who did or suffered more after a programme."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from wardmote.definitions.measure import Measure
from wardmote.errors import DefinitionError, NotAvailable
from wardmote.evidence.evidence import Evidence
from wardmote.measures.areas import areas_of
from wardmote.measures.counting import covered_months
from wardmote.measures.people import Cohort, Numbering, PeoplesDays, cohort_of, last_day_of, peoples_days
from wardmote.measures.periods import Window, months_from, windows
from wardmote.measures.series import Area, AreaKind, PeriodKind
from wardmote.statistics.follow_up import FollowUp, follow_up
from wardmote.statistics.repeats import RepeatShare, repeat_events, repeat_persons

_DAYS_IN_YEAR = 365
_MONTHS_IN_YEAR = 12
Result = RepeatShare | FollowUp


@dataclass(frozen=True)
class SharesOfPeople:
    """The areas (rows) and windows (columns) for which there are results, each worked out when it is asked for."""

    areas: tuple[Area, ...]
    windows: tuple[Window, ...]
    _look: Callable[[Area, Window], Result | None]

    def column(self, j: int) -> tuple[Result | None, ...]:
        """The result of each area in one window; None where the window is a gap."""
        return tuple(self._look(area, self.windows[j]) for area in self.areas)


def shares_of_people(evidence: Evidence, measure: Measure, *, by: AreaKind, period: PeriodKind) -> SharesOfPeople:
    """The shares in every whole period of what is loaded. In a part of the partnership, repeats within that part."""
    question = ("shares of people", measure.model_dump_json(), by, period)
    return evidence.remember(question, lambda: _shares_of_people(evidence, measure, by=by, period=period))


def _shares_of_people(evidence: Evidence, measure: Measure, *, by: AreaKind, period: PeriodKind) -> SharesOfPeople:
    if measure.calculation == "follow-up" and by != "partnership":
        raise NotAvailable("follows a programme and not a place", where=measure.id, do="ask for the partnership")
    areas = areas_of(evidence, by)
    covered = set(covered_months(evidence, measure.numerator, kind=by, areas=areas)[areas[0].code])
    if not covered:
        raise NotAvailable("nothing is loaded that it counts", where=measure.id, do="load the partner's file first")
    months = months_from(min(covered), max(covered))
    data = range(months[0].toordinal(), last_day_of(months[-1]) + 1)
    look_at = _looker(evidence, measure, by=by, data=data)

    @cache
    def look(area: Area, window: Window) -> Result | None:
        is_whole = all(month in covered for month in months[window.start : window.stop])
        return look_at(area, _days(window)) if is_whole else None

    return SharesOfPeople(areas, tuple(windows(period, months)), look)


def _looker(evidence: Evidence, measure: Measure, *, by: AreaKind, data: range) -> Callable[[Area, range], Result]:
    """What gives the result of an area and a range of days."""
    numbering = Numbering({})
    terms = measure.follow_up or measure.people
    if terms is None:
        raise DefinitionError("follows nobody", where=measure.id, do="give it the key people or follow_up")
    look_days = terms.months * _DAYS_IN_YEAR // _MONTHS_IN_YEAR
    days = peoples_days(evidence, measure.numerator, role=terms.role, by=by, numbering=numbering)
    if measure.follow_up:
        cohort = cohort_of(evidence, measure.follow_up, numbering=numbering)
        return _follower(cohort, days, data=data, look_days=look_days)

    def look(area: Area, period: range) -> Result:
        own = days.within(area.code)
        if measure.calculation == "repeat people":
            return repeat_persons(own.person, own.day, period=period, last_day=data[-1], look_days=look_days)
        return repeat_events(
            own.person, own.day, events=own.event, period=period, first_day=data[0], look_days=look_days
        )

    return look


def _follower(cohort: Cohort, days: PeoplesDays, *, data: range, look_days: int) -> Callable[[Area, range], Result]:
    def look(_: Area, period: range) -> Result:
        kept = (cohort.clock >= period.start) & (cohort.clock < period.stop)
        return follow_up(
            cohort.person[kept],
            cohort.clock[kept],
            event_persons=days.person,
            event_days=days.day,
            last_day=data[-1],
            look_days=look_days,
        )

    return look


def _days(window: Window) -> range:
    return range(window.period.first.toordinal(), last_day_of(window.period.last) + 1)
