"""Did it change? The last twelve months against the twelve before, which do not overlap."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from wardmote.disclosure.suppression import is_too_small
from wardmote.measures.findings import words
from wardmote.measures.findings.draft import Draft
from wardmote.measures.findings.placing import caveat_of_places
from wardmote.measures.findings.subject import Subject
from wardmote.measures.periods import MONTHS_IN_YEAR
from wardmote.statistics.arrays import BoolArray, FloatArray
from wardmote.statistics.breaks import break_within, changes_clear_of, reason_of_break
from wardmote.statistics.change import FEWEST_PAIRS, Change
from wardmote.statistics.comparison import compare_proportions


def draft_changes(subject: Subject) -> Iterator[Draft]:
    """One draft an area."""
    if subject.measure.calculation in {"total", "latest"}:
        yield from (_untested(subject, i) for i in _areas(subject))
    elif not subject.has_two_years:
        yield from (_cannot_tell(subject, i, f"only {len(subject.months)} months are loaded") for i in _areas(subject))
    elif subject.whole is not None:
        yield from (_of_shares(subject, i) for i in _areas(subject))
    else:
        changes = changes_clear_of(
            subject.counts,
            earlier=subject.earlier,
            later=subject.later,
            breaks=subject.parting,
            interruptions=subject.set_aside,
        )
        caveats = caveat_of_places(subject)
        yield from (replace(_of_counts(subject, i, change), caveats=caveats) for i, change in enumerate(changes))


def _areas(subject: Subject) -> range:
    return range(len(subject.areas))


def _of_counts(subject: Subject, i: int, change: Change) -> Draft:
    if change.distinguishable is None or change.ratio is None:
        return _cannot_tell(subject, i, f"{change.reason}{_aside(subject)}")

    def say(*, is_distinguishable: bool | None) -> str:
        ratio = change.ratio or 0.0
        before, after = words.number(change.earlier_total), words.number(change.later_total)
        spread = words.interval(change.lower, change.upper)
        verdict = words.verdict(is_distinguishable=is_distinguishable, p=change.p)
        months = "" if change.months == MONTHS_IN_YEAR else _on_months(change.months)
        months += _aside(subject)
        apart = _historical(subject, i)
        if is_distinguishable:
            return (
                f"{subject.name(i)} {words.moved(ratio)}, from {before} in {subject.earlier_words} to {after} in"
                f" {subject.later_words}{months}{spread}: {verdict}.{apart}"
            )
        return (
            f"{subject.name(i)} numbered {after} in {subject.later_words} and {before} in {subject.earlier_words}"
            f"{months}, {words.difference(ratio)}{spread}: {verdict}.{apart}"
        )

    def say_briefly(*, is_distinguishable: bool | None) -> str:
        before, after = words.number(change.earlier_total), words.number(change.later_total)
        if is_distinguishable:
            return f"{subject.name(i)} {words.moved_about(change.ratio or 0.0)} in a year, {before} to {after}, more than chance explains."
        return f"{subject.name(i)}: {after} in a year, and {before} the year before. Chance may explain the difference."

    return Draft(
        subject,
        i,
        "change",
        change.ratio,
        change.lower,
        change.upper,
        change.p,
        None,
        say,
        change.method,
        _periods(subject),
        shows=(change.earlier_total, change.later_total),
        say_briefly=say_briefly,
    )


def _on_months(months: int) -> str:
    return f", on the {months} calendar months that both years have"


def _aside(subject: Subject) -> str:
    return subject.without(range(subject.earlier.start, subject.later.stop))


def _historical(subject: Subject, i: int) -> str:
    """What was recorded in the two years and had happened long before, where the measure counts that apart."""
    if subject.historical is None:
        return ""
    numbers = [float(np.nansum(subject.historical[i, span])) for span in (subject.later, subject.earlier)]
    if bool(is_too_small(numbers).any()) and subject.measure.release != "open":
        after, before = ("too few to show" if is_too_small(n) else words.number(n) for n in numbers)
    else:
        after, before = (words.number(n) for n in numbers)
    wait = subject.measure.numerator.historical_after_months
    return (
        f" Counted apart are those that had happened more than {wait} months before they were recorded: {after}, and"
        f" {before} the year before."
    )


def _of_shares(subject: Subject, i: int) -> Draft:
    """The difference between two years' shares, in percentage points, on the months that both years have whole."""
    parting = break_within([subject.earlier, subject.later], subject.parting)
    if parting is not None:
        return _cannot_tell(subject, i, reason_of_break(subject.parting[parting]))
    whole_counts = subject.counts if subject.whole is None else subject.whole
    kept = _shared_months(subject)
    if subject.set_aside and kept.sum() < FEWEST_PAIRS:
        few = f"only {int(kept.sum())} calendar months are in both years, and {FEWEST_PAIRS} are needed"
        return _cannot_tell(subject, i, f"{few}{_aside(subject)}")
    numbers = [
        matrix[i, span][kept].sum()
        for span in (subject.earlier, subject.later)
        for matrix in (subject.counts, whole_counts)
    ]
    if np.isnan(numbers).any() or not (numbers[1] and numbers[3]):
        return _cannot_tell(subject, i, "a month is missing from one of the two years")
    part, whole, later_part, later_whole = (int(n) for n in numbers)
    result = compare_proportions(part, whole, later_part, later_whole)
    months = "" if kept.all() else f"{_on_months(int(kept.sum()))}{_aside(subject)}"

    def say(*, is_distinguishable: bool | None) -> str:
        verdict = words.verdict(is_distinguishable=is_distinguishable, p=result.p)
        return (
            f"{subject.name(i)} were {later_part / later_whole:.1%} of all ({words.number(later_part)} of"
            f" {words.number(later_whole)}) in {subject.later_words}, against {part / whole:.1%}"
            f" ({words.number(part)} of {words.number(whole)}) in {subject.earlier_words}{months}: {verdict}."
        )

    def say_briefly(*, is_distinguishable: bool | None) -> str:
        return words.shares_in_brief(
            subject.name(i), part / whole, later_part / later_whole, is_distinguishable=is_distinguishable
        )

    estimate, lower, upper = (None if n is None else n * 100 for n in (result.estimate, result.lower, result.upper))
    draft = Draft(subject, i, "change", estimate, lower, upper, result.p, None, say, result.method, _periods(subject))
    shows = (part, whole - part, later_part, later_whole - later_part)
    return replace(draft, shows=shows, say_briefly=say_briefly)


