"""What provisional periods will have in the end: never in place of what has been counted."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from wardmote.definitions.measure import Measure
from wardmote.errors import NotAvailable
from wardmote.evidence.evidence import Evidence
from wardmote.measures.counting import MonthlyCounts
from wardmote.measures.lags import lag_counts
from wardmote.measures.periods import Window
from wardmote.measures.provisional import provisional_months
from wardmote.measures.series import Area, FloatMatrix


@dataclass(frozen=True)
class Expected:
    """Counts by area and window, with a 95% interval; NaN for a window of which all is in."""

    middle: FloatMatrix
    lower: FloatMatrix
    upper: FloatMatrix


def expected_in_the_end(
    evidence: Evidence,
    measure: Measure,
    *,
    areas: tuple[Area, ...],
    counted: MonthlyCounts,
    chosen: Sequence[Window],
) -> Expected:
    """The nowcast of each provisional window.

    Raises NotAvailable for a measure that is not counted by the day that things happened, or is a share, and where too few
    months are loaded to know how late records come.
    """
    if measure.numerator.dated_by != "occurred":
        raise NotAvailable(
            "is counted by the month of recording, to which no record comes late",
            where=measure.id,
            do="leave out --nowcast, or choose a measure counted by when things happened",
        )
    if measure.is_share or measure.predecessors:
        raise NotAvailable("has no nowcast: it is no plain count", where=measure.id, do="leave out --nowcast")
    found = lag_counts(evidence, measure.numerator, areas=areas)
    waiting = provisional_months(evidence, measure)
    shape = (3, len(areas), len(chosen))
    numbers = np.full(shape, np.nan)
    for i, nowcast in enumerate(found.of_areas):
        if nowcast is None:
            raise NotAvailable(
                f"has too few months to know how late its records come: more than {found.longest + 1} are needed",
                where=measure.id,
                do="load more months",
            )
        for j, window in enumerate(chosen):
            months = counted.months[window.start : window.stop]
            if waiting.is_any_of(months):
                start = found.months.index(months[0])
                numbers[:, i, j] = nowcast.total(range(start, start + len(months)))
    return Expected(*numbers)
