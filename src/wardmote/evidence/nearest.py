"""Which part of a split LSOA a map point belongs to."""

from collections.abc import Sequence

import duckdb
import pyarrow as pa


def nearest_parts(cursor: duckdb.DuckDBPyConnection, points: Sequence[tuple[str, float, float]]) -> pa.Table:
    """For each (LSOA of 2011, longitude, latitude) the 2021 part whose outline is nearest; none without outlines.

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
    scale = np.array([np.cos(np.radians(53.0)), 1.0])
    rows: list[tuple[str, float, float, str]] = []
    for lsoa_code, parts in outlines.items():
        own = [(longitude, latitude) for code, longitude, latitude in points if code == lsoa_code]
        shapes = shapely.transform(np.array([shape for _, shape in parts], dtype=object), lambda xy: xy * scale)
        marks = shapely.points(np.array(own) * scale)
        nearest = np.argmin([shapely.distance(shape, marks) for shape in shapes], axis=0)
        rows += [(lsoa_code, *point, parts[part][0]) for point, part in zip(own, nearest, strict=True)]
    names = ("lsoa_code", "longitude", "latitude", "split_unit")
    types = (pa.string(), pa.float64(), pa.float64(), pa.string())
    columns = list(zip(*rows, strict=True)) or [(), (), (), ()]
    return pa.table({name: pa.array(column, type_) for name, type_, column in zip(names, types, columns, strict=True)})
