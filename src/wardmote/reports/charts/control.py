"""A control chart: months against their usual range, with the months that matter named on it."""

from typing import TYPE_CHECKING

import numpy as np

from wardmote.assessment.drawings import Control
from wardmote.assessment.wording import interval, listing, month, number, span, unit_in_words
from wardmote.reports.charts import theme
from wardmote.reports.charts.chart import Sketch
from wardmote.reports.charts.control_signals import signal_marks, stretches_of
from wardmote.reports.charts.halo import text_with_halo
from wardmote.reports.charts.marks import (
    HEADING,
    PROVISIONAL,
    mark_layers,
    marks_within,
    sentences_of,
    words_in,
)
from wardmote.reports.charts.svg import to_svg
from wardmote.reports.charts.timeline import gap_bands, gaps, month_axis, month_number, unbroken, yearly_ticks

if TYPE_CHECKING:
    import altair

_HEIGHT = 280
_KEY_AT = 14
_READING = "The shaded band is the usual range from month to month. A filled diamond marks a month beyond it."
_RUNS = "Hollow diamonds mark runs on one side or in one direction. They are worth a look and prove nothing."
_NOT_FROM_ZERO = "The scale does not start at zero, so that the months can be told apart."
_GAP = "A break in the line is a month without data. It does not mean zero."
_UNJUDGED = "Pale rings are months that are not judged: {why}."
_ADJUSTED = "The usual difference between the months of a year is taken out."


def sketch_control(drawing: Control) -> Sketch:
    """Draw the months, their usual range, and a diamond on each month with a signal.

    Raises ValueError when the chart and the series are not of the same months.
    """
    (series,) = drawing.series
    if len(drawing.chart.values) != len(series.periods):
        raise ValueError(f"the chart has {len(drawing.chart.values)} points and {len(series.periods)} months")
    alt_text = _in_words(drawing)
    return Sketch(
        svg=to_svg(_chart(drawing), alt=alt_text),
        alt=alt_text,
        unit=f"{unit_in_words(series)} a month",
        period=span(series.periods),
        header=_header(drawing),
        rows=tuple(_row(drawing, column) for column in range(len(series.periods))),
        notes=_notes(drawing),
    )


def _header(drawing: Control) -> tuple[str, ...]:
    adjusted = ("Season taken out",) if drawing.is_adjusted else ()
    changed = (HEADING,) if marks_within(drawing.series) else ()
    return ("Month", "Counted", *adjusted, "Usual range", "Signal", *changed)


def _notes(drawing: Control) -> tuple[str, ...]:
    (series,), chart = drawing.series, drawing.chart
    why = _why_unjudged(drawing)
    applies = (
        (_READING, True),
        (_RUNS, any(not stretch.is_beyond for stretch in stretches_of(chart))),
        (_ADJUSTED, drawing.is_adjusted),
        (_NOT_FROM_ZERO, scale_of(drawing)[0] > 0),
        (_UNJUDGED.format(why=listing(why)), bool(why)),
        (_GAP, bool(np.isnan(drawing.shown).any())),
    )
    told = tuple(note for note, is_true in applies if is_true)
    return (*told, *sentences_of(marks_within(drawing.series)), *series.notes)


def _why_unjudged(drawing: Control) -> list[str]:
    """In a word or two, why months are seen and not judged."""
    words = (drawing.why_unjudged(column) for column in range(drawing.chart.values.size))
    return [word for word in dict.fromkeys(words) if word]


def _row(drawing: Control, column: int) -> tuple[str, ...]:
    (series,), chart = drawing.series, drawing.chart
    unit = series.unit
    counted = number(float(series.value[0, column]), unit=unit)
    adjusted = (number(float(drawing.shown[column]), unit=unit),) if drawing.is_adjusted else ()
    marks = marks_within(drawing.series)
    changed = (words_in(column, series.periods, marks) or "nothing",) if marks else ()
    usual = interval(float(chart.lower[column]), float(chart.upper[column]), unit=unit)
    why = drawing.why_unjudged(column)
    signal = f"not judged: {why}" if why else listing(chart.signals[column]) or "none"
    return (month(series.periods[column].last), counted, *adjusted, usual, signal, *changed)