def _shared_months(subject: Subject) -> BoolArray:
    """Which of the twelve calendar months are set aside in neither year."""
    aside = {position for stretch in subject.set_aside for position in stretch}
    return np.array([not {a, b} & aside for a, b in zip(subject.earlier, subject.later, strict=True)], dtype=bool)


def _untested(subject: Subject, i: int) -> Draft:
    """Sums and stocks are told beside those of the year before. No test of counts is theirs."""
    is_stock = subject.measure.calculation == "latest"
    spans = (subject.earlier, subject.later) if subject.has_two_years else (range(0), subject.later)
    before, after = (_newest(subject.counts[i, span]) if is_stock else subject.counts[i, span].sum() for span in spans)

    def say(*, is_distinguishable: bool | None) -> str:  # noqa: ARG001
        when = f"at the end of {subject.months[-1]:%B %Y}" if is_stock else f"in {subject.later_words}"
        past = "a year before" if is_stock else f"in {subject.earlier_words}"
        if np.isnan(after) or not subject.has_two_years or np.isnan(before):
            return f"{subject.name(i)}: there is no figure of a year before to set it beside."
        return f"{subject.name(i)} numbered {words.number(after)} {when} and {words.number(before)} {past}."

    draft = Draft(
        subject, i, "change", None, None, None, None, None, say, "told as given; not tested", _periods(subject)
    )
    return replace(draft, shows=(float(np.nan_to_num(before)), float(np.nan_to_num(after))))


def _newest(counts: FloatArray) -> float:
    """The last figure given (a month without one has none); NaN where there is none at all."""
    given = counts[~np.isnan(counts) & (counts > 0)]
    return float(given[-1]) if given.size else np.nan


def _cannot_tell(subject: Subject, i: int, reason: str) -> Draft:
    def say(*, is_distinguishable: bool | None) -> str:  # noqa: ARG001
        return (
            f"{subject.name(i)}: it cannot be told whether the last 12 months differ from the 12 before, for {reason}."
        )

    def say_briefly(*, is_distinguishable: bool | None) -> str:  # noqa: ARG001
        return f"{subject.name(i)}: nobody can tell yet whether the last 12 months differ from the 12 before."

    draft = Draft(subject, i, "change", None, None, None, None, None, say, "none", _periods(subject))
    return replace(draft, say_briefly=say_briefly)


def _periods(subject: Subject) -> str:
    return f"{subject.later_words} against {subject.earlier_words}"
