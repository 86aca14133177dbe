"""Months that are not whole yet: late records are still to come, or the file ends before the month does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np

from wardmote.definitions.measure import Filter, Measure
from wardmote.evidence.evidence import Evidence
from wardmote.measures.areas import areas_of
from wardmote.measures.lags import lag_counts
from wardmote.measures.periods import add_months, span_in_words
from wardmote.statistics.coverage import silence_at_end

_DAYS_LOOKED_AT = 366


@dataclass(frozen=True)
class Provisional:
    """`months` that are provisional, oldest first, with what is to be said of them."""

    months: tuple[date, ...]
    sentences: tuple[str, ...]

    def is_any_of(self, months: Sequence[date]) -> bool:
        """Whether one of these months is provisional."""
        return bool(set(self.months) & set(months))


NOTHING_PROVISIONAL = Provisional((), ())


def provisional_months(evidence: Evidence, measure: Measure) -> Provisional:
    """The provisional months of a measure; none of one that counts no partner's events.

    Only an extract says how late its records come and on which day it ends: police.uk says no days.
    """
    question = ("provisional", measure.numerator.model_dump_json(), measure.settled_share)
    return evidence.remember(question, lambda: _provisional(evidence, measure))


def _provisional(evidence: Evidence, measure: Measure) -> Provisional:
    what = measure.numerator
    if what.table != "events":
        return NOTHING_PROVISIONAL
    cut = cut_months(evidence, what)
    sentences = [_of_cut(month, day, is_first=is_first) for (month, is_first), day in cut.items()]
    late = _late_months(evidence, measure) if what.dated_by == "occurred" else ()
    if late:
        sentences.append(
            f"Figures for {span_in_words(late[0], late[-1])} are provisional, and no test is made with them: fewer than"
            f" {measure.settled_share:.0%} of the records of each month are expected to be in."
        )
    return Provisional(tuple(sorted({*late, *(month for month, _ in cut)})), tuple(sentences))


def _late_months(evidence: Evidence, measure: Measure) -> tuple[date, ...]:
    """From the first month of occurrence of which too few records are expected to be in; all where nobody can tell."""
    found = lag_counts(evidence, measure.numerator, areas=areas_of(evidence, "partnership"))
    if found.whole is None:
        return found.months
    is_short = np.nan_to_num(found.whole.share_recorded, nan=1.0) < measure.settled_share
    return found.months[int(np.argmax(is_short)) :] if is_short.any() else ()


def cut_months(evidence: Evidence, what: Filter) -> Mapping[tuple[date, bool], date]:
    """The first and the last month of a source's events, where it fell silent in a way that it never did elsewhere.

    Each, with whether it is the first, gives the first or the last day of which there are records.
    """
    question = ("cut months", what.where.get("source", ()))
    return evidence.remember(question, lambda: _cut_months(evidence, what.where.get("source", ())))


def _cut_months(evidence: Evidence, sources: Sequence[str]) -> dict[tuple[date, bool], date]:
    found: dict[tuple[date, bool], date] = {}
    for source in sources:
        days = _days(evidence, source)
        if not days:
            continue
        first, last = min(days), max(days)
        start, end = first.replace(day=1), add_months(last.replace(day=1), 1) - timedelta(days=1)
        counts = [days.get(start + timedelta(days=i), 0) for i in range((end - start).days + 1)]
        if silence_at_end(counts[-_DAYS_LOOKED_AT:]).is_unlike:
            found[last.replace(day=1), False] = last
        if silence_at_end(counts[:_DAYS_LOOKED_AT][::-1]).is_unlike:
            found[start, True] = first
    return found


def _days(evidence: Evidence, source: str) -> dict[date, int]:
    """How many of a source's records stand on each day by which they are sent."""
    rows: Any = evidence.snapshot.rows(
        "SELECT coalesce(recorded_on, occurred_on) AS day, count(*) FROM events"
        " WHERE source = ? AND coalesce(recorded_on, occurred_on) IS NOT NULL GROUP BY day",
        [source],
    )
    return {day: int(n) for day, n in rows}


def _of_cut(month: date, day: date, *, is_first: bool) -> str:
    words = "begin only on" if is_first else "end on"
    return (
        f"Figures for {month:%B %Y} are provisional, and no test is made with them: the records of that month {words}"
        f" {day.day} {day:%B}, which is unlike the months around it."
    )
