"""Did a share of people change? Two years that do not overlap, everyone in both looked at for as long."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import numpy as np

from wardmote.definitions.measure import Measure
from wardmote.evidence.evidence import Evidence
from wardmote.measures.breaks import Break, breaks_in
from wardmote.measures.findings import words
from wardmote.measures.findings.draft import Draft
from wardmote.measures.findings.subject import Subject
from wardmote.measures.people_measuring import Result, SharesOfPeople, shares_of_people
from wardmote.measures.periods import MONTHS_IN_YEAR, Window, span_in_words
from wardmote.measures.series import AreaKind
from wardmote.statistics.differences import Difference, Share, difference_of_shares
from wardmote.statistics.repeats import RepeatShare


def draft_people_changes(evidence: Evidence, measure: Measure, *, by: AreaKind, end: date | None) -> Iterator[Draft]:
    """One draft an area."""
    found = shares_of_people(evidence, measure, by=by, period="rolling-12")
    pair = _two_years(found, end=end)
    subject = _subject(evidence, measure, found, pair=pair)
    for i in range(len(found.areas)):
        yield _draft(subject, i, found, pair=pair)


def _two_years(found: SharesOfPeople, *, end: date | None) -> tuple[int, int] | None:
    """The newest year in which everyone could be looked at for as long, and the year before it."""
    for later in reversed(range(MONTHS_IN_YEAR, len(found.windows))):
        earlier = later - MONTHS_IN_YEAR
        if end is not None and found.windows[later].period.last > end:
            continue
        if all(_is_settled(one) for j in (later, earlier) for one in found.column(j)):
            return earlier, later
    return None


def _is_settled(result: Result | None) -> bool:
    if result is None:
        return False
    waiting = result.partly_followed if isinstance(result, RepeatShare) else result.not_yet_followed
    return waiting == 0


def _subject(evidence: Evidence, measure: Measure, found: SharesOfPeople, *, pair: tuple[int, int] | None) -> Subject:
    breaks: tuple[Break, ...] = ()
    if pair is not None:
        first, last = (found.windows[j].period for j in pair)
        breaks = breaks_in(evidence, measure, first=first.first, last=last.last)
    return Subject(evidence, measure, found.areas, (), np.empty((len(found.areas), 0)), None, breaks)


def _draft(subject: Subject, i: int, found: SharesOfPeople, *, pair: tuple[int, int] | None) -> Draft:
    if pair is None:
        return _cannot_tell(subject, i, "there are not two years in which everyone could be looked at for as long")
    if subject.blocking:
        return _cannot_tell(subject, i, subject.blocking[-1].sentence)
    earlier, later = (found.column(j)[i] for j in pair)
    shares = [_as_share(one) for one in (earlier, later)]
    if earlier is None or later is None or shares[0] is None or shares[1] is None:
        reason = (later.reason or earlier.reason) if earlier is not None and later is not None else "a month is missing"
        return _cannot_tell(subject, i, reason or "too few people")
    difference = difference_of_shares(shares[0], shares[1])
    windows = tuple(found.windows[j] for j in pair)
    return _told(subject, i, (earlier, later), windows=windows, difference=difference)


def _told(
    subject: Subject, i: int, results: tuple[Result, Result], *, windows: tuple[Window, ...], difference: Difference
) -> Draft:
    before, after = (span_in_words(window.period.first, window.period.last) for window in windows)

    def say(*, is_distinguishable: bool | None) -> str:
        verdict = words.verdict(is_distinguishable=is_distinguishable, p=difference.p)
        return (
            f"{subject.name(i)} were {_figures(results[1])} in {after}, against {_figures(results[0])} in {before}:"
            f" {verdict}."
        )

    def say_briefly(*, is_distinguishable: bool | None) -> str:
        before, after = (result.share or 0.0 for result in results)
        return words.shares_in_brief(subject.name(i), before, after, is_distinguishable=is_distinguishable)

    estimate, lower, upper = (number * 100 for number in (difference.estimate, difference.lower, difference.upper))
    periods = f"{after} against {before}"
    draft = Draft(subject, i, "change", estimate, lower, upper, difference.p, None, say, difference.method, periods)
    counts = ((_repeated(one), one.base - _repeated(one)) for one in results)
    shows = tuple(float(count) for pair in counts for count in pair)
    return replace(draft, shows=shows, say_briefly=say_briefly)


def _figures(result: Result) -> str:
    return f"{result.share or 0.0:.1%} ({words.number(_repeated(result))} of {words.number(result.base)})"


def _repeated(result: Result) -> int:
    return result.repeated if isinstance(result, RepeatShare) else result.with_event


def _as_share(result: Result | None) -> Share | None:
    if result is None or result.share is None or result.lower is None or result.upper is None:
        return None
    return Share(result.share, result.lower, result.upper)


def _cannot_tell(subject: Subject, i: int, reason: str) -> Draft:
    def say(*, is_distinguishable: bool | None) -> str:  # noqa: ARG001
        return f"{subject.name(i)}: it cannot be told whether one year differs from the year before, for {reason}."

    return Draft(subject, i, "change", None, None, None, None, None, say, "none", "two years")
