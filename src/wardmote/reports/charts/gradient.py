"""A rate from the most to the least deprived residents, with the line through all the groups."""

from typing import TYPE_CHECKING

import numpy as np

from wardmote.assessment.drawings import Gradient
from wardmote.assessment.wording import interval, lower_first, number, span, unit_in_words
from wardmote.measures.series import Series
from wardmote.reports.charts import theme
from wardmote.reports.charts.chart import Sketch
from wardmote.reports.charts.halo import text_with_halo
from wardmote.reports.charts.svg import to_svg
from wardmote.statistics.inequality import Inequality

if TYPE_CHECKING:
    import altair

_HEIGHT = 270
_STEPS = 40
_NOTES = (
    "Each bar is a group of about as many residents, by the index of deprivation of where they live.",
    "The thin line on each bar is its 95% interval.",
    "Counted where it happened and set against who lives there: many who are harmed in a town centre live elsewhere.",
)
_LINE = "The dark line is the one that fits all the groups best: its two ends are what the sentence compares."


def sketch_gradient(drawing: Gradient) -> Sketch:
    """Draw the groups from the most to the least deprived; one that may not be shown stays empty."""
    (series,) = drawing.series
    unit = unit_in_words(series)
    alt_text = _in_words(drawing, unit=unit)
    return Sketch(
        svg=to_svg(_chart(drawing), alt=alt_text),
        alt=alt_text,
        unit=unit,
        period=span(series.periods),
        header=("Residents", "Count", unit[:1].upper() + unit[1:], "95% interval"),
        rows=tuple(_row(series, i) for i in range(len(series.areas))),
        notes=_NOTES if drawing.inequality.ratio is None else (*_NOTES, _LINE),
    )


def _row(series: Series, i: int) -> tuple[str, ...]:
    value, lower, upper, count = (float(m[i, 0]) for m in (series.value, series.lower, series.upper, series.count))
    limits = interval(lower, upper, unit=series.unit)
    return (series.areas[i].name, number(count, unit="count"), number(value, unit=series.unit), limits)


def _in_words(drawing: Gradient, *, unit: str) -> str:
    (series,) = drawing.series
    ends = [
        f"{lower_first(series.areas[i].name)} {number(float(series.value[i, 0]), unit=series.unit)}" for i in (0, -1)
    ]
    return f"Bar chart of {unit} by {len(series.areas)} groups of residents: {ends[0]}, {ends[1]}."


def _chart(drawing: Gradient) -> "altair.LayerChart | altair.FacetChart":
    import altair as alt

    (series,) = drawing.series
    groups = len(series.areas)
    values = [
        {
            "k": k + 0.5,
            "from": k + 0.12,
            "to": k + 0.88,
            "y": y,
            "zero": 0,
            "lower": lower,
            "upper": upper,
            "words": number(y, unit=series.unit),
        }
        for k, (y, lower, upper) in enumerate(
            zip(*(m[:, 0].tolist() for m in (series.value, series.lower, series.upper)), strict=True)
        )
        if not np.isnan(y)
    ]
    if not values:
        raise ValueError("there is no value to draw")
    top = 1.2 * max(float(row["upper"]) for row in values)
    label = f"datum.value == 0.5 ? 'Most deprived' : datum.value == {groups - 0.5} ? 'Least deprived' : ''"
    ticks = alt.Axis(
        title=None,
        values=[0.5, groups - 0.5],
        labelExpr=label,
        ticks=False,
        domain=False,
        grid=False,
        labelFlush=40,
        labelBound=False,
    )
    across, up = (alt.Scale(domain=[0, most], nice=False) for most in (groups, top))
    x = alt.X("k:Q", scale=across, axis=ticks)
    y = alt.Y("y:Q", scale=up, axis=alt.Axis(title=None, tickCount=4))
    data = alt.Chart(alt.InlineData(values=values))
    bars = data.mark_rect(color="#8ba6bf").encode(x=alt.X("from:Q", scale=across), x2="to:Q", y=y, y2="zero:Q")
    whiskers = data.mark_rule(color=theme.INK, strokeWidth=2).encode(x=x, y=alt.Y("lower:Q", scale=up), y2="upper:Q")
    above = data.encode(x=x, y=alt.Y("upper:Q", scale=up), text="words:N")
    words = text_with_halo(above, baseline="bottom", dy=-4, fontSize=theme.SMALL_TEXT)
    return alt.layer(bars, whiskers, *_line(drawing.inequality, groups, x=x, y=y), *words).properties(
        width=theme.WIDTH - 50, height=_HEIGHT
    )


def _line(found: Inequality, groups: int, *, x: "altair.X", y: "altair.Y") -> "list[altair.Chart]":
    """The fitted line, straight on a log scale, drawn back on the scale of the rate."""
    import altair as alt

    if found.ratio is None or found.gap is None or found.ratio == 1:
        return []
    least = found.gap / (found.ratio - 1)
    rank = np.linspace(0, 1, _STEPS)
    rows = [{"k": float(r * groups), "y": float(least * found.ratio ** (1 - r))} for r in rank]
    data = alt.Chart(alt.InlineData(values=rows))
    return [
        data.mark_line(color="white", strokeWidth=6).encode(x=x, y=y),
        data.mark_line(color=theme.DARK_BLUE, strokeWidth=3).encode(x=x, y=y),
    ]
