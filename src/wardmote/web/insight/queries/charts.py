"""The charts of a measure's page."""

import numpy as np

from wardmote.assessment.controls import control_of
from wardmote.assessment.drawings import AreaMap, Control, Drawing, Lines
from wardmote.definitions.measure import Measure
from wardmote.errors import NotAvailable
from wardmote.evidence.evidence import Evidence
from wardmote.measures.areas import areas_of
from wardmote.measures.series import Series
from wardmote.reports.charts import Chart, draw_chart
from wardmote.web.core.outlines import outlines
from wardmote.web.insight.queries.choices import PERIODS, Choices
from wardmote.web.insight.queries.series import series_of_area, series_of_places


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
    if not shapes or places.unit == "count" or not whole.periods or np.isnan(whole.value[0, 0]):
        return None
    drawing = AreaMap(series=(places,), reference=float(whole.value[0, 0]), shapes=shapes)
    title = f"{measure.short_title}: where it is higher and lower than in the whole partnership"
    return draw_chart(drawing, title=title, source=measure.source)


def _control(evidence: Evidence, measure: Measure, choices: Choices) -> Drawing | None:
    """None where there are too few months for a usual range, or where the months themselves may not be shown."""
    by = choices.area.kind if choices.area else "partnership"
    row = areas_of(evidence, by).index(choices.area) if choices.area else 0
    try:
        return control_of(evidence, measure, by=by, start=choices.start, end=choices.end, row=row)
    except NotAvailable:
        return None


def _line(evidence: Evidence, measure: Measure, choices: Choices) -> Drawing | None:
    found = series_of_area(
        evidence, measure.id, area=choices.area, period=choices.period, start=choices.start, end=choices.end
    )
    return Lines(series=(found,), named_by="area") if not np.isnan(found.value).all() else None
