"""The control chart of one area's months, ready to be drawn."""

from dataclasses import replace
from datetime import date

from wardmote.assessment.drawings import Control
from wardmote.assessment.selecting import pick_areas
from wardmote.definitions.measure import Measure
from wardmote.errors import NotAvailable
from wardmote.evidence.evidence import Evidence
from wardmote.measures.findings.control import adjusted_charts, charted_from
from wardmote.measures.findings.subject import subject_of
from wardmote.measures.measuring import measure_series
from wardmote.measures.releasing import release
from wardmote.measures.series import AreaKind
from wardmote.statistics.control import ControlChart


def control_of(
    evidence: Evidence, measure: Measure, *, by: AreaKind, start: date | None, end: date | None, row: int = 0
) -> Control:
    """The months of the area in `row`, against their usual range: the chart that the control finding speaks of.

    Raises NotAvailable for fewer than twelve months, and for a measure whose small counts may not be shown: the lines of
    the chart are worked out from every month, so they could give a hidden one away.
    """
    if measure.release != "open":
        raise NotAvailable("its months are not shown one by one", where=measure.title, do="look at years instead")
    subject = subject_of(evidence, measure, by=by, start=start, end=end)
    adjusted = adjusted_charts(subject)[row] if subject.months else None
    chart = adjusted.chart if adjusted else None
    if adjusted is None or chart is None or chart.is_trial or chart.latest is None:
        raise NotAvailable("12 months of figures", where=measure.title, do="load more months")
    charted = subject.months[charted_from(subject) :]
    months = release(measure_series(evidence, measure, by=by, period="month", start=charted[0], end=charted[-1]))
    series = pick_areas(months, rows=[row])
    if subject.whole is not None:
        return Control(series=(series,), chart=_in_per_cent(chart))
    return Control(series=(series,), chart=chart, is_adjusted=adjusted.is_adjusted)


def _in_per_cent(chart: ControlChart) -> ControlChart:
    """Shares are charted as parts of one, and shown in per cent like their series."""
    lines = ("values", "centre", "lower", "upper", "near_lower", "near_upper")
    return replace(chart, **{line: getattr(chart, line) * 100 for line in lines})
