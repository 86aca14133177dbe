"""Longitudes and latitudes as pixels: one scale for an area the size of a partnership."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

Ring = list[tuple[float, float]]
Shape = Mapping[str, Any]


@dataclass(frozen=True)
class Plane:
    """Where the west and north edges lie, and pixels a degree. Degrees of longitude shrink with the cosine of the middle
    latitude, which is near enough for an area the size of a partnership.
    """

    west: float
    north: float
    shrink: float
    scale: float
    size: tuple[float, float]

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Pixels from the top left of a longitude and a latitude."""
        return round((x - self.west) * self.shrink * self.scale, 1), round((self.north - y) * self.scale, 1)

    def flat(self, shape: Shape) -> dict[str, Any]:
        """A polygon or several in pixels."""
        polygons = [[[self.at(x, y) for x, y, *_ in ring] for ring in polygon] for polygon in _rings(shape)]
        return {"type": "MultiPolygon", "coordinates": polygons}


def plane_of(shapes: Iterable[Shape], *, width: float) -> Plane:
    """The plane on which the shapes fill the width, or a quarter more than it in height."""
    points = np.array([point for shape in shapes for polygon in _rings(shape) for ring in polygon for point in ring])
    (west, south), (east, north) = points.min(axis=0)[:2], points.max(axis=0)[:2]
    shrink = math.cos(math.radians((south + north) / 2))
    scale = min(width / ((east - west) * shrink), 1.25 * width / (north - south))
    size = (math.ceil((east - west) * shrink * scale), math.ceil((north - south) * scale))
    return Plane(west, north, shrink, scale, size)


def _rings(shape: Shape) -> list[list[Ring]]:
    return [shape["coordinates"]] if shape["type"] == "Polygon" else list(shape["coordinates"])
