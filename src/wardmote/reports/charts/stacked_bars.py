"""Standing bars in the order of time, each of one or two parts, with its total above it."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from wardmote.reports.charts import theme
from wardmote.reports.charts.svg import to_svg

if TYPE_CHECKING:
    import altair

_HEIGHT = 240
_PARTS = (theme.DARK_BLUE, theme.PALE_BLUE)


@dataclass(frozen=True)
class StackedBar:
    """One bar: the two lines of its name, the amounts of its parts from the bottom up, and its total in words."""

    name: tuple[str, str]
    amounts: tuple[float, float]
    words: str


# The same bars are asked for by everybody who opens the page.
@lru_cache(maxsize=64)
def stacked_bars(bars: tuple[StackedBar, ...], *, parts: tuple[str, str], alt: str) -> str:
    """The bars as SVG; `parts` names what stands below and above in each. Raises ValueError for no bar."""
    if not bars:
        raise ValueError("there is no bar to draw")
    return to_svg(_chart(bars, parts), alt=alt)


def _chart(bars: tuple[StackedBar, ...], parts: tuple[str, str]) -> "altair.LayerChart | altair.FacetChart":
    import altair as alt

    highest = max(sum(bar.amounts) for bar in bars) or 1.0
    scale = alt.Scale(domain=[0, highest * 1.12], nice=False)
    x = alt.X("k:O", axis=_axis(bars, alt.Axis), scale=alt.Scale(paddingInner=0.25, paddingOuter=0.1))
    pieces = [
        {"k": k, "part": parts[n], "low": sum(bar.amounts[:n]), "high": sum(bar.amounts[: n + 1])}
        for k, bar in enumerate(bars)
        for n in range(len(parts))
    ]
    totals = [{"k": k, "top": sum(bar.amounts), "words": bar.words} for k, bar in enumerate(bars)]
    legend = alt.Legend(title=None, orient="top", direction="horizontal", symbolType="square", symbolSize=240)
    colour = alt.Color("part:N", scale=alt.Scale(domain=list(parts), range=list(_PARTS)), legend=legend)
    piece = alt.Chart(alt.InlineData(values=pieces)).mark_bar()
    piece = piece.encode(x=x, y=alt.Y("low:Q", axis=None, scale=scale), y2="high:Q", color=colour)
    total = alt.Chart(alt.InlineData(values=totals)).mark_text(baseline="bottom", dy=-5, fontWeight="bold")
    total = total.encode(x=x, y=alt.Y("top:Q", axis=None, scale=scale), text="words:N")
    return alt.layer(piece, total).properties(width=theme.WIDTH, height=_HEIGHT)


def _axis(bars: tuple[StackedBar, ...], axis: "Callable[..., altair.Axis]") -> "altair.Axis":
    """The name of each bar below it, in two lines."""
    names = json.dumps({f"{k}": bar.name for k, bar in enumerate(bars)})
    return axis(title=None, labelAngle=0, ticks=False, labelExpr=f"{names}[datum.value]")
