"""A map of areas shaded by whether they can be told apart from the whole, with the classes in words."""

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from wardmote.assessment.drawings import AreaMap
from wardmote.assessment.wording import interval, listing, number, span, unit_in_words
from wardmote.measures.series import Series
from wardmote.reports.charts import theme
from wardmote.reports.charts.chart import Sketch
from wardmote.reports.charts.plane import plane_of
from wardmote.reports.charts.svg import to_svg

if TYPE_CHECKING:
    import altair

# Dark to light, so that the order survives a black and white printer.
CLASSES = {
    "Twice the partnership or more": "#0b2a44",
    "Higher than the partnership": "#3f7cac",
    "About the same": "#9dbfd9",
    "Lower than the partnership": "#dce8f1",
    "No figure": "#ffffff",
}
_NAMED = 3
_NOTE = (
    "An area is called higher or lower only where its 95% interval lies wholly on one side of the partnership's level."
)


def sketch_area_map(drawing: AreaMap) -> Sketch:
    """Draw the areas that have a boundary; the table holds them all, and a note names those without one."""
    (series,) = drawing.series
    classes = [class_of(series, i, reference=drawing.reference) for i in range(len(series.areas))]
    alt_text = _in_words(series, classes)
    unit = unit_in_words(series)
    return Sketch(
        svg=to_svg(_chart(drawing, classes), alt=alt_text),
        alt=alt_text,
        unit=unit,
        period=span(series.periods),
        header=("Area", "Count", unit[:1].upper() + unit[1:], "95% interval", "Against the partnership"),
        rows=tuple(_row(series, i, classes[i]) for i in _highest_first(series)),
        notes=(_NOTE, *_not_drawn(drawing)),
    )


def class_of(series: Series, i: int, *, reference: float) -> str:
    """How an area compares with the whole: one of `CLASSES`."""
    value, lower, upper = (float(matrix[i, 0]) for matrix in (series.value, series.lower, series.upper))
    twice, higher, same, lower_class, missing = CLASSES
    if math.isnan(value):
        return missing
    if lower > reference:
        return twice if value >= 2 * reference else higher
    return lower_class if upper < reference else same


def _highest_first(series: Series) -> list[int]:
    values = np.nan_to_num(series.value[:, 0], nan=-1.0)
    return sorted(range(len(series.areas)), key=lambda i: (-values[i], series.areas[i].name))


def _row(series: Series, i: int, class_name: str) -> tuple[str, ...]:
    value, lower, upper, count = (
        float(matrix[i, 0]) for matrix in (series.value, series.lower, series.upper, series.count)
    )
    limits = interval(lower, upper, unit=series.unit)
    return (series.areas[i].name, number(count, unit="count"), number(value, unit=series.unit), limits, class_name)


def _in_words(series: Series, classes: list[str]) -> str:
    counts = [f"{classes.count(name)} {name[:1].lower()}{name[1:]}" for name in CLASSES if name in classes]
    highest = [
        f"{series.areas[i].name} ({number(float(series.value[i, 0]), unit=series.unit)})"
        for i in _highest_first(series)[:_NAMED]
    ]
    return (
        f"Map of {len(series.areas)} areas by {unit_in_words(series)}: {listing(counts)}. Highest: {listing(highest)}."
    )


def _not_drawn(drawing: AreaMap) -> tuple[str, ...]:
    names = [area.name for area in drawing.series[0].areas if area.code not in drawing.shapes]
    if not names:
        return ()
    shown = listing(names[:6]) if len(names) <= 6 else f"{', '.join(names[:6])} and {len(names) - 6} more"
    return (f"Not drawn, for want of a boundary: {shown}. They are in the table.",)


def _chart(drawing: AreaMap, classes: list[str]) -> "altair.LayerChart | altair.FacetChart":
    import altair as alt

    (series,) = drawing.series
    shapes = {area.code: drawing.shapes[area.code] for area in series.areas if area.code in drawing.shapes}
    if not shapes:
        raise ValueError("no area has a boundary to draw")
    plane = plane_of(shapes.values(), width=theme.WIDTH)
    flat, (width, height) = {code: plane.flat(shape) for code, shape in shapes.items()}, plane.size
    features = [
        {"type": "Feature", "geometry": flat[area.code], "properties": {"level": classes[i]}}
        for i, area in enumerate(series.areas)
        if area.code in flat
    ]
    legend = alt.Legend(title=None, orient="bottom", direction="vertical", symbolType="square", symbolSize=320)
    present = [name for name in CLASSES if name in classes]
    scale = alt.Scale(domain=present, range=[CLASSES[name] for name in present])
    layer = alt.Chart(alt.InlineData(values=features)).mark_geoshape(stroke=theme.QUIET, strokeWidth=0.6)
    layer = layer.encode(color=alt.Color("properties.level:N", scale=scale, legend=legend))
    chart = alt.layer(layer, *_labels(series, flat)).project(type="identity", scale=1, translate=[0, 0])
    return chart.properties(width=width, height=height)


def _labels(series: Series, flat: Mapping[str, Mapping[str, Any]]) -> "list[altair.Chart]":
    """The highest areas, numbered on the map and named above it by the same number."""
    import altair as alt

    ranked = [i for i in _highest_first(series) if series.areas[i].code in flat and not np.isnan(series.value[i, 0])]
    chosen = ranked[:_NAMED]
    rows = [
        {"x": x, "y": y, "n": f"{rank}"}
        for rank, i in enumerate(chosen, start=1)
        for x, y in [_middle(flat[series.areas[i].code])]
    ]
    data = alt.Chart(alt.InlineData(values=rows)).encode(longitude="x:Q", latitude="y:Q")
    dot = data.mark_circle(size=420, color="white", stroke=theme.INK, strokeWidth=1.5, opacity=1)
    number_mark = data.mark_text(fontWeight="bold", fontSize=theme.SMALL_TEXT).encode(text="n:N")
    return [dot, number_mark, *(_key(series, i, rank=rank, of=len(chosen)) for rank, i in enumerate(chosen, start=1))]


def _key(series: Series, i: int, *, rank: int, of: int) -> "altair.Chart":
    """One line above the map, such as `1  Bournemouth Central 120.3`."""
    import altair as alt

    words = f"{rank}  {series.areas[i].name} {number(float(series.value[i, 0]), unit=series.unit)}"
    mark = alt.Chart(alt.InlineData(values=[{}])).mark_text(text=words, align="left", baseline="bottom")
    placed: alt.Chart = mark.encode(x=alt.value(0), y=alt.value(-12 - 22 * (of - rank)))
    return placed


def _middle(shape: Mapping[str, Any]) -> tuple[float, float]:
    """A point inside the largest polygon of an area, where its number can stand."""
    from shapely.geometry import Polygon

    largest = max((Polygon(polygon[0]) for polygon in shape["coordinates"]), key=lambda polygon: polygon.area)
    point = largest.representative_point()
    return point.x, point.y
