"""Points brought to one grid, put into their LSOA, and moved so that they point to no house."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from wardmote.evidence import duck

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

OUTSIDE = "the point lies outside Great Britain (are its two numbers the right way round?)"
# Published outlines are generalised: a point may lie a little outside the outline of its own LSOA.
_NEAR_M = 500.0


@dataclass(frozen=True)
class _Points:
    rows: "NDArray[np.int64]"
    eastings: "Numbers"
    northings: "Numbers"


def place_points(cursor: duckdb.DuckDBPyConnection, *, snap_m: int, outlines: Sequence[Path]) -> int:
    """Fill longitude, latitude and the missing LSOA codes of the table `found`; how many points have no LSOA.

    Coordinates are converted by the Ordnance Survey's own transformation, OSTN15. Points outside Great Britain are
    marked in `reason`. `outlines` are the files of the boundaries table.
    """
    import numpy as np

    points = _read(cursor)
    if not len(points.rows):
        return 0
    is_inside = np.isfinite(points.eastings) & np.isfinite(points.northings)
    _mark_outside(cursor, points.rows[~is_inside])
    inside = _Points(points.rows[is_inside], points.eastings[is_inside], points.northings[is_inside])
    codes = _codes(cursor, inside, outlines)
    longitudes, latitudes = _degrees(inside, snap_m)
    _write(cursor, inside.rows, longitudes, latitudes, codes)
    return _count(
        cursor, "SELECT count(*) FROM found WHERE reason IS NULL AND longitude IS NOT NULL AND lsoa_code IS NULL"
    )


def _read(cursor: duckdb.DuckDBPyConnection) -> _Points:
    import numpy as np
    from convertbng.cutil import convert_to_osgb36

    table = cursor.execute(
        """
        SELECT row, ".longitude" AS longitude, ".latitude" AS latitude, ".easting" AS easting, ".northing" AS northing
        FROM found WHERE reason IS NULL
            AND (".longitude" IS NOT NULL AND ".latitude" IS NOT NULL OR ".easting" IS NOT NULL AND ".northing" IS NOT NULL)
        ORDER BY row
        """
    ).fetchnumpy()
    columns = {
        name: np.ma.filled(np.ma.asarray(table[name], dtype=np.float64), np.nan)
        for name in ("longitude", "latitude", "easting", "northing")
    }
    eastings, northings = columns["easting"], columns["northing"]
    is_degrees = np.isnan(eastings) | np.isnan(northings)
    if is_degrees.any():
        converted = convert_to_osgb36(columns["longitude"][is_degrees], columns["latitude"][is_degrees])
        eastings[is_degrees], northings[is_degrees] = converted
    is_on_grid = (eastings >= 0) & (eastings < 700_000) & (northings >= 0) & (northings < 1_300_000)
    return _Points(
        np.asarray(table["row"], dtype=np.int64),
        np.where(is_on_grid, eastings, np.nan),
        np.where(is_on_grid, northings, np.nan),
    )


def _degrees(points: _Points, snap_m: int) -> "tuple[Numbers, Numbers]":
    import numpy as np
    from convertbng.cutil import convert_osgb36_to_ll

    eastings, northings = points.eastings, points.northings
    if snap_m:
        eastings, northings = ((np.floor(metres / snap_m) + 0.5) * snap_m for metres in (eastings, northings))
    longitudes, latitudes = convert_osgb36_to_ll(eastings, northings)
    return np.round(longitudes, 6), np.round(latitudes, 6)


def _codes(cursor: duckdb.DuckDBPyConnection, points: _Points, outlines: Sequence[Path]) -> list[str | None]:
    """The LSOA of each point by its outline, or by the nearest outline within half a kilometre."""
    import numpy as np
    import shapely
    from convertbng.cutil import convert_osgb36_to_ll

    codes: list[str | None] = [None] * len(points.rows)
    if not outlines or _count(cursor, "SELECT count(*) FROM found WHERE reason IS NULL AND lsoa_code IS NULL") == 0:
        return codes
    listed = ", ".join(duck.quoted(str(path)) for path in outlines)
    areas = cursor.execute(
        f"SELECT code, outline FROM read_parquet([{listed}]) WHERE kind = 'lsoa21' ORDER BY code"
    ).fetchall()
    if not areas:
        return codes
    # Distances are in degrees with longitude shortened, which is metres in all directions near enough.
    scale = np.array([np.cos(np.radians(53.0)), 1.0])
    shapes = shapely.transform(shapely.from_wkb([bytes(outline) for _, outline in areas]), lambda xy: xy * scale)
    marks = shapely.points(np.column_stack(convert_osgb36_to_ll(points.eastings, points.northings)) * scale)
    found = shapely.STRtree(shapes).query_nearest(marks, max_distance=_NEAR_M / 111_320, all_matches=False)
    for mark, area in found.T:
        codes[mark] = areas[area][0]
    return codes


def _mark_outside(cursor: duckdb.DuckDBPyConnection, rows: "NDArray[np.int64]") -> None:
    if len(rows):
        cursor.execute(
            "UPDATE found SET reason = $reason WHERE row IN (SELECT unnest(CAST($rows AS INTEGER[])))",
            {"reason": OUTSIDE, "rows": rows.tolist()},
        )


def _write(
    cursor: duckdb.DuckDBPyConnection,
    rows: "NDArray[np.int64]",
    longitudes: "Numbers",
    latitudes: "Numbers",
    codes: list[str | None],
) -> None:
    import pyarrow as pa

    points = pa.table(
        {"row": rows, "longitude": longitudes, "latitude": latitudes, "code": pa.array(codes, pa.string())}
    )
    cursor.register("points", points)
    cursor.execute(
        "UPDATE found SET longitude = points.longitude, latitude = points.latitude,"
        " lsoa_code = coalesce(lsoa_code, points.code) FROM points WHERE points.row = found.row"
    )
    cursor.unregister("points")


def _count(cursor: duckdb.DuckDBPyConnection, sql: str) -> int:
    return int(cursor.execute(sql).fetchall()[0][0])
