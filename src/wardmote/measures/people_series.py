"""The series of a measure of people."""

from collections.abc import Callable
from datetime import date

import numpy as np

from wardmote.definitions.measure import Measure
from wardmote.evidence.evidence import Evidence
from wardmote.measures.marks import marks_of
from wardmote.measures.people_measuring import Result, shares_of_people
from wardmote.measures.periods import Window
from wardmote.measures.series import AreaKind, FloatMatrix, PeriodKind, Series
from wardmote.statistics.follow_up import FollowUp


def series_of_people(
    evidence: Evidence, measure: Measure, *, by: AreaKind, period: PeriodKind, start: date | None, end: date | None
) -> Series:
    """A share of people in each period. Its count is of those who repeated, its base those who could be looked at."""
    found = shares_of_people(evidence, measure, by=by, period=period)
    kept = [
        j
        for j, window in enumerate(found.windows)
        if (not start or window.period.first >= start) and (not end or window.period.last <= end)
    ]
    columns = [found.column(j) for j in kept]

    def matrix(field: Callable[[Result], float | None]) -> FloatMatrix:
        numbers = [[None if one is None else field(one) for one in column] for column in columns]
        return np.array(numbers, dtype=float).reshape(len(columns), len(found.areas)).T

    is_gap = np.array([[one is None for one in column] for column in columns]).reshape(len(columns), -1).T
    value, lower, upper = (matrix(field) * 100 for field in (_share, _lower, _upper))
    return Series(
        measure=measure,
        unit="%",
        areas=found.areas,
        periods=tuple(found.windows[j].period for j in kept),
        count=matrix(_repeated),
        base=matrix(_people),
        value=value,
        lower=lower,
        upper=upper,
        status=np.where(is_gap, "gap", np.where(np.isnan(value), "no base", "ok")),
        load=evidence.number,
        marks=marks_of(evidence, measure, months=[month for j in kept for month in _ends(found.windows[j])]),
    )


def _ends(window: Window) -> tuple[date, date]:
    return window.period.first, window.period.last


def _share(result: Result) -> float | None:
    return result.share


def _lower(result: Result) -> float | None:
    return result.lower


def _upper(result: Result) -> float | None:
    return result.upper


def _repeated(result: Result) -> float:
    return result.with_event if isinstance(result, FollowUp) else result.repeated


def _people(result: Result) -> float:
    return result.base
