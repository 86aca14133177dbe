"""How good the loaded files are: what has no place, what lies outside the force, which codes, which months."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from wardmote.evidence.evidence import Evidence


@dataclass(frozen=True)
class MonthQuality:
    """One force's month of crimes and incidents.

    `without_place` have no LSOA; `outside` lie in another force's area by the lookups (None where those are not
    loaded); `repeated_ids` are rows whose crime reference stands on another row of the month too; `old_codes` are rows
    with an LSOA code that only 2011 has.
    """

    force: str
    month: date
    rows: int
    without_place: int
    outside: int | None
    repeated_ids: int
    old_codes: int


def quality_by_month(evidence: Evidence) -> tuple[MonthQuality, ...]:
    """The quality of every month loaded, by force and month."""
    knows_forces = (
        bool(evidence.geography.home_forces)
        and evidence.snapshot.rows("SELECT count(*) FROM units WHERE force IS NOT NULL")[0][0]
    )
    rows = evidence.snapshot.rows(
        """
        WITH marked AS (
            SELECT incidents.force, month, lsoa_code, units.force AS force_of_place, units.unit,
                count(*) OVER (PARTITION BY incidents.force, month, crime_id) > 1 AND crime_id IS NOT NULL AS is_repeated
            FROM incidents LEFT JOIN places USING (lsoa_code) LEFT JOIN units USING (unit)
        )
        SELECT force, month, count(*), count_if(lsoa_code IS NULL),
            count_if(lsoa_code IS NOT NULL AND force_of_place IS DISTINCT FROM force), count_if(is_repeated),
            count_if(lsoa_code IS NOT NULL AND unit IS DISTINCT FROM lsoa_code)
        FROM marked GROUP BY force, month ORDER BY force, month
        """
    )
    return tuple(
        MonthQuality(
            force=str(force),
            month=date.fromisoformat(str(month)),
            rows=_int(n),
            without_place=_int(unplaced),
            outside=_int(outside) if knows_forces else None,
            repeated_ids=_int(repeated),
            old_codes=_int(old),
        )
        for force, month, n, unplaced, outside, repeated, old in rows
    )


def missing_months(months: Sequence[date]) -> list[date]:
    """The months that are not there between the first and the last."""
    have = set(months)
    first, last = min(months), max(months)
    run = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [month for month in (date(i // 12, i % 12 + 1, 1) for i in run) if month not in have]


def _int(value: object) -> int:
    return int(str(value))
