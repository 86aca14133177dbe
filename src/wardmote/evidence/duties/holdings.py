"""What the store holds of one source, month by month, and when each month came."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from statistics import median

from wardmote.evidence.duties.periods import month_after
from wardmote.evidence.evidence import Evidence
from wardmote.evidence.ledger import Load

# A month with less than a fifth of the usual rows is more often a stray row than a quiet month.
_THIN = 0.2
# For each table: the month, the category, the rows, and what names the slice beside the source.
_BY_MONTH = {
    "events": "SELECT month, category, count(*), month FROM events WHERE source = ? GROUP BY ALL",
    "episodes": (
        "SELECT date_trunc('month', coalesce(referred_on, started_on, completed_on)) AS month, programme, count(*), NULL"
        " FROM episodes WHERE source = ? AND month IS NOT NULL GROUP BY ALL"
    ),
    "tallies": (
        "SELECT month, item, count(*), first FROM ("
        "SELECT unnest(generate_series(date_trunc('month', first), last, INTERVAL 1 MONTH)) AS month, item, first"
        " FROM tallies WHERE source = ?) GROUP BY ALL"
    ),
}


@dataclass(frozen=True)
class Holding:
    """`rows` counts by month and category; `came` is the load that brought each month once it was over."""

    rows: dict[date, dict[str, int]]
    came: dict[date, Load] = field(default_factory=dict)

    def months_of(self, months: Iterable[date]) -> tuple[date, ...]:
        """Those of the months that came."""
        return tuple(month for month in months if month in self.came)

    def categories_in(self, months: Iterable[date]) -> frozenset[str]:
        """What there are rows of in these months, in small letters."""
        return frozenset(name.lower() for month in months for name in self.rows.get(month, {}))

    def count_of(self, month: date) -> int:
        return sum(self.rows.get(month, {}).values())

    @property
    def usual(self) -> float:
        """The rows of a usual month."""
        return float(median([self.count_of(month) for month in self.rows])) if self.rows else 0.0

    def thin_months(self, months: Iterable[date]) -> tuple[date, ...]:
        """Those of the months that came with far fewer rows than usual."""
        return tuple(month for month in self.months_of(months) if self.count_of(month) < _THIN * self.usual)


def holding_of(evidence: Evidence, source: str) -> Holding:
    """What is held of a source. A month that was loaded before it was over came only in part, and counts as not come."""
    rows: dict[date, dict[str, int]] = defaultdict(dict)
    came: dict[date, Load] = {}
    for table, sql in _BY_MONTH.items():
        for month, category, count, key in evidence.snapshot.rows(sql, [source]):
            day = date.fromisoformat(str(month)[:10])
            rows[day][str(category)] = rows[day].get(str(category), 0) + int(str(count))
            slice_ = [source] if key is None else [source, str(key)[:10]]
            if load := _load_that_brought(evidence.loads, table, slice_, over=month_after(day, 1)):
                came[day] = load
    return Holding(dict(rows), came)


def _load_that_brought(loads: Iterable[Load], table: str, slice_: list[str], *, over: date) -> Load | None:
    """The first load that filled the slice on the day `over` or later."""
    return next((load for load in loads if load.loaded_at.date() >= over and _fills(load, table, slice_)), None)


def _fills(load: Load, table: str, slice_: list[str]) -> bool:
    return any(slice_ in file.slices.get(table, []) for file in load.files)
