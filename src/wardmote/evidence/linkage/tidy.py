"""Records of people put into a DuckDB that may not spill, written in one way so that they can be compared."""

import duckdb

from wardmote.definitions.vocabulary import read_vocabulary
from wardmote.evidence import duck
from wardmote.evidence.linkage.records import PeopleRecords
from wardmote.evidence.people import birth_date_sql, plain_name_sql

TABLE = "people"
MEMORY_LIMIT = "1GB"

_HOLD = """
CREATE TEMP TABLE given AS
SELECT unnest(range($size)) AS unique_id, unnest($forename) AS forename, unnest($surname) AS surname,
       unnest($born) AS born, unnest($sex) AS sex, unnest($sector) AS sector
"""
_TIDY = f"""
CREATE TABLE {TABLE} AS
WITH plain AS (
    SELECT unique_id::INTEGER AS unique_id, {plain_name_sql("forename")} AS forename,
           {plain_name_sql("surname")} AS surname,
           try_cast({birth_date_sql("born")} AS DATE) AS born,
           nullif(regexp_extract(upper(trim(sex)), '^[FM]'), '') AS sex,
           nullif(regexp_replace(upper(sector), '[^A-Z0-9]', '', 'g'), '') AS sector
    FROM given
), short AS (SELECT unnest($short) AS forename, unnest($full) AS whole)
SELECT *, left(sector, -1) AS district,
       list_append(coalesce((SELECT list(whole) FROM short WHERE short.forename = plain.forename), []), forename) AS forms
FROM plain
"""


def connect() -> duckdb.DuckDBPyConnection:
    """A DuckDB in memory that writes nothing to disk."""
    return duck.connect(may_spill=False, memory_limit=MEMORY_LIMIT)


def hold(connection: duckdb.DuckDBPyConnection, records: PeopleRecords) -> None:
    """Make the table `people`: `unique_id` is a record's place, and what is not given or cannot be is NULL."""
    given = {
        "size": len(records),
        "forename": list(records.forename),
        "surname": list(records.surname),
        "born": ["" if day is None else day.isoformat() for day in records.born],
        "sex": list(records.sex),
        "sector": list(records.sector),
    }
    short = read_vocabulary("short_forenames")
    connection.execute(_HOLD, given)
    connection.execute(_TIDY, {"short": [one["short"] for one in short], "full": [one["full"] for one in short]})
    connection.execute("DROP TABLE given")


def own_groups(connection: duckdb.DuckDBPyConnection) -> list[int]:
    """For each record a number that it shares with those written just alike; -1 where its name or birth date is missing."""
    alike = "dense_rank() OVER (ORDER BY forename, surname, born)"
    is_whole = "forename IS NOT NULL AND surname IS NOT NULL AND born IS NOT NULL"
    found = connection.execute(f"SELECT CASE WHEN {is_whole} THEN {alike} ELSE -1 END FROM {TABLE} ORDER BY unique_id")
    return [int(group) for (group,) in found.fetchall()]
