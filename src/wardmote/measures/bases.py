"""The people that a rate stands on: residents, or those who are there on a workday, or visitors."""

from collections.abc import Sequence

import numpy as np

from wardmote.definitions.measure import Base
from wardmote.evidence.evidence import Evidence
from wardmote.measures.areas import COLUMNS
from wardmote.measures.series import Area, FloatMatrix, Period


def people_of(evidence: Evidence, *, areas: tuple[Area, ...], periods: Sequence[Period], basis: Base) -> FloatMatrix:
    """People of each area (rows) in each period (columns), by the count of the nearest year; NaN where there is none."""
    if basis == "residents":
        return residents(evidence, areas=areas, periods=periods)
    table = f"{basis}_people"
    years = evidence.remember(("years of", basis), lambda: _years_of_others(evidence, basis))
    persons = evidence.remember(("persons", basis, areas[0].kind), lambda: _persons(evidence, areas[0], table=table))
    return _by_nearest_year(persons, years, areas=areas, periods=periods)


def residents(evidence: Evidence, *, areas: tuple[Area, ...], periods: Sequence[Period]) -> FloatMatrix:
    """Residents of each area (rows) in each period (columns), by the estimate of the nearest year; NaN where none."""
    years = evidence.geography.population_years
    persons = evidence.remember(("persons", areas[0].kind), lambda: _persons(evidence, areas[0]))
    return _by_nearest_year(persons, years, areas=areas, periods=periods)


def _by_nearest_year(
    persons: dict[tuple[str, int], float],
    years: Sequence[int],
    *,
    areas: tuple[Area, ...],
    periods: Sequence[Period],
) -> FloatMatrix:
    base = np.full((len(areas), len(periods)), np.nan)
    for j, period in enumerate(periods if years else ()):
        year = nearest_year(years, period)
        base[:, j] = [persons.get((area.code, year), np.nan) for area in areas]
    return base


def caveats_of_years(evidence: Evidence, period: Period) -> tuple[str, ...]:
    """That the residents are those of another year, where there is no estimate for the period's own."""
    years = evidence.geography.population_years
    year = nearest_year(years, period) if years else None
    if year is None or period.first.year <= year <= period.last.year:
        return ()
    return (f"Residents are those of {year}, the nearest year with an estimate.",)


def nearest_year(years: Sequence[int], period: Period) -> int:
    """The year with an estimate that is nearest to the middle of the period; the later of two as near."""
    middle = (period.first.year + period.last.year) / 2 + (period.first.month + period.last.month) / 24 - 0.5
    return min(years, key=lambda year: (abs(year - middle), -year))


def _years_of_others(evidence: Evidence, basis: Base) -> tuple[int, ...]:
    """Make the table of people on another basis by unit and year, and give its years.

    What is given for an LSOA of 2011 that was split is shared out equally; parts that were merged are added.
    """
    with evidence.snapshot.cursor() as cursor:
        _ = evidence.geography
        cursor.execute(
            f"""
            CREATE OR REPLACE TABLE {basis}_people AS
            WITH given AS (SELECT code, year, max(persons) AS persons FROM other_bases WHERE basis = $basis GROUP BY ALL),
            parts AS (
                SELECT from_code AS code, to_code AS unit FROM area_links
                WHERE from_kind = 'lsoa11' AND to_kind = 'lsoa21' AND from_code NOT IN (SELECT unit FROM units)
                UNION SELECT unit, unit FROM units
            ), shared AS (SELECT code, unit, 1.0 / count(*) OVER (PARTITION BY code) AS share FROM parts)
            SELECT unit, year, sum(persons * share) AS persons FROM given JOIN shared USING (code) GROUP BY unit, year
            """,
            {"basis": basis},
        )
        years = cursor.execute(f"SELECT DISTINCT year FROM {basis}_people ORDER BY year").fetchall()
    return tuple(int(year) for (year,) in years)


def _persons(evidence: Evidence, area: Area, *, table: str = "unit_population") -> dict[tuple[str, int], float]:
    """People in every area of the same kind, by code and year."""
    kind = area.kind
    if kind == "partnership":
        column, where = f"'{area.code}'", "is_member"
    elif kind == "force":
        column, where = "force", "force IS NOT NULL"
    else:
        column, where = COLUMNS[kind].code, "is_member" if COLUMNS[kind].is_within_partnership else "true"
    rows = evidence.snapshot.rows(
        f"SELECT {column} AS area, year, sum(persons), count(persons) = count(*) FROM units"
        f" CROSS JOIN (SELECT DISTINCT year FROM {table}) LEFT JOIN {table} USING (unit, year)"
        f" WHERE {where} GROUP BY ALL"
    )
    return {(str(area), int(str(year))): float(str(n)) for area, year, n, is_whole in rows if is_whole}
