"""Which part of a split LSOA a map point belongs to."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

Point = tuple[str, float, float]


def nearest_parts(cursor: "duckdb.DuckDBPyConnection", points: Sequence[Point]) -> list[tuple[str, float, float, str]]:
    """Each (LSOA of 2011, longitude, latitude) with the 2021 part whose outline is nearest; none without outlines.

    Published outlines are generalised, so a point may lie a little outside its own LSOA: nearest, and not within.
    Degrees of longitude are shortened by the cosine of 53 degrees, near the middle of England and Wales.
    """
    import numpy as np
    import shapely

    outlines: dict[str, list[tuple[str, object]]] = {}
    for lsoa_code, part, outline in cursor.execute(
        """
        SELECT from_code, to_code, any_value(outline) FROM area_links
        JOIN boundaries ON boundaries.kind = 'lsoa21' AND boundaries.code = to_code
        WHERE from_kind = 'lsoa11' AND to_kind = 'lsoa21' AND list_contains(?, from_code)
        GROUP BY ALL ORDER BY ALL
        """,
        [sorted({point[0] for point in points})],
    ).fetchall():
        outlines.setdefault(lsoa_code, []).append((part, shapely.from_wkb(bytes(outline))))
    points_in: dict[str, list[tuple[float, float]]] = {}
    for lsoa_code, longitude, latitude in points:
        points_in.setdefault(lsoa_code, []).append((longitude, latitude))
    scale = np.array([np.cos(np.radians(53.0)), 1.0])
    rows: list[tuple[str, float, float, str]] = []
    for lsoa_code, parts in outlines.items():
        own = points_in[lsoa_code]
        shapes = shapely.transform(np.array([shape for _, shape in parts], dtype=object), lambda xy: xy * scale)
        marks = shapely.points(np.array(own) * scale)
        nearest = np.argmin([shapely.distance(shape, marks) for shape in shapes], axis=0)
        rows += [(lsoa_code, *point, parts[part][0]) for point, part in zip(own, nearest, strict=True)]
    return rows
