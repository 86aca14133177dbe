"""One way in for every kind of drawing."""

from typing import assert_never

from wardmote.assessment.drawings import AreaFunnel, AreaMap, Control, Drawing, Gradient, Lines, Ranked, Season
from wardmote.reports.charts.area_map import sketch_area_map
from wardmote.reports.charts.chart import Chart, Sketch
from wardmote.reports.charts.control import sketch_control
from wardmote.reports.charts.funnel import sketch_funnel
from wardmote.reports.charts.gradient import sketch_gradient
from wardmote.reports.charts.lines import sketch_lines
from wardmote.reports.charts.ranked import sketch_ranked
from wardmote.reports.charts.season import sketch_season


def draw_chart(drawing: Drawing, *, title: str, source: str) -> Chart:
    """Draw it: `title` states what the chart shows, `source` says whose figures they are."""
    sketch = _sketch(drawing)
    return Chart(
        title=title,
        alt=sketch.alt,
        svg=sketch.svg,
        source=source,
        unit=sketch.unit,
        period=sketch.period,
        header=sketch.header,
        rows=sketch.rows,
        notes=sketch.notes,
    )


# One line for each kind of drawing is the plainest way to say it, however many there are.
def _sketch(drawing: Drawing) -> Sketch:  # noqa: PLR0911
    match drawing:
        case Lines():
            return sketch_lines(drawing)
        case Ranked():
            return sketch_ranked(drawing)
        case Control():
            return sketch_control(drawing)
        case Season():
            return sketch_season(drawing)
        case AreaMap():
            return sketch_area_map(drawing)
        case AreaFunnel():
            return sketch_funnel(drawing)
        case Gradient():
            return sketch_gradient(drawing)
    assert_never(drawing)
