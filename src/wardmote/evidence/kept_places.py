"""The place tables and what they say of the partnership, kept on disk: who only counts asks DuckDB for neither."""

import json
from typing import TYPE_CHECKING

from wardmote.evidence.derived import DerivedTables
from wardmote.evidence.geography import Geography, Unit
from wardmote.evidence.membership import Membership
from wardmote.evidence.snapshot import Snapshot

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

    from wardmote.evidence.workspace import Workspace

PLACE_TABLES = ("units", "places", "split_points", "sector_units", "set_units", "set_points", "unit_population")
MADE_FROM = (
    "area_links", "boundaries", "events", "incidents", "outcomes", "place_outlines", "place_sets", "populations",
    "postcode_sectors", "stop_and_search",
)  # fmt: skip
_WORDS = "geography"


def kept_geography(workspace: "Workspace", snapshot: Snapshot, derived: DerivedTables, *, digest: str) -> Geography:
    """The geography, read as it was kept or resolved now and kept, with the place tables added to the snapshot.

    `digest` tells them apart from those of other loads and areas.
    """
    names = {what: f"{what}.{digest}" for what in (_WORDS, *PLACE_TABLES)}
    kept = None if snapshot.load is None else derived.read(names[_WORDS])
    if kept is not None:
        snapshot.add_before_use(lambda connection: _add(workspace, connection, derived, names))
        return _of_words(kept["words"][0].as_py())
    with snapshot.cursor() as cursor:
        geography = Geography.resolve(workspace, cursor)
        if snapshot.load is not None:
            _keep(geography, cursor, derived, names)
    return geography


def _add(
    workspace: "Workspace", connection: "duckdb.DuckDBPyConnection", derived: DerivedTables, names: dict[str, str]
) -> None:
    """Copy the place tables from their files, so that these may be deleted afterwards; or make them afresh."""
    if not all(_is_added(connection, derived, table, name=names[table]) for table in PLACE_TABLES):
        _keep(Geography.resolve(workspace, connection), connection, derived, names)


def _is_added(connection: "duckdb.DuckDBPyConnection", derived: DerivedTables, table: str, *, name: str) -> bool:
    import duckdb

    if not derived.holds(name):
        return False
    try:
        connection.execute(f"CREATE OR REPLACE TABLE {table} AS FROM read_parquet(?)", [str(derived.path(name))])
    except duckdb.Error:
        return False
    return True


def _keep(
    geography: Geography, cursor: "duckdb.DuckDBPyConnection", derived: DerivedTables, names: dict[str, str]
) -> None:
    for table in PLACE_TABLES:
        derived.keep(names[table], cursor.table(table).to_arrow_table())
    derived.keep(names[_WORDS], _in_words(geography, cursor))


def _in_words(geography: Geography, cursor: "duckdb.DuckDBPyConnection") -> "pa.Table":
    """One cell, in JSON: thousands of units read from it sooner than from columns."""
    held = {name: value for name, value in vars(geography).items() if name not in {"membership", "units"}}
    membership = {**vars(geography.membership), "units": sorted(geography.membership.units)}
    units = [list(vars(unit).values()) for unit in geography.units]
    words = json.dumps({**held, "membership": membership, "units": units})
    return cursor.sql("SELECT CAST(? AS VARCHAR) AS words", params=[words]).to_arrow_table()


def _of_words(words: str) -> Geography:
    held = json.loads(words)
    return Geography(
        unit_kind=held["unit_kind"],
        membership=Membership(
            units=frozenset(held["membership"]["units"]),
            found=tuple(held["membership"]["found"]),
            needed=tuple(held["membership"]["needed"]),
        ),
        home_forces=tuple(held["home_forces"]),
        population_years=tuple(held["population_years"]),
        sections_are_wards=held["sections_are_wards"],
        has_split_points=held["has_split_points"],
        units=tuple(Unit(*unit) for unit in held["units"]),
    )
