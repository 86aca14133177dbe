"""A finding before it is known how many looks were taken with it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np

from wardmote.disclosure.suppression import is_too_small
from wardmote.measures.finding import Finding, FindingKind
from wardmote.measures.findings.subject import Subject
from wardmote.measures.findings.words import LEVEL, looks
from wardmote.measures.series import Period
from wardmote.measures.unnamed_places import unnamed_places_sentences
from wardmote.measures.withholding import withheld
from wardmote.statistics.multiplicity import adjust_p_values


class Sayer(Protocol):
    """Makes the sentence of a finding, once it is decided what may be said."""

    def __call__(self, *, is_distinguishable: bool | None) -> str:
        """The sentence."""


@dataclass(frozen=True)
class Draft:
    """The result of one test. `say` makes the sentence once it is decided what may be said.

    `p` is None where there was no test; `verdict` then holds what is known without one. `shows` are the counts that the
    sentence tells. `say_briefly` makes the sentence for the head of a page.
    """

    subject: Subject
    area: int
    kind: FindingKind
    estimate: float | None
    lower: float | None
    upper: float | None
    p: float | None
    verdict: bool | None
    say: Sayer
    method: str
    periods: str
    caveats: tuple[str, ...] = ()
    shows: tuple[float, ...] = ()
    say_briefly: Sayer | None = None

    @property
    def is_hidden(self) -> bool:
        """Whether its sentence would give away a count that is too small to show, by itself or with other figures."""
        if self.subject.measure.release == "open" or not self.shows:
            return False
        return bool(is_too_small(self.shows).any()) or self._tells_with_others

    @property
    def _tells_with_others(self) -> bool:
        subject = self.subject
        spans = [span for span in (subject.later, subject.earlier) if span]
        if self.kind == "control" and subject.months:
            spans.append(range(len(subject.months) - 1, len(subject.months)))
        periods = [Period("month", subject.months[one.start], subject.months[one.stop - 1], "") for one in spans]
        held = withheld(subject.evidence, subject.measure, by=subject.areas[self.area].kind, periods=periods)
        return held is not None and bool(held[self.area].any())


def settle(drafts: Sequence[Draft]) -> tuple[Finding, ...]:
    """Correct the tests of each kind for having been looked at together, and say each finding."""
    findings: dict[int, Finding] = {}
    for kind in dict.fromkeys(draft.kind for draft in drafts):
        places = [i for i, draft in enumerate(drafts) if draft.kind == kind]
        p = np.array([np.nan if drafts[i].p is None else drafts[i].p for i in places], dtype=float)
        adjusted = adjust_p_values(p)
        tested = int((~np.isnan(p)).sum())
        for i, value in zip(places, adjusted, strict=True):
            findings[i] = _finding(drafts[i], None if np.isnan(value) else float(value), tested=tested)
    return tuple(findings[i] for i in range(len(drafts)))


def _finding(draft: Draft, p_adjusted: float | None, *, tested: int) -> Finding:
    is_distinguishable = draft.verdict if p_adjusted is None else p_adjusted < LEVEL
    area, measure = draft.subject.areas[draft.area], draft.subject.measure
    if draft.is_hidden:
        draft = _without_figures(draft)
        is_distinguishable = p_adjusted = None
    return Finding(
        kind=draft.kind,
        measure=measure.id,
        version=measure.version,
        area_kind=area.kind,
        area_code=area.code,
        area_name=area.name,
        estimate=draft.estimate,
        lower=draft.lower,
        upper=None if draft.upper == float("inf") else draft.upper,
        p=draft.p,
        p_adjusted=p_adjusted,
        distinguishable=is_distinguishable,
        sentence=draft.say(is_distinguishable=is_distinguishable),
        method=draft.method + ("" if p_adjusted is None else looks(tested)),
        periods=draft.periods,
        caveats=(*draft.caveats, *_of_breaks(draft.subject), *measure.caveats),
        brief=draft.say_briefly(is_distinguishable=is_distinguishable) if draft.say_briefly else "",
    )


def _without_figures(draft: Draft) -> Draft:
    def say(*, is_distinguishable: bool | None) -> str:  # noqa: ARG001
        return f"{draft.subject.name(draft.area)}: the numbers are too small to show."

    return replace(draft, estimate=None, lower=None, upper=None, p=None, say=say, say_briefly=None)


def _of_breaks(subject: Subject) -> tuple[str, ...]:
    """A caveat for each break in a part of what is counted or in the past of all of it, for what is provisional, and
    for the years of which the priority places are not known.
    """
    return (
        *(f"Mind that {one.sentence}." for one in subject.breaks),
        *subject.provisional.sentences,
        *unnamed_places_sentences(subject.evidence, subject.measure, months=subject.all_months),
    )
