"""The charts of a measure's page."""

import numpy as np

from wardmote.assessment.drawings import AreaMap, Control, Drawing, Lines
from wardmote.definitions.measure import Measure
from wardmote.evidence.evidence import Evidence
from wardmote.measures.findings.control import adjusted_charts
from wardmote.measures.findings.subject import subject_of
from wardmote.measures.series import Series
from wardmote.reports.charts import Chart, draw_chart
from wardmote.statistics.control import ControlChart, control_chart
from wardmote.web.insight.queries.choices import PERIODS, Choices
from wardmote.web.insight.queries.series import series_of_area, series_of_places
from wardmote.web.insight.queries.shapes import outlines


def time_chart(evidence: Evidence, measure: Measure, choices: Choices) -> Chart | None:
    """Months against their usual range, or longer periods as a line; None where there is nothing to draw."""
    drawing = _control(evidence, measure, choices) if choices.period == "month" else None
    drawing = drawing or _line(evidence, measure, choices)
    if drawing is None:
        return None
    place = choices.area.name if choices.area else evidence.workspace.name
    words = "months against their usual range" if isinstance(drawing, Control) else PERIODS[choices.period].lower()
    return draw_chart(drawing, title=f"{measure.short_title}, {place}: {words}", source=measure.source)


def place_chart(evidence: Evidence, measure: Measure, choices: Choices, *, places: Series) -> Chart | None:
    """A map of the places against the whole partnership; None without outlines, or without a level to compare."""
    shapes = outlines(evidence, kind=choices.by)
    whole = series_of_places(evidence, measure.id, by="partnership", end=choices.end)
    if not shapes or places.unit == "count" or not whole.periods or whole.status[0, 0] != "ok":
        return None
    drawing = AreaMap(series=(places,), reference=float(whole.value[0, 0]), shapes=shapes)
    title = f"{measure.short_title}: where it is higher and lower than in the whole partnership"
    return draw_chart(drawing, title=title, source=measure.source)


def _control(evidence: Evidence, measure: Measure, choices: Choices) -> Drawing | None:
    """None where there are too few months for a usual range, or where the months themselves may not be shown."""
    if measure.release != "open":
        return None
    by = choices.area.kind if choices.area else "partnership"
    subject = subject_of(evidence, measure, by=by, start=choices.start, end=choices.end)
    if not subject.months:
        return None
    row = subject.areas.index(choices.area) if choices.area else 0
    months = series_of_area(
        evidence, measure.id, area=choices.area, period="month", start=subject.months[0], end=subject.months[-1]
    )
    is_share = subject.whole is not None
    chart = _of_shares(months) if is_share else adjusted_charts(subject)[row]
    if chart.is_trial or chart.latest is None:
        return None
    is_adjusted = not is_share and bool(np.nanmax(np.abs(chart.values - subject.counts[row])) > 0.5)
    return Control(series=(months,), chart=chart, is_adjusted=is_adjusted)


def _of_shares(months: Series) -> ControlChart:
    """In per cent, as the series is; the findings judge the same months as fractions."""
    return control_chart(months.value[0], direction=months.measure.direction)


def _line(evidence: Evidence, measure: Measure, choices: Choices) -> Drawing | None:
    found = series_of_area(
        evidence, measure.id, area=choices.area, period=choices.period, start=choices.start, end=choices.end
    )
    return Lines(series=(found,), named_by="area") if (found.status == "ok").any() else None
