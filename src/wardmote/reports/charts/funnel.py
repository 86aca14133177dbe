"""A funnel: areas by their size and their level, inside or outside the limits for their size."""

from typing import TYPE_CHECKING, Any

import numpy as np

from wardmote.assessment.drawings import AreaFunnel
from wardmote.assessment.wording import NOT_AVAILABLE, capital_first, interval, listing, number, span, unit_in_words
from wardmote.measures.standing import LEVEL, Standing
from wardmote.reports.charts import theme
from wardmote.reports.charts.chart import Sketch
from wardmote.reports.charts.halo import text_with_halo
from wardmote.reports.charts.svg import to_svg
from wardmote.reports.charts.wrapping import wrapped

if TYPE_CHECKING:
    import altair

_HEIGHT = 330
_STEPS = 80
_NAMED = 5
_NAME_WIDTH = 24
_WORDS = {
    "high": "Stands out as high",
    "low": "Stands out as low",
    "inside": "Does not stand out",
    "cannot tell": "Cannot tell",
    "not available": NOT_AVAILABLE,
}
_SIZE = "Each dot is an area: the further right, the more people its rate is of."
_NOTES = (
    _SIZE,
    "The dashed lines hold 95% of areas that differ only as areas usually do. Small areas move further by chance.",
    "Named dots stand out even after allowing for how many areas were looked at.",
)
_FEW = (
    _SIZE,
    "The dashed lines are of chance alone: with fewer than 10 areas it is not known how far apart areas usually lie.",
)


def sketch_funnel(drawing: AreaFunnel) -> Sketch:
    """Draw every area of which something may be shown; all are in the table, the highest first."""
    (series,), standing = drawing.series, drawing.standing
    order = np.argsort(-np.nan_to_num(series.value[:, 0], nan=-1.0), kind="stable")
    alt_text = _in_words(drawing)
    unit = unit_in_words(series)
    return Sketch(
        svg=to_svg(_chart(drawing), alt=alt_text),
        alt=alt_text,
        unit=unit,
        period=span(series.periods),
        header=("Area", "Count", unit[:1].upper() + unit[1:], "95% interval", "Rank", "Beside the others"),
        rows=tuple(_row(drawing, int(i)) for i in order),
        notes=_NOTES if standing.knows_spread else _FEW,
    )


def rank_words(standing: Standing, i: int) -> str:
    """Such as 4 (3 to 9 of 15)."""
    rank, reach = rank_and_reach(standing, i)
    return f"{rank} ({reach})" if reach else rank


def rank_and_reach(standing: Standing, i: int) -> tuple[str, str]:
    """Such as 4, and 3 to 9 of 15."""
    if standing.is_hidden[i] or np.isnan(standing.ranks.rank[i]):
        return NOT_AVAILABLE, ""
    rank, lower, upper = (
        int(numbers[i]) for numbers in (standing.ranks.rank, standing.ranks.lower, standing.ranks.upper)
    )
    return f"{rank}", f"{lower} to {upper} of {standing.ranks.areas}"


def verdict_words(standing: Standing, i: int) -> str:
    """Whether an area stands out, in a few words."""
    return _WORDS[standing.verdicts[i]]


def _row(drawing: AreaFunnel, i: int) -> tuple[str, ...]:
    (series,), standing = drawing.series, drawing.standing
    value, lower, upper, count = (float(m[i, 0]) for m in (series.value, series.lower, series.upper, series.count))
    return (
        series.areas[i].name,
        number(count, unit="count"),
        number(value, unit=series.unit),
        interval(lower, upper, unit=series.unit),
        rank_words(standing, i),
        verdict_words(standing, i),
    )


def _in_words(drawing: AreaFunnel) -> str:
    (series,), standing = drawing.series, drawing.standing
    shown = int((~np.isnan(series.value[:, 0])).sum())
    opening = (
        f"Funnel chart of {shown} areas by size and by {unit_in_words(series)}. All together:"
        f" {number(standing.target, unit=series.unit)}."
    )
    if not standing.knows_spread:
        return f"{opening} With so few areas none is said to stand out."
    parts = []
    for verdict in ("high", "low"):
        names = [
            f"{series.areas[i].name} ({number(float(series.value[i, 0]), unit=series.unit)})"
            for i, found in enumerate(standing.verdicts)
            if found == verdict
        ]
        more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        parts.append(f"Standing out as {verdict}: {listing(names[:_NAMED]) or 'none'}{more}.")
    return f"{opening} {' '.join(parts)}"


