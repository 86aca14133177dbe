"""The residents that a rate stands on."""

from collections.abc import Sequence

import numpy as np

from wardmote.evidence.evidence import Evidence
from wardmote.measures.areas import COLUMNS
from wardmote.measures.series import Area, FloatMatrix, Period


def residents(evidence: Evidence, *, areas: tuple[Area, ...], periods: Sequence[Period]) -> FloatMatrix:
    """Residents of each area (rows) in each period (columns), by the estimate of the nearest year; NaN where none."""
    years = evidence.geography.population_years
    base = np.full((len(areas), len(periods)), np.nan)
    if not years:
        return base
    persons = evidence.remember(("persons", areas[0].kind), lambda: _persons(evidence, areas[0]))
    for j, period in enumerate(periods):
        year = nearest_year(years, period)
        base[:, j] = [persons.get((area.code, year), np.nan) for area in areas]
    return base


def nearest_year(years: Sequence[int], period: Period) -> int:
    """The year with an estimate that is nearest to the middle of the period; the later of two as near."""
    middle = (period.first.year + period.last.year) / 2 + (period.first.month + period.last.month) / 24 - 0.5
    return min(years, key=lambda year: (abs(year - middle), -year))


def _persons(evidence: Evidence, area: Area) -> dict[tuple[str, int], float]:
    """Residents of every area of the same kind, by code and year."""
    kind = area.kind
    if kind == "partnership":
        column, where = f"'{area.code}'", "is_member"
    elif kind == "force":
        column, where = "force", "force IS NOT NULL"
    else:
        column, where = COLUMNS[kind].code, "is_member" if COLUMNS[kind].is_within_partnership else "true"
    rows = evidence.snapshot.rows(
        f"SELECT {column} AS area, year, sum(persons), count(persons) = count(*) FROM units"
        f" CROSS JOIN (SELECT DISTINCT year FROM unit_population) LEFT JOIN unit_population USING (unit, year)"
        f" WHERE {where} GROUP BY ALL"
    )
    return {(str(area), int(str(year))): float(str(n)) for area, year, n, is_whole in rows if is_whole}
