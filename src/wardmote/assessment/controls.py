"""The control chart of one area's months, ready to be drawn."""

from dataclasses import replace
from datetime import date

import numpy as np

from wardmote.assessment.drawings import Control
from wardmote.assessment.selecting import pick_areas
from wardmote.definitions.measure import Measure
from wardmote.errors import NotAvailable
from wardmote.evidence.evidence import Evidence
from wardmote.measures.findings.control import AdjustedChart, adjusted_charts, charted_from
from wardmote.measures.findings.subject import subject_of
from wardmote.measures.measuring import measure_series
from wardmote.measures.releasing import release
from wardmote.measures.series import AreaKind, Series
from wardmote.statistics.arrays import FloatArray
from wardmote.statistics.control import ControlChart, State


def control_of(
    evidence: Evidence, measure: Measure, *, by: AreaKind, start: date | None, end: date | None, row: int = 0
) -> Control:
    """The months of the area in `row`, against their usual range: the chart that the control finding speaks of.

    Raises NotAvailable for fewer than twelve months, and for a measure whose small counts may not be shown: the lines of
    the chart are worked out from every month, so they could give a hidden one away.
    """
    if measure.severity:
        raise NotAvailable("a few grave crimes make a month of it", where=measure.title, do="look at years instead")
    if measure.release != "open":
        raise NotAvailable("its months are not shown one by one", where=measure.title, do="look at years instead")
    subject = subject_of(evidence, measure, by=by, start=start, end=end)
    adjusted = adjusted_charts(subject)[row] if subject.months else None
    chart = adjusted.chart if adjusted else None
    if adjusted is None or chart is None or chart.is_trial or chart.latest is None:
        raise NotAvailable("12 months of figures", where=measure.title, do="load more months")
    charted = subject.months[charted_from(subject) :]
    last = max([charted[-1], *(one for one in subject.provisional.months if end is None or one <= end)])
    months = release(measure_series(evidence, measure, by=by, period="month", start=charted[0], end=last))
    series = pick_areas(months, rows=[row])
    drawn = _prolonged(chart, len(series.periods))
    unjudged = _unjudged(series, adjusted)
    if subject.whole is not None:
        return Control(series=(series,), chart=_in_per_cent(drawn), unjudged=unjudged * 100)
    return Control(series=(series,), chart=drawn, is_adjusted=adjusted.is_adjusted, unjudged=unjudged)


def _unjudged(series: Series, adjusted: AdjustedChart) -> FloatArray:
    """Months that are set aside, and behind the chart those that are provisional, on the scale of the chart."""
    size = adjusted.chart.values.size
    values = np.append(adjusted.unjudged, np.full(len(series.periods) - size, np.nan))
    scale = 100.0 if series.unit == "%" else 1.0
    for j, period in enumerate(series.periods):
        is_missing = np.isnan(values[j]) and (j >= size or np.isnan(adjusted.chart.values[j]))
        if is_missing and series.is_provisional[0, j]:
            values[j] = series.value[0, j] / scale / adjusted.factors[period.first.month - 1]
    return values


def _prolonged(chart: ControlChart, months: int) -> ControlChart:
    """The chart with its lines drawn on over later months, in which it judges nothing."""
    more = months - chart.values.size

    def prolonged(line: FloatArray) -> FloatArray:
        return np.append(line, np.full(more, line[-1]))

    nothing: list[State] = ["common cause"] * more
    return replace(
        chart,
        values=np.append(chart.values, np.full(more, np.nan)),
        centre=prolonged(chart.centre),
        lower=prolonged(chart.lower),
        upper=prolonged(chart.upper),
        near_lower=prolonged(chart.near_lower),
        near_upper=prolonged(chart.near_upper),
        sides=np.append(chart.sides, np.zeros(more, dtype=int)),
        signals=(*chart.signals, *((),) * more),
        states=(*chart.states, *nothing),
    )


def _in_per_cent(chart: ControlChart) -> ControlChart:
    """Shares are charted as parts of one, and shown in per cent like their series."""
    lines = ("values", "centre", "lower", "upper", "near_lower", "near_upper")
    return replace(chart, **{line: getattr(chart, line) * 100 for line in lines})