def _in_words(drawing: Control) -> str:
    (series,), chart = drawing.series, drawing.chart
    last = int(np.flatnonzero(~np.isnan(chart.centre))[-1])
    unit = series.unit
    usual = interval(float(chart.lower[last]), float(chart.upper[last]), unit=unit)
    beyond, runs = (
        listing(stretch.name(series) for stretch in stretches_of(chart) if stretch.is_beyond == is_beyond)
        for is_beyond in (True, False)
    )
    said = [f"Beyond the usual range: {beyond}." if beyond else "No month lies beyond the usual range."]
    said += [f"Runs worth a look: {runs}."] if runs else []
    said += sentences_of(marks_within(drawing.series))
    said += [_UNJUDGED.format(why=listing(why))] if (why := _why_unjudged(drawing)) else []
    return (
        f"Control chart of {unit_in_words(series)} a month ({series.measure.short_title}), {span(series.periods)}. "
        f"Average {number(float(chart.centre[last]), unit=unit)}, usual range {usual}. {' '.join(said)}"
    )


def _chart(drawing: Control) -> "altair.LayerChart | altair.FacetChart":
    import altair as alt

    (series,), chart = drawing.series, drawing.chart
    months = [month_number(period.last) for period in series.periods]
    bottom, top = scale_of(drawing)
    marks = marks_within(drawing.series)
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
        *gap_bands(list(gaps(drawing.shown, months)), step=1, top=top),
        *mark_layers(marks, series.periods, top=top),
        usual.mark_line(color=theme.QUIET, strokeDash=[6, 4], strokeWidth=1.5).encode(x=x, y=y, detail="part:N"),
        values.mark_line(color=theme.DARK_BLUE, strokeWidth=2.5).encode(x=x, y=y, detail="run:N"),
        values.mark_point(color=theme.DARK_BLUE, filled=True, size=18, opacity=1).encode(x=x, y=y),
        *_unjudged_marks(drawing, months),
        *signal_marks(drawing, months),
        _key(),
    ]
    return alt.layer(*layers).properties(width=theme.WIDTH - 50, height=_HEIGHT)


def _unjudged_marks(drawing: Control, months: list[int]) -> "list[altair.Chart]":
    """Pale rings, with the word beside the last of those that are provisional."""
    import altair as alt

    if drawing.unjudged is None or np.isnan(drawing.unjudged).all():
        return []
    values = drawing.unjudged
    points = [{"x": x, "y": float(y)} for x, y in zip(months, values, strict=True) if not np.isnan(y)]
    data = alt.Chart(alt.InlineData(values=points))
    rings = data.mark_point(fill="white", stroke=theme.PALE_BLUE, strokeWidth=2, size=40, opacity=1)
    layers = [rings.encode(x="x:Q", y="y:Q")]
    waiting = [j for j in range(values.size) if drawing.why_unjudged(j) == PROVISIONAL]
    if waiting:
        at = {"x": months[waiting[-1]], "y": float(np.nanmin(values[waiting]))}
        placed = alt.Chart(alt.InlineData(values=[at])).encode(x="x:Q", y="y:Q")
        layers += text_with_halo(
            placed,
            text=PROVISIONAL,
            align="right",
            baseline="top",
            dy=8,
            fontSize=theme.SMALL_TEXT,
            color=theme.QUIET,
        )
    return layers


def scale_of(drawing: Control) -> tuple[float, float]:
    """The lowest and highest value of the axis: from zero, unless the months would then lie flat in its upper half."""
    chart, shown = drawing.chart, drawing.shown
    lowest = max(float(np.nanmin([np.nanmin(shown), np.nanmin(chart.lower)])), 0.0)
    highest = float(np.nanmax([np.nanmax(shown), np.nanmax(chart.upper)]))
    room = (highest - lowest) * 0.22
    return (lowest - room if lowest > highest / 2 else 0.0), highest + max(room, highest * 0.02)


def _key() -> "altair.Chart":
    """What the band and the dashes are, above the frame where no line is in the way."""
    import altair as alt

    mark = alt.Chart(alt.InlineData(values=[{}])).mark_text(
        text="Shaded: usual range. Dashes: average.", align="left", color=theme.QUIET, fontSize=theme.SMALL_TEXT
    )
    placed: alt.Chart = mark.encode(x=alt.value(0), y=alt.value(-_KEY_AT))
    return placed
