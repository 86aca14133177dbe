"""The tables that say where each published LSOA code lies, built afresh for each snapshot."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Literal

from wardmote.evidence.nearest import nearest_parts

if TYPE_CHECKING:
    import duckdb

UnitKind = Literal["lsoa21", "lsoa11", "published"]
_FROM_LOOKUPS: tuple[UnitKind, ...] = ("lsoa21", "lsoa11")

_UNIT_COLUMNS = (
    "unit VARCHAR, unit_name VARCHAR, ward_code VARCHAR, ward_name VARCHAR, lad_code VARCHAR, lad_name VARCHAR,"
    " pfa_code VARCHAR, pfa_name VARCHAR, force VARCHAR, section VARCHAR, is_member BOOLEAN"
)


def build_units(cursor: "duckdb.DuckDBPyConnection") -> UnitKind:
    """Make `units` and `places` from the newest lookups, or failing those from the LSOA names in the crime files."""
    cursor.execute(f"CREATE OR REPLACE TABLE units ({_UNIT_COLUMNS})")
    cursor.execute("CREATE OR REPLACE TABLE places (lsoa_code VARCHAR, unit VARCHAR, parts INTEGER)")
    for kind in _FROM_LOOKUPS:
        if _insert_units_from_lookups(cursor, kind):
            _insert_places(cursor, kind)
            return kind
    cursor.execute(
        """
        INSERT INTO units (unit, unit_name, lad_name)
        SELECT lsoa_code, arg_max(lsoa_name, month), regexp_replace(arg_max(lsoa_name, month), ' [0-9]{3}[A-Z]+$', '')
        FROM incidents WHERE lsoa_code IS NOT NULL GROUP BY lsoa_code
        """
    )
    cursor.execute("INSERT INTO places SELECT unit, unit, 1 FROM units")
    return "published"


def _insert_units_from_lookups(cursor: "duckdb.DuckDBPyConnection", kind: str) -> int:
    cursor.execute(
        f"""
        INSERT INTO units (unit, unit_name, ward_code, ward_name, lad_code, lad_name, pfa_code, pfa_name)
        WITH links AS NOT MATERIALIZED (
            SELECT from_code AS unit, from_name AS unit_name, to_kind, to_code, to_name
            FROM area_links WHERE from_kind = '{kind}'
            UNION ALL SELECT to_code, to_name, NULL, NULL, NULL FROM area_links WHERE to_kind = '{kind}'
        ), newest AS (
            SELECT max(to_kind) FILTER (to_kind LIKE 'wd%') AS wd, max(to_kind) FILTER (to_kind LIKE 'lad%') AS lad
            FROM links
        ), found AS (
            SELECT unit, any_value(unit_name) AS unit_name,
                min(to_code) FILTER (to_kind = wd) AS ward_code, arg_min(to_name, to_code) FILTER (to_kind = wd) AS ward_name,
                min(to_code) FILTER (to_kind = lad) AS lad_code, arg_min(to_name, to_code) FILTER (to_kind = lad) AS lad_name
            FROM links CROSS JOIN newest GROUP BY unit
        ), pfa AS (
            SELECT from_code AS lad_code, arg_max(to_code, to_kind) AS pfa_code, arg_max(to_name, to_kind) AS pfa_name
            FROM area_links WHERE from_kind LIKE 'lad%' AND to_kind LIKE 'pfa%' GROUP BY from_code
        )
        SELECT unit, unit_name, ward_code, ward_name, lad_code, lad_name, pfa_code, pfa_name
        FROM found LEFT JOIN pfa USING (lad_code)
        """
    )
    return _count(cursor, "SELECT count(*) FROM units")


def _insert_places(cursor: "duckdb.DuckDBPyConnection", kind: str) -> None:
    cursor.execute("INSERT INTO places SELECT unit, unit, 1 FROM units")
    if kind == "lsoa21":
        cursor.execute(
            """
            INSERT INTO places
            SELECT from_code, min(to_code), count(DISTINCT to_code) FROM area_links
            WHERE from_kind = 'lsoa11' AND to_kind = 'lsoa21' AND from_code NOT IN (SELECT unit FROM units)
            GROUP BY from_code
            """
        )


def mark_members(cursor: "duckdb.DuckDBPyConnection", members: Iterable[str]) -> None:
    """Say of each unit whether it is in the partnership."""
    cursor.execute(
        "UPDATE units SET is_member = unit IN (SELECT unnest(CAST($members AS VARCHAR[])))", {"members": list(members)}
    )


def mark_sections(cursor: "duckdb.DuckDBPyConnection", sections: Mapping[str, str]) -> None:
    """Give each unit its section, from LSOA codes of either year; wards stand in where there are no sections."""
    if not sections:
        cursor.execute("UPDATE units SET section = ward_name WHERE is_member")
        return
    cursor.execute(
        """
        CREATE OR REPLACE TEMP TABLE given_sections AS
        SELECT unnest(CAST($codes AS VARCHAR[])) AS lsoa_code, unnest(CAST($sections AS VARCHAR[])) AS section
        """,
        {"codes": list(sections), "sections": list(sections.values())},
    )
    cursor.execute(
        """
        UPDATE units SET section = found.section FROM (
            SELECT places.unit, min(given_sections.section) AS section
            FROM given_sections JOIN places USING (lsoa_code) GROUP BY places.unit
            UNION
            SELECT area_links.to_code, min(given_sections.section)
            FROM given_sections JOIN area_links ON from_kind = 'lsoa11' AND to_kind = 'lsoa21'
                AND from_code = given_sections.lsoa_code GROUP BY area_links.to_code
        ) AS found WHERE found.unit = units.unit
        """
    )
    cursor.execute("DROP TABLE given_sections")


def mark_force(cursor: "duckdb.DuckDBPyConnection") -> None:
    """Give each unit the force that its police force area belongs to, by `force_areas`."""
    cursor.execute(
        "UPDATE units SET force = force_areas.force FROM force_areas WHERE force_areas.pfa_code = units.pfa_code"
    )


def build_split_points(cursor: "duckdb.DuckDBPyConnection") -> bool:
    """Make `split_points`: for each map point in an LSOA of the partnership that was split, the nearest part.

    Says whether there are any.
    """
    cursor.execute(
        "CREATE OR REPLACE TABLE split_points (lsoa_code VARCHAR, longitude DOUBLE, latitude DOUBLE, split_unit VARCHAR)"
    )
    points = cursor.execute(
        """
        WITH split AS (
            SELECT from_code AS lsoa_code, to_code AS unit FROM area_links
            WHERE from_kind = 'lsoa11' AND to_kind = 'lsoa21'
                AND from_code IN (SELECT lsoa_code FROM places WHERE parts > 1)
        ), wanted AS (
            SELECT lsoa_code FROM split JOIN units USING (unit) WHERE is_member GROUP BY ALL
        )
        SELECT DISTINCT lsoa_code, longitude, latitude FROM (
            SELECT lsoa_code, longitude, latitude FROM incidents
            UNION ALL SELECT lsoa_code, longitude, latitude FROM outcomes
        ) SEMI JOIN wanted USING (lsoa_code) WHERE longitude IS NOT NULL
        """
    ).fetchall()
    if points:
        columns = [list(column) for column in zip(*nearest_parts(cursor, points), strict=True)] or [[], [], [], []]
        cursor.execute(
            "INSERT INTO split_points SELECT unnest(CAST(? AS VARCHAR[])), unnest(CAST(? AS DOUBLE[])),"
            " unnest(CAST(? AS DOUBLE[])), unnest(CAST(? AS VARCHAR[]))",
            columns,
        )
    return bool(points)


def build_population(cursor: "duckdb.DuckDBPyConnection") -> tuple[int, ...]:
    """Make `unit_population` (unit, year, persons), one edition a year; the years there are.

    Estimates for LSOAs of 2011 are carried to those of 2021: merged ones are added, and a split one is shared out as
    the newest count by 2021 LSOAs shares it, or equally where there is none.
    """
    cursor.execute(
        """
        CREATE OR REPLACE TABLE unit_population AS
        WITH totals AS (SELECT * FROM populations WHERE age_from IS NULL),
        direct AS (
            SELECT code AS unit, year, any_value(persons) AS persons
            FROM totals WHERE kind = 'lsoa21' OR code IN (SELECT unit FROM units) GROUP BY ALL
        ), newest AS (
            SELECT unit, arg_max(persons, year) AS persons FROM direct GROUP BY unit
        ), shares AS (
            SELECT from_code AS code, to_code AS unit,
                coalesce(newest.persons / nullif(sum(newest.persons) OVER (PARTITION BY from_code), 0),
                    1.0 / count(*) OVER (PARTITION BY from_code)) AS share
            FROM (SELECT DISTINCT from_code, to_code FROM area_links
                  WHERE from_kind = 'lsoa11' AND to_kind = 'lsoa21') AS pairs
            LEFT JOIN newest ON newest.unit = pairs.to_code
        ), carried AS (
            SELECT shares.unit, totals.year, sum(totals.persons * shares.share) AS persons
            FROM totals JOIN shares USING (code) WHERE totals.kind = 'lsoa11' GROUP BY ALL
        )
        SELECT unit, year, persons FROM carried
        UNION ALL SELECT unit, year, persons FROM direct ANTI JOIN carried USING (unit, year)
        """
    )
    years = cursor.execute(
        "SELECT DISTINCT year FROM unit_population SEMI JOIN units USING (unit) ORDER BY year"
    ).fetchall()
    return tuple(int(year) for (year,) in years)


def _count(cursor: "duckdb.DuckDBPyConnection", sql: str) -> int:
    found = cursor.execute(sql).fetchone()
    return int(found[0]) if found else 0
