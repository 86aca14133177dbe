"""The control chart of a measure, where every month of it may be shown."""

from dataclasses import replace
from datetime import date

from wardmote.assessment.controls import control_of
from wardmote.assessment.drawings import Control
from wardmote.definitions.measure import Measure
from wardmote.disclosure.suppression import is_too_small
from wardmote.errors import NotAvailable
from wardmote.evidence.evidence import Evidence
from wardmote.measures.measuring import measure_series
from wardmote.measures.releasing import release

_NO_CHART = {
    "total": "A sum of money has no usual range from month to month.",
    "latest": "It counts what is there and not what happens, so it has no usual range from month to month.",
    "repeat people": "People are followed over a year, so there is nothing to chart month by month.",
    "repeat events": "It looks back over a year, so neighbouring months are not independent and are not charted.",
    "follow-up": "People are followed over a year, so there is nothing to chart month by month.",
    "severity": "A few grave crimes make a month of it, so the months have no usual range.",
}


def chart_of(evidence: Evidence, measure: Measure, *, last: date) -> tuple[Control | None, str]:
    """The chart of the months up to `last`, or None and why there is none."""
    if measure.calculation in _NO_CHART:
        return None, _NO_CHART[measure.calculation]
    try:
        if measure.release == "open":
            return control_of(evidence, measure, by="partnership", start=None, end=last), ""
        return _chart_without_small_months(evidence, measure, last=last), ""
    except NotAvailable as error:
        return None, f"There is no chart: {error.what}."


def _chart_without_small_months(evidence: Evidence, measure: Measure, *, last: date) -> Control:
    """The chart of a measure that holds small counts back, where in no month there is anything to hold back.

    The lines of a chart are worked out from every month, so one small month is enough to refuse it: the lines could
    give it away. Raises NotAvailable then.
    """
    months = release(measure_series(evidence, measure, by="partnership", period="month", end=last))
    rest = months.base - months.count
    if (months.status == "suppressed").any() or is_too_small(rest).any():
        raise NotAvailable("some of its months are too small to show", where=measure.id, do="look at years instead")
    control = control_of(
        evidence, measure.model_copy(update={"release": "open"}), by="partnership", start=None, end=last
    )
    (series,) = control.series
    return replace(control, series=(release(replace(series, measure=measure)),))
