"""A year of which some months are missing: the months that are there, summed and named for what they are."""

from dataclasses import replace

import numpy as np

from wardmote.assessment.selecting import pick_periods
from wardmote.measures.series import FloatMatrix, Period, Series
from wardmote.statistics.intervals import Interval, count_interval, proportion_interval, rate_interval

MONTHS = 12
# With less than half of its months a year says more about the season than about the year.
FEWEST_MONTHS = 6


def sum_of_months(months: Series) -> Series | None:
    """One column: the sum of the months that every area has; None for fewer than six, and for sums of weights.

    A rate then counts the events of those months for each 1,000 residents, and is not stretched to a whole year.
    """
    known = np.flatnonzero(np.all(months.status != "gap", axis=0))
    if known.size < FEWEST_MONTHS or months.measure.severity:
        return None
    there = pick_periods(months, columns=known.tolist())
    count = there.count.sum(axis=1, keepdims=True)
    base = _base(there)
    interval, scale = _interval(there, count=count, base=base)
    value = interval.value * scale
    # Months that may not be shown one by one could be told from their sum and the others.
    is_told = None if there.withheld is None else np.any(there.withheld, axis=1, keepdims=True)
    return replace(
        there,
        periods=(_period(there),),
        count=count,
        base=base,
        value=value,
        lower=interval.lower * scale,
        upper=interval.upper * scale,
        status=np.where(np.isnan(value), "no base", "ok"),
        withheld=is_told,
    )


def _period(months: Series) -> Period:
    first, last = months.periods[0].first, months.periods[-1].last
    label = f"{first:%B %Y} to {last:%B %Y} ({len(months.periods)} of {MONTHS} months)"
    return Period("year", first, last, label)


def _base(months: Series) -> FloatMatrix:
    """Residents stay the same people all year; the rows that a share is of add up."""
    if months.unit == "%":
        return months.base.sum(axis=1, keepdims=True)
    return months.base.mean(axis=1, keepdims=True)


def _interval(
    months: Series,
    *,
    count: FloatMatrix,
    base: FloatMatrix,
) -> tuple[Interval, float]:
    if months.unit == "%":
        return proportion_interval(count, base), 100.0
    if months.unit == "count":
        return count_interval(count), 1.0
    return rate_interval(count, base, per=months.measure.rate_per), 1.0
