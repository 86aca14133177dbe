"""A year's shape: how far each calendar month stands above or below the average month."""

import calendar
from typing import TYPE_CHECKING, Any

import numpy as np

from wardmote.assessment.drawings import FloatVector, Season
from wardmote.assessment.wording import NOT_AVAILABLE, number, span
from wardmote.measures.series import Series
from wardmote.reports.charts import theme
from wardmote.reports.charts.chart import Sketch
from wardmote.reports.charts.svg import to_svg

if TYPE_CHECKING:
    import altair

_NOTE = "The level of each year is taken out first, so that a rise or a fall over the years is not taken for a season."


def sketch_season(drawing: Season) -> Sketch:
    """Draw the twelve months; a calendar month that was never observed stays empty."""
    (series,) = drawing.series
    alt_text = _in_words(drawing.factors, series=series)
    return Sketch(
        svg=to_svg(_chart(drawing.factors), alt=alt_text),
        alt=alt_text,
        unit="each month against the average month, in %",
        period=span(series.periods),
        header=("Month", "Against the average month", f"Average {series.measure.counts} counted", "Years counted"),
        rows=tuple(_row(k, drawing.factors, series=series) for k in range(12)),
        notes=(_NOTE,),
    )


def _row(k: int, factors: FloatVector, *, series: Series) -> tuple[str, ...]:
    months = np.array([period.first.month for period in series.periods])
    values = series.value[0][(months == k + 1) & ~np.isnan(series.value[0])]
    mean = float(values.mean()) if values.size else np.nan
    return (calendar.month_name[k + 1], _against(float(factors[k])), number(mean, unit=series.unit), f"{values.size}")


def _against(factor: float) -> str:
    if np.isnan(factor):
        return NOT_AVAILABLE
    change = round(100 * (factor - 1))
    return f"{abs(change)}% {'above' if change > 0 else 'below'}" if change else "the same"


def _in_words(factors: FloatVector, *, series: Series) -> str:
    high, low = int(np.nanargmax(factors)), int(np.nanargmin(factors))
    return (
        f"Bar chart of {series.measure.short_title} in January to December, against the average month. "
        f"Highest: {calendar.month_name[high + 1]}, {_against(float(factors[high]))}. "
        f"Lowest: {calendar.month_name[low + 1]}, {_against(float(factors[low]))}."
    )


def _chart(factors: FloatVector) -> "altair.LayerChart | altair.FacetChart":
    import altair as alt

    high, low = int(np.nanargmax(factors)), int(np.nanargmin(factors))
    values: list[dict[str, Any]] = [
        {"k": k, "y": round(100 * (float(factor) - 1), 1), "words": f"{100 * (factor - 1):+.0f}%".replace("-", "−")}
        for k, factor in enumerate(factors)
        if not np.isnan(factor)
    ]
    data = alt.Chart(alt.InlineData(values=values))
    names = [calendar.month_abbr[k + 1] for k in range(12)]
    axis = alt.Axis(
        title=None, labelAngle=0, labelExpr=f"{names}[datum.value]", labelOverlap=False, domain=False, ticks=False
    )
    x = alt.X("k:O", scale=alt.Scale(domain=list(range(12)), paddingInner=0.2), axis=axis)
    reach = max(abs(row["y"]) for row in values) * 1.25 or 1.0
    y = alt.Y("y:Q", scale=alt.Scale(domain=[-reach, reach], nice=False), axis=None)
    is_end = f"datum.k == {high} || datum.k == {low}"
    bars = data.mark_bar().encode(
        x=x, y=y, color=alt.condition(is_end, alt.value(theme.DARK_BLUE), alt.value("#8ba6bf"))
    )
    above = data.transform_filter("datum.y >= 0").mark_text(dy=-10, fontSize=theme.SMALL_TEXT)
    below = data.transform_filter("datum.y < 0").mark_text(dy=12, fontSize=theme.SMALL_TEXT)
    labels = [mark.encode(x=x, y=y, text="words:N") for mark in (above, below)]
    line = alt.Chart(alt.InlineData(values=[{"y": 0}])).mark_rule(color=theme.INK, strokeWidth=2).encode(y="y:Q")
    return alt.layer(bars, *labels, line).properties(width=theme.WIDTH - 16, height=250)
