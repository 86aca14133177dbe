"""One period's figure out of a series that has passed the gate."""

from datetime import date

import numpy as np

from wardmote.assessment.wording import in_words
from wardmote.definitions.measure import Measure
from wardmote.evidence.evidence import Evidence
from wardmote.measures.measuring import measure_series
from wardmote.measures.periods import add_months
from wardmote.measures.releasing import release
from wardmote.measures.series import PeriodKind, Series
from wardmote.reports.kpi.content import Reading
from wardmote.reports.kpi.quarter import Quarter

# A repeat within twelve months is known of a quarter a year after its end; a quarter more is for files that come late.
_QUARTERS_BACK = 5
_MONTHS_READ = 12 + 3 * (_QUARTERS_BACK + 1)
_NOT_MEASURED = {"gap", "no base", "none"}


def read_series(evidence: Evidence, measure: Measure, *, period: PeriodKind, last: date) -> Series:
    """The measure for the whole partnership over the periods up to the month `last` that a report may ask of, released.

    Raises NotAvailable where nothing is loaded that it counts.
    """
    start = add_months(last, 1 - _MONTHS_READ)
    return release(measure_series(evidence, measure, by="partnership", period=period, start=start, end=last))


def reading_of(series: Series, last: date, *, words: str = "") -> Reading:
    """The figure of the period that ends with the month `last`; `words` name it where there is none."""
    columns = [j for j, period in enumerate(series.periods) if period.last == last]
    if not columns:
        return Reading(words, last, series.unit, None, None, None, None, None, "none")
    j = columns[0]
    count = _number(series.count[0, j])
    return Reading(
        period=words or f"the {in_words(series.periods[j])}",
        last=last,
        unit=series.unit,
        value=_number(series.value[0, j]),
        lower=_number(series.lower[0, j]),
        upper=_number(series.upper[0, j]),
        count=None if count is None else round(count),
        base=_number(series.base[0, j]),
        status=str(series.status[0, j]),
    )


def quarter_reading(series: Series, quarter: Quarter) -> Reading:
    """The figure of one quarter."""
    return reading_of(series, quarter.last, words=quarter.label)


def newest_quarter(series: Series, quarter: Quarter) -> Quarter:
    """The quarter, or the newest of the five before it that can be measured; the quarter itself where none can.

    A figure that is hidden has been measured: an older one is never shown in its place.
    """
    tried = quarter
    for _ in range(_QUARTERS_BACK + 1):
        if quarter_reading(series, tried).status not in _NOT_MEASURED:
            return tried
        tried = tried.before
    return quarter


def _number(value: float) -> float | None:
    return None if np.isnan(value) else float(value)
