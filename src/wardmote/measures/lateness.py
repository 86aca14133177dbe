"""How late the records of a source or a measure come: the quality of the newest months, as text and tables."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from wardmote.definitions.catalogue import find_measure
from wardmote.definitions.measure import Filter
from wardmote.disclosure.suppression import is_too_small
from wardmote.errors import NotAvailable
from wardmote.evidence.evidence import Evidence
from wardmote.measures.areas import areas_of
from wardmote.measures.findings.late_records import share_words
from wardmote.measures.lags import LagCounts, lag_counts
from wardmote.statistics.reporting_delay import Nowcast

_MONTHS_SHOWN = 24
_HIDDEN = "too few to show"
TextTable = tuple[str, tuple[str, ...], tuple[tuple[str, ...], ...]]


@dataclass(frozen=True)
class Lateness:
    """How late records come, for the whole partnership: what may be said, and the counts that it stands on."""

    title: str
    sentences: tuple[str, ...]
    counts: LagCounts
    nowcast: Nowcast


def lateness_of(evidence: Evidence, name: str) -> Lateness:
    """That of a source of events by its card's id, or of what a measure of events counts.

    Raises BadInput where there is no such measure, and NotAvailable where the records do not say both when a thing
    happened and when it was recorded, or too few months are loaded.
    """
    sources = {str(source) for (source,) in evidence.snapshot.rows("SELECT DISTINCT source FROM events")}
    if name in sources:
        return lateness_of_filter(
            evidence, Filter(table="events", where={"source": (name,)}), title=f"Records of {name}"
        )
    measure = find_measure(name)
    if measure.numerator.table != "events":
        raise NotAvailable("counts nothing that says when it happened", where=name, do="choose a measure of an extract")
    return lateness_of_filter(evidence, measure.numerator, title=measure.title)


def lateness_of_filter(evidence: Evidence, what: Filter, *, title: str) -> Lateness:
    """That of the events which a filter chooses; see `lateness_of`."""
    counts = lag_counts(evidence, what, areas=areas_of(evidence, "partnership"))
    if counts.whole is None or np.isnan(counts.whole.share_by_delay[0]):
        few = f"more than {counts.longest + 1} months are needed to know how late records come"
        raise NotAvailable(few, where=title, do="load more months")
    return Lateness(title, tuple(_sentences(counts, counts.whole)), counts, counts.whole)


def table_of(found: Lateness) -> tuple[TextTable, TextTable]:
    """The shares recorded by each month after, and the newest months with what is to come. Small counts are hidden."""
    return _by_lag(found), _by_month(found)


def _sentences(counts: LagCounts, nowcast: Nowcast) -> list[str]:
    dated, undated = float(np.nansum(counts.by_lag) + np.nansum(counts.later)), float(np.nansum(counts.undated))
    late = float(np.nansum(counts.later))
    said = [f"Of those recorded within {counts.longest} months after, {share_words(nowcast.share_by_delay)}."]
    said.append(
        f"Beside them, {_number(late)} of {dated:,.0f} ({late / dated:.1%}) had happened longer before: historical records."
        if not _is_small(late)
        else f"Beside them, few or none of {dated:,.0f} had happened longer before: historical records."
    )
    if undated and not _is_small(undated):
        said.append(f"{undated:,.0f} do not say both when it happened and when it was recorded, and are left out.")
    return said


def _by_lag(found: Lateness) -> TextTable:
    shares = found.nowcast.share_by_delay
    header = ("Recorded by the end of", "Share of those recorded in the end")
    rows = tuple((_lag_words(k), f"{share:.1%}") for k, share in enumerate(shares))
    return "How late records come", header, rows


def _by_month(found: Lateness) -> TextTable:
    header = ("Month in which it happened", "In so far", "Share expected in", "Expected in the end", "95% interval")
    nowcast, months = found.nowcast, found.counts.months
    rows = tuple(_month_row(nowcast, j, months[j]) for j in range(max(len(months) - _MONTHS_SHOWN, 0), len(months)))
    return "The newest months", header, rows


def _month_row(nowcast: Nowcast, j: int, month: date) -> tuple[str, ...]:
    seen, share = float(nowcast.seen[j]), float(nowcast.share_recorded[j])
    name = f"{month:%B %Y}"
    if np.isnan(seen):
        return (name, "a month is missing", "", "", "")
    if _is_small(seen):
        return (name, _HIDDEN, f"{share:.1%}", _HIDDEN, "")
    expected, lower, upper = (float(line[j]) for line in (nowcast.expected, nowcast.lower, nowcast.upper))
    return (name, _number(seen), f"{share:.1%}", _number(expected), f"{lower:,.0f} to {upper:,.0f}")


def _lag_words(months: int) -> str:
    if months == 0:
        return "the month in which it happened"
    return "the month after" if months == 1 else f"the {months} months after"


def _number(count: float) -> str:
    return f"{count:,.0f}"


def _is_small(count: float) -> bool:
    return bool(is_too_small(count))
