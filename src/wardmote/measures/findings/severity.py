"""Did the harm change? Sums of weights of the last twelve months against those of the twelve before."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from wardmote.definitions.severity import Severity
from wardmote.measures.findings import words
from wardmote.measures.findings.draft import Draft
from wardmote.measures.findings.subject import Subject
from wardmote.measures.severity import WeighedCounts, note_of, weighed_counts
from wardmote.statistics.change import Change
from wardmote.statistics.weighted_change import weighted_changes_between


def draft_severity_changes(subject: Subject) -> Iterator[Draft]:
    """One draft an area; cannot tell where a break lies between the years or too much has no weight."""
    measure, severity = subject.measure, subject.measure.severity
    if severity is None:
        return
    counted = weighed_counts(subject.evidence, measure, areas=subject.areas)
    counted = counted.within(start=subject.months[0], end=subject.months[-1])
    note = note_of(measure, counted)
    for i, draft in enumerate(_drafts(subject, counted, severity)):
        yield replace(draft, caveats=(note,), shows=_shows(subject, i))


def _drafts(subject: Subject, counted: WeighedCounts, severity: Severity) -> Iterator[Draft]:
    areas = range(len(subject.areas))
    if not subject.has_two_years:
        yield from (_cannot_tell(subject, i, f"only {len(subject.months)} months are loaded") for i in areas)
        return
    if across := [one for one in subject.blocking if one.first_month > subject.months[subject.earlier.start]]:
        yield from (_cannot_tell(subject, i, across[-1].sentence) for i in areas)
        return
    counts = np.where(np.isnan(subject.counts)[:, :, None], np.nan, counted.counts)
    for months in subject.set_aside:
        counts[:, months] = np.nan
    changes = weighted_changes_between(counts, counted.weights, earlier=subject.earlier, later=subject.later)
    for i, change in enumerate(changes):
        share = counted.share_without(i, range(subject.earlier.start, subject.later.stop))
        if share > severity.most_without_weight:
            yield _cannot_tell(subject, i, f"{share:.0%} of the {subject.measure.counts} have no weight on the scale")
        else:
            yield _draft(subject, i, change, unit=severity.unit, share=share)


def _draft(subject: Subject, i: int, change: Change, *, unit: str, share: float) -> Draft:
    if change.distinguishable is None or change.ratio is None:
        return _cannot_tell(subject, i, change.reason)

    def say(*, is_distinguishable: bool | None) -> str:
        ratio = change.ratio or 0.0
        before, after = words.number(change.earlier_total), words.number(change.later_total)
        spread, verdict = (
            words.interval(change.lower, change.upper),
            words.verdict(is_distinguishable=is_distinguishable, p=change.p),
        )
        aside = subject.without(range(subject.earlier.start, subject.later.stop))
        without = f" {share:.1%} of the {subject.measure.counts} have no weight and are not in it." if share else ""
        if is_distinguishable:
            return (
                f"{subject.name(i)} {words.moved(ratio)}, from {before} {unit} in {subject.earlier_words} to {after} in"
                f" {subject.later_words}{aside}{spread}: {verdict}.{without}"
            )
        return (
            f"{subject.name(i)} came to {after} {unit} in {subject.later_words} and {before} in {subject.earlier_words}"
            f"{aside}, {words.difference(ratio)}{spread}: {verdict}.{without}"
        )

    def say_briefly(*, is_distinguishable: bool | None) -> str:
        if is_distinguishable:
            return f"{subject.name(i)} {words.moved_about(change.ratio or 0.0)} in a year, more than chance explains."
        return f"{subject.name(i)}: no change from one year to the next that can be told from chance."

    numbers = (change.ratio, change.lower, change.upper, change.p)
    draft = Draft(subject, i, "change", *numbers, None, say, change.method, _periods(subject))
    return replace(draft, say_briefly=say_briefly)


def _shows(subject: Subject, i: int) -> tuple[float, ...]:
    """A sum of weights may be a crime or two: the numbers of crimes decide whether it may be shown."""
    return tuple(float(np.nansum(subject.counts[i, span])) for span in (subject.earlier, subject.later))


def _cannot_tell(subject: Subject, i: int, reason: str) -> Draft:
    def say(*, is_distinguishable: bool | None) -> str:  # noqa: ARG001
        return f"{subject.name(i)}: it cannot be told whether one year differs from the year before, for {reason}."

    return Draft(subject, i, "change", None, None, None, None, None, say, "none", _periods(subject))


def _periods(subject: Subject) -> str:
    return f"{subject.later_words} against {subject.earlier_words}"
