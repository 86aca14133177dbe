"""Up to four lines in one frame, each with a colour, a dash and a marker of its own and its name at its end."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from wardmote.measures.series import Mark
from wardmote.reports.charts import theme
from wardmote.reports.charts.halo import text_with_halo
from wardmote.reports.charts.marks import PROVISIONAL, mark_layers
from wardmote.reports.charts.timeline import gap_bands, gaps, month_axis, unbroken, yearly_ticks
from wardmote.reports.charts.trace import Trace
from wardmote.reports.charts.wrapping import wrapped

if TYPE_CHECKING:
    import altair

MOST_TOGETHER = 4
_HEIGHT = 300
_NAME_HEIGHT = 18
_AXIS_ROOM = 60


def lines_in_one_frame(traces: Sequence[Trace], marks: Sequence[Mark] = ()) -> "altair.LayerChart | altair.FacetChart":
    """The lines on one scale from zero. Their names need no legend and survive a black and white printer."""
    import altair as alt

    top, months = max(trace.highest for trace in traces) * 1.12, traces[0].months
    names = [wrapped(trace.name, width=16) for trace in traces]
    name_room = max(len(part) for name in names for part in name) * theme.SMALL_TEXT * 0.56
    # The grey band says that nobody has data; a single line is simply broken where it has none.
    anybody = np.where(np.all([np.isnan(trace.values) for trace in traces], axis=0), np.nan, 1.0)
    layers = gap_bands(list(gaps(anybody, months)), step=traces[0].step, top=top)
    layers += mark_layers(marks, traces[0].periods, top=top)
    for k, trace in enumerate(traces):
        layers += _line(trace, top=top, k=k)
    layers += _names(traces, names, top=top)
    return alt.layer(*layers).properties(width=theme.WIDTH - name_room - _AXIS_ROOM, height=_HEIGHT)


def _line(trace: Trace, *, top: float, k: int) -> "list[altair.Chart]":
    import altair as alt

    colour = theme.LINE_COLOURS[k]
    x = month_axis(trace.months, ticks=yearly_ticks(trace.months, most=4))
    y = alt.Y("y:Q", scale=alt.Scale(domain=[0, top], nice=False), axis=alt.Axis(title=None, tickCount=4))
    data = alt.Chart(alt.InlineData(values=unbroken(trace.settled, trace.months)))
    path = data.mark_line(color=colour, strokeWidth=3, strokeDash=list(theme.LINE_DASHES[k]))
    points = data.mark_point(color=colour, shape=theme.LINE_MARKERS[k], filled=True, size=60, opacity=1)
    return [*_waiting(trace, k=k), path.encode(x=x, y=y, detail="run:N"), points.encode(x=x, y=y)]


def _waiting(trace: Trace, *, k: int) -> "list[altair.Chart]":
    """Provisional values: a thin dotted line with hollow marks, and the word."""
    import altair as alt

    if not trace.is_provisional.any():
        return []
    colour, only = theme.LINE_COLOURS[k], np.where(trace.is_provisional, trace.values, np.nan)
    path = alt.Chart(alt.InlineData(values=unbroken(trace.waiting, trace.months)))
    data = alt.Chart(alt.InlineData(values=unbroken(only, trace.months)))
    rings = data.mark_point(shape=theme.LINE_MARKERS[k], fill="white", stroke=colour, size=60, opacity=1)
    last = int(np.flatnonzero(trace.is_provisional)[-1])
    at = alt.Chart(alt.InlineData(values=[{"x": trace.months[last], "y": float(np.nan_to_num(trace.values[last]))}]))
    return [
        path.mark_line(color=colour, strokeWidth=1.5, strokeDash=[2, 4]).encode(x="x:Q", y="y:Q", detail="run:N"),
        rings.encode(x="x:Q", y="y:Q"),
        *text_with_halo(
            at.encode(x="x:Q", y="y:Q"),
            text=PROVISIONAL,
            align="right",
            baseline="top",
            dy=10,
            fontSize=theme.SMALL_TEXT,
            color=theme.QUIET,
        ),
    ]


def _names(traces: Sequence[Trace], names: list[list[str]], *, top: float) -> "list[altair.Chart]":
    """The name of each line beside its last point, moved up where names would overlap."""
    import altair as alt

    rightmost = max(trace.months[-1] for trace in traces)
    heights = [(len(name) * _NAME_HEIGHT + 4) * top / _HEIGHT for name in names]
    ends = [float(np.nan_to_num(trace.values[trace.ends[1]])) for trace in traces]
    return [
        alt.Chart(alt.InlineData(values=[{"x": rightmost, "y": place}]))
        .mark_text(text=name, align="left", dx=12, color=theme.NAME_COLOURS[k], fontSize=15, lineHeight=17)
        .encode(x="x:Q", y="y:Q")
        for k, (name, place) in enumerate(zip(names, spread(ends, sizes=heights), strict=True))
    ]


def spread(places: Sequence[float], *, sizes: Sequence[float]) -> list[float]:
    """Move labels apart, keeping their order, until no two overlap. All in the units of the axis."""
    order = sorted(range(len(places)), key=lambda k: places[k])
    moved = list(places)
    for below, above in pairwise(order):
        least = moved[below] + (sizes[below] + sizes[above]) / 2
        moved[above] = max(moved[above], least)
    return moved
