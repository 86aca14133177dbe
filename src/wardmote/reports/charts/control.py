"""A control chart: months against their usual range, with the months that matter named on it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from wardmote.assessment.drawings import Control
from wardmote.assessment.wording import interval, listing, month, number, span, unit_in_words
from wardmote.reports.charts import theme
from wardmote.reports.charts.chart import Sketch
from wardmote.reports.charts.halo import text_with_halo
from wardmote.reports.charts.svg import to_svg
from wardmote.reports.charts.timeline import gap_bands, gaps, month_axis, month_number, unbroken, yearly_ticks
from wardmote.statistics.control import ControlChart

if TYPE_CHECKING:
    import altair

_HEIGHT = 280
_MOST_NAMES = 4
_LINE_HEIGHT = 17
_NAME_WIDTH = 110
_READING = "The shaded band is the usual range from month to month. Diamonds mark months that chance does not explain."
_NOT_FROM_ZERO = "The scale does not start at zero, so that the months can be told apart."
_GAP = "A break in the line is a month without data. It does not mean zero."
_ADJUSTED = "The usual difference between the months of a year is taken out."


@dataclass(frozen=True)
class _Stretch:
    """Signal months next to each other on one side of the average, which share one name on the chart."""

    columns: tuple[int, ...]
    side: int

    @property
    def middle(self) -> float:
        return (self.columns[0] + self.columns[-1]) / 2


def sketch_control(drawing: Control) -> Sketch:
    """Draw the months, their usual range, and a diamond on each month with a signal.

    Raises ValueError when the chart and the series are not of the same months.
    """
    (series,) = drawing.series
    if len(drawing.chart.values) != len(series.periods):
        raise ValueError(f"the chart has {len(drawing.chart.values)} points and {len(series.periods)} months")
    alt_text = _in_words(drawing)
    has_gap = bool(np.isnan(drawing.chart.values).any())
    applies = (
        (_READING, True),
        (_ADJUSTED, drawing.is_adjusted),
        (_NOT_FROM_ZERO, scale_of(drawing.chart)[0] > 0),
        (_GAP, has_gap),
    )
    return Sketch(
        svg=to_svg(_chart(drawing), alt=alt_text),
        alt=alt_text,
        unit=f"{unit_in_words(series)} a month",
        period=span(series.periods),
        header=("Month", "Counted", *(("Season taken out",) if drawing.is_adjusted else ()), "Usual range", "Signal"),
        rows=tuple(_row(drawing, column) for column in range(len(series.periods))),
        notes=tuple(note for note, is_true in applies if is_true),
    )


def _row(drawing: Control, column: int) -> tuple[str, ...]:
    (series,), chart = drawing.series, drawing.chart
    unit = series.unit
    counted = number(float(series.value[0, column]), unit=unit)
    adjusted = (number(float(chart.values[column]), unit=unit),) if drawing.is_adjusted else ()
    usual = interval(float(chart.lower[column]), float(chart.upper[column]), unit=unit)
    signal = listing(chart.signals[column]) or "none"
    return (month(series.periods[column].last), counted, *adjusted, usual, signal)


def _stretches(chart: ControlChart) -> list[_Stretch]:
    found: list[_Stretch] = []
    for column, (signals, side) in enumerate(zip(chart.signals, chart.sides, strict=True)):
        if not signals:
            continue
        if found and found[-1].side == side and found[-1].columns[-1] == column - 1:
            found[-1] = _Stretch(columns=(*found[-1].columns, column), side=int(side))
        else:
            found.append(_Stretch(columns=(column,), side=int(side)))
    return found


def _name(stretch: _Stretch, drawing: Control) -> list[str]:
    periods = drawing.series[0].periods
    first, last = (month(periods[stretch.columns[k]].last) for k in (0, -1))
    return [first] if first == last else [f"{first} to", last]


def _in_words(drawing: Control) -> str:
    (series,), chart = drawing.series, drawing.chart
    last = int(np.flatnonzero(~np.isnan(chart.centre))[-1])
    unit = series.unit
    usual = interval(float(chart.lower[last]), float(chart.upper[last]), unit=unit)
    stretches = [" ".join(_name(stretch, drawing)) for stretch in _stretches(chart)]
    signals = f"Months that chance does not explain: {listing(stretches)}." if stretches else "No month stands out."
    return (
        f"Control chart of {unit_in_words(series)} a month ({series.measure.short_title}), {span(series.periods)}. "
        f"Average {number(float(chart.centre[last]), unit=unit)}, usual range {usual}. {signals}"
    )


def _chart(drawing: Control) -> "altair.LayerChart | altair.FacetChart":
    import altair as alt

    (series,), chart = drawing.series, drawing.chart
    months = [month_number(period.last) for period in series.periods]
    bottom, top = scale_of(chart)
    scale, axis = alt.Scale(domain=[bottom, top], nice=False, zero=False), alt.Axis(title=None, tickCount=4)
    y, low = alt.Y("y:Q", scale=scale, axis=axis), alt.Y("low:Q", scale=scale, axis=axis)
    x = month_axis(months, ticks=yearly_ticks(months, most=4))
    rows = [
        {"x": x, "y": c, "low": max(lo, bottom), "high": hi, "part": sum(column >= k for k in chart.rebased_at)}
        for column, (x, c, lo, hi) in enumerate(zip(months, chart.centre, chart.lower, chart.upper, strict=True))
        if not np.isnan(c)
    ]
    usual = alt.Chart(alt.InlineData(values=rows))
    values = alt.Chart(alt.InlineData(values=unbroken(chart.values, months)))
    layers = [
        usual.mark_area(color=theme.USUAL).encode(x=x, y=low, y2="high:Q", detail="part:N"),
        *gap_bands(list(gaps(chart.values, months)), step=1, top=top),
        usual.mark_line(color=theme.QUIET, strokeDash=[6, 4], strokeWidth=1.5).encode(x=x, y=y, detail="part:N"),
        values.mark_line(color=theme.DARK_BLUE, strokeWidth=2.5).encode(x=x, y=y, detail="run:N"),
        values.mark_point(color=theme.DARK_BLUE, filled=True, size=18, opacity=1).encode(x=x, y=y),
        *_signals(drawing, months),
        _key(),
    ]
    return alt.layer(*layers).properties(width=theme.WIDTH - 50, height=_HEIGHT)


def scale_of(chart: ControlChart) -> tuple[float, float]:
    """The lowest and highest value of the axis: from zero, unless the months would then lie flat in its upper half."""
    lowest = max(float(np.nanmin([np.nanmin(chart.values), np.nanmin(chart.lower)])), 0.0)
    highest = float(np.nanmax([np.nanmax(chart.values), np.nanmax(chart.upper)]))
    room = (highest - lowest) * 0.22
    return (lowest - room if lowest > highest / 2 else 0.0), highest + max(room, highest * 0.02)


def _key() -> "altair.Chart":
    """What the band and the dashes are, above the frame where no line is in the way."""
    import altair as alt

    mark = alt.Chart(alt.InlineData(values=[{}])).mark_text(
        text="Shaded: usual range. Dashes: average.", align="left", color=theme.QUIET, fontSize=theme.SMALL_TEXT
    )
    placed: alt.Chart = mark.encode(x=alt.value(0), y=alt.value(-14))
    return placed


def _signals(drawing: Control, months: list[int]) -> "list[altair.Chart]":
    import altair as alt

    chart, stretches = drawing.chart, _stretches(drawing.chart)
    if not stretches:
        return []
    points = [
        {"x": months[column], "y": float(chart.values[column])}
        for stretch in stretches
        for column in stretch.columns
        if not np.isnan(chart.values[column])
    ]
    diamonds = alt.Chart(alt.InlineData(values=points)).mark_point(
        color=theme.DARK_PINK, shape="diamond", filled=True, size=150, opacity=1, stroke="white", strokeWidth=1
    )
    worth = _worth_naming(stretches, months=len(months))
    names = [mark for stretch in worth for mark in _named(stretch, drawing, months)]
    return [diamonds.encode(x="x:Q", y="y:Q"), *names]


def _worth_naming(stretches: list[_Stretch], *, months: int) -> list[_Stretch]:
    """The longest stretches first (of equals, the newest), as many as there is room for beside each other."""
    room = months * _NAME_WIDTH / theme.WIDTH
    chosen: list[_Stretch] = []
    for stretch in sorted(stretches, key=lambda one: (len(one.columns), one.columns[-1]), reverse=True):
        if all(abs(stretch.middle - other.middle) >= room for other in chosen):
            chosen.append(stretch)
    return chosen[:_MOST_NAMES]


def _named(stretch: _Stretch, drawing: Control, months: list[int]) -> "list[altair.Chart]":
    import altair as alt

    values = [float(drawing.chart.values[column]) for column in stretch.columns]
    x = (months[stretch.columns[0]] + months[stretch.columns[-1]]) / 2
    share = (x - months[0]) / max(months[-1] - months[0], 1)
    align = "left" if share < 0.15 else "right" if share > 0.85 else "center"
    y = max(values) if stretch.side > 0 else min(values)
    words = _name(stretch, drawing)
    return text_with_halo(
        alt.Chart(alt.InlineData(values=[{"x": x, "y": y}])).encode(x="x:Q", y="y:Q"),
        text=words,
        color=theme.DARK_PINK,
        align=align,
        baseline="bottom" if stretch.side > 0 else "top",
        dy=-10 - _LINE_HEIGHT * (len(words) - 1) if stretch.side > 0 else 10,
        lineHeight=_LINE_HEIGHT,
        fontSize=theme.SMALL_TEXT,
        fontWeight="bold",
    )
