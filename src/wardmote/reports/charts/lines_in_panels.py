"""Many lines, each in a small frame of its own with its first and last value written on it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from wardmote.measures.series import Mark
from wardmote.reports.charts import theme
from wardmote.reports.charts.marks import bands_at, lines_at
from wardmote.reports.charts.timeline import gaps, month_axis, unbroken, yearly_ticks
from wardmote.reports.charts.trace import Trace
from wardmote.reports.charts.wrapping import wrapped

if TYPE_CHECKING:
    import altair

_LINE_BREAK = "|"
_WORD_POINTS = 3
_FRAME = {"width": 196, "height": 112}


def lines_in_panels(traces: Sequence[Trace], marks: Sequence[Mark] = (), *, is_same_scale: bool) -> "altair.FacetChart":
    """Two frames to a row. Every frame starts at zero; the frames share one scale when `is_same_scale`."""
    import altair as alt

    months = traces[0].months
    names = [_LINE_BREAK.join(wrapped(trace.name, width=24)) for trace in traces]
    rows = [row for name, trace in zip(names, traces, strict=True) for row in _rows(trace, marks, frame=name)]
    header = alt.Header(
        title=None,
        labelAnchor="start",
        labelFontWeight="bold",
        labelFontSize=theme.SMALL_TEXT,
        labelColor=theme.INK,
        labelExpr=f"split(datum.value, '{_LINE_BREAK}')",
    )
    facet = alt.Facet("frame:N", sort=names, header=header)
    layered = alt.layer(*_layers(months), data=alt.InlineData(values=rows)).properties(**_FRAME)
    chart = layered.facet(facet=facet, columns=2, spacing={"row": 22, "column": 26})
    return chart if is_same_scale else chart.resolve_scale(y="independent")


def _rows(trace: Trace, marks: Sequence[Mark], *, frame: str) -> list[dict[str, Any]]:
    """Every mark of one frame: points and their line, the two values that are written, the gaps, and some headroom."""
    half = trace.step / 2
    points = [{**point, "mark": "point"} for point in unbroken(trace.settled, trace.months)]
    only = np.where(trace.is_provisional, trace.values, np.nan)
    points += [{**point, "mark": "waiting"} for point in unbroken(only, trace.months)]
    changes: list[dict[str, Any]] = [{"mark": "break", "x": x} for x in lines_at(marks, trace.periods)]
    changes += [{"mark": "aside", **band} for band in bands_at(marks, trace.periods)]
    top: dict[str, Any] = {"mark": "top", "y": trace.highest * 1.35, "x": trace.months[0]}
    holes = [
        {"mark": "gap", "x": first - half, "x2": last + half, "y": trace.highest * 0.6, "mid": (first + last) / 2}
        for first, last in gaps(trace.values, trace.months)
    ]
    ends: list[dict[str, Any]] = [
        {"mark": mark, "x": trace.months[k], "y": _clear_of_line(trace, k), "words": trace.words(k)}
        for mark, k in zip(("first", "last"), trace.ends, strict=True)
        if not np.isnan(trace.values[k])
    ]
    return [{**row, "frame": frame} for row in [top, *changes, *holes, *points, *ends]]


def _clear_of_line(trace: Trace, column: int) -> float:
    """High enough for the words at an end of the line not to lie on its neighbouring points."""
    return float(np.nanmax(trace.values[max(column - _WORD_POINTS, 0) : column + _WORD_POINTS + 1]))


def _layers(months: Sequence[int]) -> "list[altair.Chart]":
    import altair as alt

    x = month_axis(months, ticks=yearly_ticks(months, most=3))
    y = alt.Y("y:Q", scale=alt.Scale(zero=True, nice=False), axis=alt.Axis(title=None, tickCount=3))

    def only(mark: str) -> "altair.Chart":
        return alt.Chart().transform_filter(f"datum.mark == '{mark}'")

    aside = only("aside").mark_rect(color=theme.SET_ASIDE).encode(x=x, x2="x2:Q")
    rule = only("break").mark_rule(color=theme.INK, strokeWidth=1.5).encode(x=x)
    rings = only("waiting").mark_point(fill="white", stroke=theme.PALE_BLUE, size=36, opacity=1).encode(x=x, y=y)
    band = only("gap").mark_rect(color=theme.NO_DATA).encode(x=x, x2="x2:Q")
    no_data = (
        only("gap").mark_text(text=["no", "data"], color=theme.QUIET, fontSize=theme.SMALL_TEXT).encode(x="mid:Q", y=y)
    )
    line = only("point").mark_line(color=theme.DARK_BLUE, strokeWidth=3).encode(x=x, y=y, detail="run:N")
    dots = only("point").mark_point(color=theme.DARK_BLUE, filled=True, size=36, opacity=1).encode(x=x, y=y)
    headroom = only("top").mark_point(opacity=0).encode(x=x, y=y)
    first = only("first").mark_text(dy=-14, dx=-3, align="left").encode(x=x, y=y, text="words:N")
    last = only("last").mark_text(dy=-14, dx=4, align="right", fontWeight="bold").encode(x=x, y=y, text="words:N")
    return [aside, band, rule, no_data, line, dots, rings, headroom, first, last]
