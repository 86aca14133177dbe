"""A map of points on the outlines of areas: where something is, told apart by shape as well as by colour."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from wardmote.reports.charts import theme
from wardmote.reports.charts.plane import Plane, Shape, plane_of
from wardmote.reports.charts.svg import to_svg

if TYPE_CHECKING:
    import altair

_GROUND = "#eef3f7"


@dataclass(frozen=True)
class MapPoint:
    """One place and the group that it belongs to."""

    longitude: float
    latitude: float
    group: str


def point_map(shapes: Mapping[str, Shape], points: Sequence[MapPoint], *, alt: str) -> str:
    """The points of up to four groups as SVG. Raises ValueError where there is no outline or no point to draw."""
    groups = tuple(dict.fromkeys(point.group for point in points))
    if not shapes or not points or len(groups) > len(theme.LINE_MARKERS):
        raise ValueError(f"a map needs outlines and 1 to {len(theme.LINE_MARKERS)} groups of points")
    plane = plane_of(shapes.values(), width=theme.WIDTH)
    return _drawn(_Map(plane, shapes), tuple(points), groups, alt)


class _Map:
    """Outlines on their plane; the same outlines are the same map, so that a drawing of it can be kept."""

    def __init__(self, plane: Plane, shapes: Mapping[str, Shape]) -> None:
        self.plane, self.shapes = plane, shapes

    def __hash__(self) -> int:
        return hash((self.plane, tuple(self.shapes)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Map) and self.shapes is other.shapes


@lru_cache(maxsize=16)
def _drawn(ground: _Map, points: tuple[MapPoint, ...], groups: tuple[str, ...], alt: str) -> str:
    return to_svg(_chart(ground, points, groups), alt=alt)


def _chart(
    ground: _Map, points: tuple[MapPoint, ...], groups: tuple[str, ...]
) -> "altair.LayerChart | altair.FacetChart":
    import altair as alt

    plane = ground.plane
    width, height = plane.size
    features: list[dict[str, Any]] = [
        {"type": "Feature", "geometry": plane.flat(shape), "properties": {}} for shape in ground.shapes.values()
    ]
    areas = alt.Chart(alt.InlineData(values=features)).mark_geoshape(fill=_GROUND, stroke=theme.QUIET, strokeWidth=0.6)
    rows = [
        {"x": x, "y": y, "group": point.group}
        for point in points
        for x, y in [plane.at(point.longitude, point.latitude)]
    ]
    legend = alt.Legend(title=None, orient="bottom", direction="vertical", symbolSize=160)
    number = len(groups)
    marks = alt.Chart(alt.InlineData(values=rows)).mark_point(size=80, filled=True, opacity=0.9)
    marks = marks.encode(
        longitude="x:Q",
        latitude="y:Q",
        color=alt.Color(
            "group:N", scale=alt.Scale(domain=list(groups), range=list(theme.LINE_COLOURS[:number])), legend=legend
        ),
        shape=alt.Shape(
            "group:N", scale=alt.Scale(domain=list(groups), range=list(theme.LINE_MARKERS[:number])), legend=legend
        ),
    )
    chart = alt.layer(areas, marks).project(type="identity", scale=1, translate=[0, 0])
    return chart.properties(width=width, height=height)
