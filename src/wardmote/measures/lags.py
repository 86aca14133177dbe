"""Events by how long after they happened they were recorded: what late and historical records are counted from."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

import narwhals as nw
import numpy as np
import numpy.typing as npt

from wardmote.definitions.measure import Filter
from wardmote.errors import NotAvailable
from wardmote.evidence.evidence import Evidence
from wardmote.measures.areas_of_rows import placed_in
from wardmote.measures.choosing import chosen_rows
from wardmote.measures.columns import Coded
from wardmote.measures.counting import MonthlyCounts, covered_months
from wardmote.measures.making_cubes import placed_rows
from wardmote.measures.periods import MONTHS_IN_YEAR, months_from
from wardmote.measures.priority_places import in_places
from wardmote.measures.series import Area, FloatMatrix
from wardmote.statistics.reporting_delay import Nowcast, nowcast


@dataclass(frozen=True)
class LagCounts:
    """Counts of `areas` by `months` of recording and by lag in whole months; NaN where a month was not loaded.

    `by_lag[k]` (areas by months) are those recorded k months after the month in which they happened, up to `longest`;
    `later` those recorded later still, and `undated` those that do not say both days.
    """

    areas: tuple[Area, ...]
    months: tuple[date, ...]
    longest: int
    by_lag: npt.NDArray[np.float64]
    later: FloatMatrix
    undated: FloatMatrix

    @cached_property
    def by_occurrence(self) -> FloatMatrix:
        """Those recorded within the longest lag, by the month in which they happened: as many as are in by now."""
        return np.asarray(self._tables.sum(axis=2))

    @cached_property
    def whole(self) -> Nowcast | None:
        """What each month of occurrence will have in all areas together; None where there are too few months."""
        return self._nowcast(np.sum(self._tables, axis=0))

    @cached_property
    def of_areas(self) -> tuple[Nowcast | None, ...]:
        """What each month of occurrence will have in each area."""
        return tuple(self._nowcast(table) for table in self._tables)

    @cached_property
    def _tables(self) -> npt.NDArray[np.float64]:
        """Areas by months of occurrence by months of recording; NaN where records may have come in a month not loaded."""
        size = len(self.months)
        tables = np.zeros((len(self.areas), size, size))
        for lag in range(min(self.longest + 1, size)):
            start = np.arange(size - lag)
            tables[:, start, start + lag] = self.by_lag[lag][:, lag:]
        return tables

    def _nowcast(self, table: FloatMatrix) -> Nowcast | None:
        if table.shape[0] <= self.longest + 1:
            return None
        return nowcast(table, longest_delay_months=self.longest)


def lag_counts(evidence: Evidence, what: Filter, *, areas: tuple[Area, ...]) -> LagCounts:
    """The events that a filter chooses, whatever it says of lags, by area, month of recording and lag.

    Raises NotAvailable where the source's files do not say both days.
    """
    longest = what.historical_after_months or MONTHS_IN_YEAR
    plain = what.model_copy(update={"dated_by": "recorded", "historical_after_months": None, "is_historical": False})
    question = ("lags", longest, plain.model_dump_json(), areas[0].kind, tuple(area.code for area in areas))
    return evidence.remember(question, lambda: _lag_counts(evidence, plain, areas=areas, longest=longest))


def timed_counts(evidence: Evidence, what: Filter, *, areas: tuple[Area, ...]) -> MonthlyCounts:
    """What a filter that needs lags counts, by area and month."""
    found = lag_counts(evidence, what, areas=areas)
    if what.is_historical:
        return MonthlyCounts(areas, found.months, found.later)
    if what.dated_by == "occurred":
        return MonthlyCounts(areas, found.months, found.by_occurrence)
    return MonthlyCounts(areas, found.months, found.by_lag.sum(axis=0) + found.undated)


def _lag_counts(evidence: Evidence, what: Filter, *, areas: tuple[Area, ...], longest: int) -> LagCounts:
    if not says_both_days(evidence, what):
        raise NotAvailable(
            "cannot be told apart by how late they are recorded: the file does not say both when it happened and when it"
            " was recorded",
            where=", ".join(what.where.get("source", ())),
            do="ask the partner for both dates",
        )
    loaded = covered_months(evidence, what, kind=areas[0].kind, areas=areas)[areas[0].code]
    months = tuple(months_from(loaded[0], loaded[-1])) if loaded else ()
    counts = np.full((longest + 3, len(areas), len(months)), np.nan)
    column_of = {month: j for j, month in enumerate(months)}
    counts[:, :, [column_of[month] for month in loaded]] = 0.0
    row_of = {area.code: i for i, area in enumerate(areas)}
    for area, month, lag, n in _rows(evidence, what, areas[0]):
        if area in row_of and month in column_of:
            layer = longest + 2 if lag is None else min(max(int(lag), 0), longest + 1)
            counts[layer, row_of[area], column_of[month]] += n
    return LagCounts(areas, months, longest, counts[: longest + 1], counts[longest + 1], counts[longest + 2])


def says_both_days(evidence: Evidence, what: Filter) -> bool:
    """Whether any record of the sources says both when a thing happened and when it was recorded; so, where none is held."""

    def find() -> frozenset[str]:
        both = "recorded_on IS NOT NULL AND occurred_on IS NOT NULL"
        rows = evidence.snapshot.rows(f"SELECT source FROM events GROUP BY source HAVING bool_or({both})")
        return frozenset(str(source) for (source,) in rows)

    held = {source for source, _ in evidence.snapshot.slices("events")} & set(what.where.get("source", ()))
    return not held or bool(held & evidence.remember(("sources with both days",), find))


def _rows(evidence: Evidence, what: Filter, area: Area) -> list[tuple[str, date, int | None, int]]:
    """The area, the month of recording and the lag of events, and how many there are of each."""
    frames = evidence.frames()
    events = chosen_rows(in_places(placed_rows(evidence, frames, what.table), what, frames=frames), what)
    keys = ("source", "unit", "section", "month", "lag")
    counted = events.with_columns(lag=_lag()).group_by(*keys).agg(n=nw.len()).collect("pyarrow").to_native()
    place = {name: Coded.of(counted[name]) for name in ("source", "unit", "section")}
    codes, position = placed_in(evidence, place, table=what.table, kind=area.kind)
    months, lags, n = (counted[name].to_pylist() for name in ("month", "lag", "n"))
    rows = zip(position.tolist(), months, lags, n, strict=True)
    return [(codes[i], month, lag, number) for i, month, lag, number in rows if i >= 0]


def _lag() -> nw.Expr:
    """Whole months from the month in which it happened to that in which it was recorded; none where one is not known."""
    recorded, occurred = nw.col("recorded_on").dt, nw.col("occurred_on").dt
    return (recorded.year() - occurred.year()) * MONTHS_IN_YEAR + recorded.month() - occurred.month()
