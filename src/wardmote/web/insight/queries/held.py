"""Which months of which force are held, and what to mind in their rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import cast

from wardmote.evidence.evidence import Evidence
from wardmote.evidence.ledger import Load
from wardmote.evidence.place_quality import PlacePrecision, place_precision
from wardmote.measures.areas import areas_of

Months = Mapping[date, int]


@dataclass(frozen=True)
class ForceQuality:
    """What to mind in one force's crimes and incidents, in numbers of rows.

    `outside` counts rows whose LSOA lies in another force's area, and is None where no lookup says which do.
    `codes_2011` and `codes_2021` count rows whose LSOA code exists in that year alone.
    """

    force: str
    rows: int
    without_location: int
    with_repeated_id: int
    outside: int | None
    codes_2011: int
    codes_2021: int


@dataclass(frozen=True)
class Held:
    """All loads, oldest first, and for each force its rows by month (of crimes and incidents, and of the rest).

    `places` says of each partner's records how precisely they are placed.
    """

    loads: tuple[Load, ...]
    force_names: Mapping[str, str]
    incidents: Mapping[str, Months]
    outcomes: Mapping[str, Months]
    searches: Mapping[str, Months]
    quality: tuple[ForceQuality, ...]
    places: tuple[PlacePrecision, ...]


@lru_cache(maxsize=2)
def held(evidence: Evidence) -> Held:
    """What the evidence holds of each force."""
    return Held(
        loads=evidence.loads,
        force_names={area.code: area.name for area in areas_of(evidence, "force")},
        incidents=_rows_by_month(evidence, table="incidents"),
        outcomes=_rows_by_month(evidence, table="outcomes"),
        searches=_rows_by_month(evidence, table="stop_and_search"),
        quality=_quality(evidence),
        places=place_precision(evidence),
    )


def _rows_by_month(evidence: Evidence, *, table: str) -> Mapping[str, Months]:
    found = evidence.snapshot.rows(f"SELECT force, month, count(*) FROM {table} GROUP BY ALL ORDER BY ALL")
    by_force: dict[str, dict[date, int]] = {}
    for force, month, rows in cast("list[tuple[str, date, int]]", found):
        by_force.setdefault(force, {})[month] = rows
    return by_force


def _quality(evidence: Evidence) -> tuple[ForceQuality, ...]:
    knows_forces = bool(evidence.geography.home_forces) and evidence.geography.unit_kind != "published"
    found = evidence.snapshot.rows(
        """
        WITH old AS (SELECT DISTINCT from_code AS code FROM area_links WHERE from_kind = 'lsoa11'),
        new AS (
            SELECT from_code AS code FROM area_links WHERE from_kind = 'lsoa21'
            UNION SELECT to_code FROM area_links WHERE to_kind = 'lsoa21'
        ), repeated AS (
            SELECT force, crime_id, count(*) AS rows FROM incidents WHERE crime_id IS NOT NULL
            GROUP BY ALL HAVING count(*) > 1
        ), codes AS (SELECT force, lsoa_code, count(*) AS rows FROM incidents GROUP BY ALL)
        SELECT codes.force, sum(rows), sum(rows) FILTER (codes.lsoa_code IS NULL),
            (SELECT sum(rows) FROM repeated WHERE repeated.force = codes.force),
            sum(rows) FILTER (units.force <> codes.force),
            sum(rows) FILTER (old.code IS NOT NULL AND new.code IS NULL),
            sum(rows) FILTER (new.code IS NOT NULL AND old.code IS NULL)
        FROM codes LEFT JOIN places USING (lsoa_code) LEFT JOIN units USING (unit)
        LEFT JOIN old ON old.code = codes.lsoa_code LEFT JOIN new ON new.code = codes.lsoa_code
        GROUP BY codes.force ORDER BY codes.force
        """
    )
    return tuple(_force_quality(row, knows_forces=knows_forces) for row in found)


def _force_quality(row: tuple[object, ...], *, knows_forces: bool) -> ForceQuality:
    force, *numbers = row
    rows, without, repeated, outside, old, new = (int(str(number or 0)) for number in numbers)
    return ForceQuality(str(force), rows, without, repeated, outside if knows_forces else None, old, new)