def _chart(drawing: AreaFunnel) -> "altair.LayerChart | altair.FacetChart":
    import altair as alt

    (series,), standing = drawing.series, drawing.standing
    shown = np.flatnonzero(~np.isnan(series.value[:, 0]) & (standing.bases > 0))
    if not shown.size:
        raise ValueError("there is no value to draw")
    smallest, widest = float(standing.bases[shown].min()) * 0.92, float(standing.bases[shown].max()) * 1.04
    curves = _curves(standing, start=smallest, stop=widest)
    top = 1.1 * max(float(series.value[shown, 0].max()), _height_of_limits(curves, standing))
    noun = "records" if series.unit == "%" else series.unit.split(" ", 2)[-1]
    axis = alt.Axis(title=noun.capitalize(), tickCount=4, grid=False, format=",d")
    x = alt.X("x:Q", scale=alt.Scale(domain=[smallest, widest], nice=False), axis=axis)
    y = alt.Y("y:Q", scale=alt.Scale(domain=[0, top], nice=False), axis=alt.Axis(title=None, tickCount=5))
    limits = [_limit(curves, name, x=x, y=y) for name in ("lower", "upper")]
    mean = alt.Chart(alt.InlineData(values=[{"y": standing.target}]))
    rule = mean.mark_rule(color=theme.DARK_PINK, strokeWidth=2).encode(y=y)
    label = mean.mark_text(
        text=f"{capital_first(unit_in_words(series))}; line: all together {number(standing.target, unit=series.unit)}",
        align="left",
        baseline="bottom",
        color=theme.DARK_PINK,
    ).encode(x=alt.value(-30), y=alt.value(-10))
    dots = alt.Chart(alt.InlineData(values=[_dot(drawing, int(i)) for i in shown]))
    is_out = "datum.verdict == 'high' || datum.verdict == 'low'"
    inside = dots.transform_filter(f"!({is_out})").mark_circle(color=theme.DARK_BLUE, size=70, opacity=0.55)
    outside = dots.transform_filter(is_out).mark_point(
        color=theme.DARK_BLUE, fill=theme.ORANGE, shape="diamond", size=150, opacity=1
    )
    names = _names(drawing, middle=(smallest + widest) / 2, x=x, y=y)
    layers = [*limits, rule, inside.encode(x=x, y=y), outside.encode(x=x, y=y), label, *names]
    return alt.layer(*layers).properties(width=theme.WIDTH - 56, height=_HEIGHT)


def _dot(drawing: AreaFunnel, i: int) -> dict[str, Any]:
    (series,), standing = drawing.series, drawing.standing
    return {"x": float(standing.bases[i]), "y": float(series.value[i, 0]), "verdict": standing.verdicts[i]}


def _curves(standing: Standing, *, start: float, stop: float) -> list[dict[str, float]]:
    sizes = np.geomspace(max(start, 1.0), stop, _STEPS)
    lower, upper = standing.funnel.limits(sizes, level=LEVEL)
    both = zip(sizes, lower * standing.per, upper * standing.per, strict=True)
    return [{"x": float(size), "lower": float(low), "upper": float(high)} for size, low, high in both]


def _height_of_limits(curves: list[dict[str, float]], standing: Standing) -> float:
    """The limits of the smallest areas may go through the roof; they are cut where dots would be pressed to the floor."""
    return min(curves[0]["upper"], 4 * standing.target)


def _limit(curves: list[dict[str, float]], name: str, *, x: "altair.X", y: "altair.Y") -> "altair.Chart":
    import altair as alt

    data = alt.Chart(alt.InlineData(values=[{"x": row["x"], "y": row[name]} for row in curves]))
    line = data.mark_line(color=theme.QUIET, strokeDash=[6, 4], strokeWidth=2, clip=True)
    placed: alt.Chart = line.encode(x=x, y=y)
    return placed


def _names(drawing: AreaFunnel, *, middle: float, x: "altair.X", y: "altair.Y") -> "list[altair.Chart]":
    """The areas that stand out most, each beside its dot on the side where there is room."""
    import altair as alt

    standing = drawing.standing
    (series,) = drawing.series
    out = [i for i, verdict in enumerate(standing.verdicts) if verdict in ("high", "low")]
    chosen = sorted(out, key=lambda i: standing.p[i])[:_NAMED]
    layers: list[alt.Chart] = []
    for i in chosen:
        is_left = standing.bases[i] > middle
        data = alt.Chart(alt.InlineData(values=[_dot(drawing, i)])).encode(x=x, y=y)
        name = wrapped(series.areas[i].name, width=_NAME_WIDTH)
        style: dict[str, Any] = {"align": "right" if is_left else "left", "dx": -12 if is_left else 12}
        layers += text_with_halo(data, text=name, fontSize=theme.SMALL_TEXT, lineHeight=17, baseline="middle", **style)
    return layers
