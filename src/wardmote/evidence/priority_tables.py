"""The tables that say what lies in the priority places of each year, built afresh for each snapshot."""

from typing import TYPE_CHECKING

from wardmote.evidence.place_tables import UnitKind

if TYPE_CHECKING:
    import duckdb
    import numpy as np
    from numpy.typing import NDArray

    Shapes = NDArray[np.object_]
    Numbers = NDArray[np.float64]
    Flags = NDArray[np.bool_]

# Published outlines are simplified: what overlaps by less than this share of the smaller is taken not to overlap, and an
# LSOA that sticks out by less than this share of itself to lie inside.
SLIVER = 0.01
_POINTS = "SELECT longitude, latitude FROM {} WHERE longitude IS NOT NULL AND latitude IS NOT NULL"
_WITH_POINTS = ("incidents", "outcomes", "stop_and_search", "events")


def build_priority_tables(cursor: "duckdb.DuckDBPyConnection", *, unit_kind: UnitKind) -> None:
    """Make `set_units` (name, year, unit, lies) and `set_points` (name, year, longitude, latitude).

    A unit that is on a set's list is `listed`. Where a set has outlines, a unit `lies` inside them or, if only a part of
    it does or nobody knows its boundary, across. The points are those of records that lie in an outline or on its edge.
    """
    cursor.execute(
        "CREATE OR REPLACE TABLE set_units AS SELECT DISTINCT name, year, unit, 'listed' AS lies"
        " FROM place_sets JOIN places USING (lsoa_code)"
    )
    cursor.execute("CREATE OR REPLACE TABLE set_points (name VARCHAR, year INTEGER, longitude DOUBLE, latitude DOUBLE)")
    sets = cursor.execute(
        "SELECT name, year, list(outline ORDER BY place) FROM place_outlines GROUP BY ALL ORDER BY ALL"
    ).fetchall()
    if sets:
        _add_outlined(cursor, sets, unit_kind)


def _add_outlined(
    cursor: "duckdb.DuckDBPyConnection", sets: list[tuple[str, int, list[bytes]]], unit_kind: UnitKind
) -> None:
    import numpy as np
    import shapely

    found = cursor.execute(" UNION ".join(_POINTS.format(table) for table in _WITH_POINTS)).fetchnumpy()
    longitude, latitude = (np.asarray(found[name], dtype=np.float64) for name in ("longitude", "latitude"))
    units = cursor.execute(
        "SELECT unit, any_value(outline) FROM units LEFT JOIN boundaries ON kind = ? AND code = unit GROUP BY unit ORDER BY 1",
        [unit_kind],
    ).fetchall()
    names = np.array([unit for unit, _ in units], dtype=object)
    boundaries = shapely.from_wkb([None if outline is None else bytes(outline) for _, outline in units])
    for name, year, stored in sets:
        outlines = shapely.from_wkb([bytes(one) for one in stored])
        is_in = points_within(outlines, longitude=longitude, latitude=latitude)
        _insert_points(cursor, name, year, longitude[is_in], latitude[is_in])
        is_inside, is_across = lying(np.asarray(boundaries, dtype=object), outlines)
        _insert_units(cursor, name, year, names[is_inside], lies="inside")
        _insert_units(cursor, name, year, names[is_across], lies="across")


def points_within(outlines: "Shapes", *, longitude: "Numbers", latitude: "Numbers") -> "Flags":
    """Whether each point lies in one of the outlines, or on the edge of one; a hole is outside and its edge is not."""
    import numpy as np
    import shapely

    is_in = np.zeros(len(longitude), dtype=bool)
    for outline in outlines:
        shapely.prepare(outline)
        is_in |= shapely.intersects_xy(outline, longitude, latitude)
    return is_in


def lying(boundaries: "Shapes", outlines: "Shapes") -> "tuple[Flags, Flags]":
    """Whether each boundary lies inside the outlines, and whether it lies across them or is not known (None)."""
    import numpy as np
    import shapely

    is_known = ~shapely.is_missing(boundaries)
    area = np.where(is_known, shapely.area(boundaries), 0.0)
    covered = np.nan_to_num(shapely.area(shapely.intersection(boundaries, shapely.union_all(outlines))))
    is_touched = np.zeros(len(boundaries), dtype=bool)
    for outline in outlines:
        shared = np.nan_to_num(shapely.area(shapely.intersection(boundaries, outline)))
        is_touched |= shared > SLIVER * np.minimum(area, shapely.area(outline))
    is_inside = is_known & (covered >= (1 - SLIVER) * area)
    return is_inside, ~is_inside & (is_touched | ~is_known)


def _insert_points(
    cursor: "duckdb.DuckDBPyConnection", name: str, year: int, longitude: "Numbers", latitude: "Numbers"
) -> None:
    cursor.execute(
        "INSERT INTO set_points SELECT $name, $year, unnest(CAST($x AS DOUBLE[])), unnest(CAST($y AS DOUBLE[]))",
        {"name": name, "year": year, "x": longitude.tolist(), "y": latitude.tolist()},
    )


def _insert_units(cursor: "duckdb.DuckDBPyConnection", name: str, year: int, units: "Shapes", *, lies: str) -> None:
    """Those that are not listed already."""
    cursor.execute(
        "INSERT INTO set_units SELECT $name, $year, unit, $lies FROM (SELECT unnest(CAST($units AS VARCHAR[])) AS unit)"
        " WHERE unit NOT IN (SELECT unit FROM set_units WHERE name = $name AND year = $year)",
        {"name": name, "year": year, "lies": lies, "units": units.tolist()},
    )
