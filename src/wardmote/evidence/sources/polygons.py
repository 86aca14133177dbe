"""Polygons as people draw them: brought to degrees, or refused with what is wrong with them."""

import json
import re
from typing import TYPE_CHECKING, Any

from wardmote.errors import BadInput

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Coordinates = NDArray[np.float64]

_CODE = re.compile(r"(?:EPSG:+|OGC:[0-9.]*:)(CRS84|\d+)$")
_IS_ON_GRID = {"27700": True, "4326": False, "CRS84": False}
# Great Britain and its waters: west, south, east, north, by whether it is on the grid.
_BOUNDS = {False: (-9.0, 49.0, 3.0, 61.5), True: (0.0, 0.0, 700_000.0, 1_300_000.0)}
# A straight line on the grid is a little bent in degrees: with a corner every 100 metres, by less than a millimetre.
_STEP_M = 100.0
_DRAW = "draw it again as one polygon, or several that do not cross themselves"


def grid_of(crs: object) -> bool:
    """Whether a `crs` member says British National Grid; without one, GeoJSON is WGS84 (RFC 7946).

    Raises ValueError for any other.
    """
    if crs is None:
        return False
    found = _CODE.search(str(crs["properties"]["name"]) if isinstance(crs, dict) else "")
    if not found or found[1] not in _IS_ON_GRID:
        raise ValueError("neither WGS84 nor the British National Grid")
    return _IS_ON_GRID[found[1]]


def outline_of(geometry: object, *, on_grid: bool, where: str) -> bytes:
    """Well-known binary, WGS84 degrees, of a Polygon or MultiPolygon. Raises BadInput with what is wrong."""
    import shapely

    shape = shapely.from_geojson(json.dumps(geometry), on_invalid="ignore")
    if shape is None or shape.geom_type not in ("Polygon", "MultiPolygon") or shape.is_empty:
        raise BadInput("is not a polygon", where=where, do=_DRAW)
    if not shape.is_valid:
        reason = shapely.is_valid_reason(shape).split("[")[0].strip().lower()
        raise BadInput(f"the outline is not one that encloses an area ({reason})", where=where, do=_DRAW)
    west, south, east, north = _BOUNDS[on_grid]
    x_least, y_least, x_most, y_most = shape.bounds
    if x_least < west or y_least < south or x_most > east or y_most > north:
        raise BadInput(
            "the outline lies outside Great Britain",
            where=where,
            do="give longitude before latitude, or say EPSG:27700 in the crs member where they are eastings and northings",
        )
    return bytes(shapely.to_wkb(_in_degrees(shape) if on_grid else shapely.force_2d(shape)))


def _in_degrees(shape: Any) -> Any:
    import shapely

    return shapely.transform(shapely.segmentize(shapely.force_2d(shape), _STEP_M), _degrees)


def _degrees(metres: "Coordinates") -> "Coordinates":
    import numpy as np
    from convertbng.cutil import convert_osgb36_to_ll

    return np.column_stack(convert_osgb36_to_ll(metres[:, 0].copy(), metres[:, 1].copy()))
