"""Bars in order of length, each with its name above it, its interval and its value."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from wardmote.assessment.drawings import Ranked
from wardmote.assessment.wording import interval, number, span, unit_in_words
from wardmote.reports.charts import theme
from wardmote.reports.charts.chart import Sketch
from wardmote.reports.charts.halo import text_with_halo
from wardmote.reports.charts.svg import to_svg

if TYPE_CHECKING:
    import altair

_ROW = 46
_INTERVAL_NOTE = "The thin line on each bar is its 95% interval: the range in which the true level probably lies."


@dataclass(frozen=True)
class _Bar:
    name: str
    value: float
    lower: float
    upper: float
    count: float
    unit: str

    @property
    def has_interval(self) -> bool:
        """Whether its interval is drawn: a count is what was counted, and only a rate or a share is an estimate."""
        return self.unit != "count" and not np.isnan(self.lower)

    @property
    def end(self) -> float:
        """How far the bar reaches with what is drawn on it."""
        return self.upper if self.has_interval else self.value

    @property
    def words(self) -> str:
        return number(self.value, unit=self.unit)


def sketch_ranked(drawing: Ranked) -> Sketch:
    """Draw the bars, longest first; areas without a value are listed in the table and not drawn."""
    bars = sorted(_bars(drawing), key=lambda bar: (-np.nan_to_num(bar.value, nan=-1.0), bar.name))
    drawn = [bar for bar in bars if not np.isnan(bar.value)]
    if not drawn:
        raise ValueError("there is no value to draw")
    unit = unit_in_words(drawing.series[0])
    alt_text = _in_words(drawn, drawing, unit=unit)
    has_interval = any(bar.has_interval for bar in drawn)
    return Sketch(
        svg=to_svg(_chart(drawn, drawing), alt=alt_text),
        alt=alt_text,
        unit=unit,
        period=span(drawing.series[0].periods),
        header=("Name", "Count", unit[:1].upper() + unit[1:], "95% interval"),
        rows=tuple(_row(bar) for bar in bars),
        notes=(_INTERVAL_NOTE,) if has_interval else (),
    )


def _bars(drawing: Ranked) -> list[_Bar]:
    return [
        _Bar(
            name=series.measure.short_title if drawing.named_by == "measure" else area.name,
            value=float(series.value[i, 0]),
            lower=float(series.lower[i, 0]),
            upper=float(series.upper[i, 0]),
            count=float(series.count[i, 0]),
            unit=series.unit,
        )
        for series in drawing.series
        for i, area in enumerate(series.areas)
    ]


def _row(bar: _Bar) -> tuple[str, ...]:
    return (bar.name, number(bar.count, unit="count"), bar.words, interval(bar.lower, bar.upper, unit=bar.unit))


def _in_words(bars: list[_Bar], drawing: Ranked, *, unit: str) -> str:
    listed = "; ".join(f"{bar.name} {bar.words}" for bar in bars[:12])
    rest = f"; and {len(bars) - 12} more with lower values" if len(bars) > 12 else ""
    reference = ""
    if drawing.reference is not None:
        reference = f" {drawing.reference_label}: {number(drawing.reference, unit=bars[0].unit)}."
    return f"Bar chart of {unit}, highest first: {listed}{rest}.{reference}"


def _chart(bars: list[_Bar], drawing: Ranked) -> "altair.LayerChart | altair.FacetChart":
    import altair as alt

    values = [
        {
            "k": k,
            "name": bar.name,
            "value": bar.value,
            "words": bar.words,
            "end": bar.end,
            **({"lower": bar.lower, "upper": bar.upper} if bar.has_interval else {}),
        }
        for k, bar in enumerate(bars)
    ]
    data = alt.Chart(alt.InlineData(values=values))
    longest = max(bar.end for bar in bars) * 1.16
    x = alt.X("value:Q", scale=alt.Scale(domain=[0, longest], nice=False), axis=None)
    y = alt.Y("k:O", axis=None, scale=alt.Scale(paddingInner=0.56, paddingOuter=0.28))
    bar = data.mark_bar(color=theme.DARK_BLUE).encode(x=x, y=y)
    name = text_with_halo(data.encode(x=alt.value(0), y=y, text="name:N"), align="left", baseline="bottom", dy=-13)
    words = text_with_halo(data.encode(x="end:Q", y=y, text="words:N"), align="left", dx=8, fontWeight="bold")
    layers = [bar, *_whiskers(data, y=y), *_reference(drawing, bars), *name, *words]
    return alt.layer(*layers).properties(width=theme.WIDTH, height=_ROW * len(bars) + 8)


def _whiskers(data: "altair.Chart", *, y: "altair.Y") -> "list[altair.Chart]":
    wide = data.transform_filter("isValid(datum.lower)")
    under = wide.mark_rule(color="white", strokeWidth=5).encode(x="lower:Q", x2="upper:Q", y=y)
    return [under, wide.mark_rule(color=theme.INK, strokeWidth=2).encode(x="lower:Q", x2="upper:Q", y=y)]


def _reference(drawing: Ranked, bars: list[_Bar]) -> "list[altair.Chart]":
    import altair as alt

    if drawing.reference is None:
        return []
    data = alt.Chart(alt.InlineData(values=[{"x": drawing.reference}]))
    words = f"{drawing.reference_label} {number(drawing.reference, unit=bars[0].unit)}"
    rule = data.mark_rule(color=theme.DARK_PINK, strokeWidth=2, strokeDash=[6, 4]).encode(x="x:Q")
    # The label stands above the frame, on whichever side of its line has the room.
    is_left = drawing.reference < max(bar.value for bar in bars) / 2
    label = data.mark_text(
        text=words, color=theme.DARK_PINK, align="left" if is_left else "right", baseline="bottom", dy=-4
    )
    return [rule, label.encode(x="x:Q", y=alt.value(0))]
