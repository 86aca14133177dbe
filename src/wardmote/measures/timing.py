"""What a measure counts month by month: by the version that held then, and by the day that it dates things by."""

from datetime import date
from typing import Literal

import numpy as np

from wardmote.definitions.measure import Filter, Measure
from wardmote.evidence.evidence import Evidence
from wardmote.measures.counting import MonthlyCounts, monthly_counts
from wardmote.measures.lags import says_both_days, timed_counts
from wardmote.measures.series import Area

Part = Literal["numerator", "denominator"]


def measured_counts(
    evidence: Evidence, measure: Measure, *, areas: tuple[Area, ...], part: Part = "numerator"
) -> MonthlyCounts:
    """The counts of a part of a measure that has it, each month by the version of the definition that held then."""
    counted = filtered_counts(evidence, _part(measure, part), areas=areas)
    if not measure.predecessors or not counted.months:
        return counted
    counts = counted.counts.copy()
    for version, start, end in _reigns(measure):
        columns = [j for j, month in enumerate(counted.months) if start <= month < end]
        if columns:
            earlier = filtered_counts(evidence, _part(version, part), areas=areas)
            position_of = {month: j for j, month in enumerate(earlier.months)}
            for j in columns:
                at = position_of.get(counted.months[j])
                counts[:, j] = np.nan if at is None else earlier.counts[:, at]
    return MonthlyCounts(areas, counted.months, counts)


def filtered_counts(evidence: Evidence, what: Filter, *, areas: tuple[Area, ...]) -> MonthlyCounts:
    """What one filter counts by area and month, by the day that it dates things by.

    Where the file says one day only, historical records cannot be told apart, and all that were recorded are counted.
    """
    if not what.needs_lags:
        return monthly_counts(evidence, what, areas=areas)
    if what.dated_by == "occurred" or says_both_days(evidence, what):
        return timed_counts(evidence, what, areas=areas)
    return monthly_counts(evidence, what.model_copy(update={"historical_after_months": None}), areas=areas)


def historical_counts(evidence: Evidence, measure: Measure, *, areas: tuple[Area, ...]) -> MonthlyCounts | None:
    """Those recorded so long after they happened that they are counted apart; None where the measure does not
    ask, or the file does not tell.
    """
    what = measure.numerator
    if what.historical_after_months is None or what.is_historical or not says_both_days(evidence, what):
        return None
    return filtered_counts(evidence, what.model_copy(update={"is_historical": True}), areas=areas)


def _part(measure: Measure, part: Part) -> Filter:
    return measure.numerator if part == "numerator" or measure.denominator is None else measure.denominator


def _reigns(measure: Measure) -> list[tuple[Measure, date, date]]:
    """Each earlier version with the first month that it held for, and the first that it held for no longer."""
    versions = (*measure.predecessors, measure)
    starts = [date.min, *((one.valid_from or date.min).replace(day=1) for one in versions[1:])]
    return [(version, starts[i], starts[i + 1]) for i, version in enumerate(measure.predecessors)]
