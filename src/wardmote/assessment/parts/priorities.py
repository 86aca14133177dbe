"""Proposals for priorities: drafted from evidence, never from volume alone, and never without a reason to come."""

from dataclasses import dataclass

import numpy as np

from wardmote.assessment.document import Block, Paragraph, Table, Waiting
from wardmote.assessment.facts import Facts
from wardmote.assessment.outline import PrioritiesPart
from wardmote.assessment.parts.verdicts import is_adverse
from wardmote.assessment.wording import listing, lower_first, number, percent_change
from wardmote.definitions.catalogue import find_measure
from wardmote.definitions.measure import Measure
from wardmote.errors import NotAvailable
from wardmote.measures.finding import FindingKind

# What has got worse speaks for a priority; being common, here or against the rest of the force, only supports it.
_WORSE: tuple[tuple[FindingKind, str], ...] = (
    ("change", "it rose on the year before ({change})"),
    ("trend", "it has been rising over the years ({change} a year)"),
    ("control", "its latest month is out of line with its past"),
)
_COMMON: tuple[tuple[FindingKind, str], ...] = (
    ("benchmark", "it is more common than in the rest of the force ({change})"),
)


@dataclass(frozen=True)
class _Candidate:
    name: str
    count: float
    share: float
    worse: tuple[str, ...]
    common: tuple[str, ...]

    @property
    def is_proposed(self) -> bool:
        """Prevalence alone never promotes: something must have got worse."""
        return bool(self.worse)

    @property
    def row(self) -> tuple[str, ...]:
        volume = number(self.count, unit="count")
        share = "" if np.isnan(self.share) else number(100 * self.share, unit="%")
        evidence = "; ".join((*self.worse, *self.common)) or "nothing beside its volume"
        return (self.name, volume, share, evidence, "not scored", "needed" if self.is_proposed else "not proposed")


def priorities(part: PrioritiesPart, facts: Facts) -> list[Block]:
    """Every candidate with what speaks for it, the strongest case first."""
    total = float(facts.in_year(part.total).count[0, 0])
    crimes = [_candidate(facts, measure, total=total) for measure in part.measures]
    others = [_candidate(facts, measure, total=np.nan) for measure in part.others]
    candidates = sorted(crimes + others, key=lambda one: (-len(one.worse), -len(one.common), -np.nan_to_num(one.count)))
    if all(np.isnan(one.count) for one in candidates):
        raise NotAvailable("a whole year of figures", do=f"load every month of {facts.year.label}")
    proposed = [one.name for one in candidates if one.is_proposed]
    table = Table(
        id="priorities",
        title=f"Candidates for priorities, with the evidence for {facts.label}",
        header=(
            "Candidate",
            "Count",
            "Share of all crime",
            "Evidence beside volume",
            "Harm",
            "The partnership’s reason",
        ),
        rows=tuple(one.row for one in candidates),
        source=find_measure(part.total).source,
        period=facts.in_words,
        caveats=("Being common, here or against the rest of the force, does not make a matter a priority.",),
        numeric=(1, 2),
    )
    changes = [facts.finding(measure, "change") for measure in (*part.measures, *part.others)]
    can_tell = any(finding is not None and finding.distinguishable is not None for finding in changes)
    return [_opening(proposed, see=table.id, can_tell=can_tell), table, _reason_needed()]


def _opening(proposed: list[str], *, see: str, can_tell: bool) -> Paragraph:
    if not proposed and not can_tell:
        return Paragraph("It cannot be told yet what has got worse, so the evidence proposes no priority.", see=(see,))
    if not proposed:
        text = "The evidence proposes no priority: nothing has got worse by more than chance explains."
        return Paragraph(text, see=(see,))
    names = listing(lower_first(name) for name in proposed)
    return Paragraph(f"Because they have got worse, the evidence proposes for discussion: {names}.", see=(see,))


def _reason_needed() -> Waiting:
    return Waiting(
        "The partnership’s own reason for each proposal, and a score of harm",
        "A proposal becomes a priority only when the partnership says what working on it together adds.",
        "Score the harm of each candidate, then write the reason beside each one that is adopted.",
    )


def _candidate(facts: Facts, measure_id: str, *, total: float) -> _Candidate:
    measure = find_measure(measure_id)
    try:
        count = float(facts.in_year(measure_id).count[0, 0])
    except NotAvailable:
        count = np.nan
    worse, common = (_reasons(facts, measure, kinds) for kinds in (_WORSE, _COMMON))
    return _Candidate(measure.short_title, count, count / total, worse, common)


def _reasons(facts: Facts, measure: Measure, kinds: tuple[tuple[FindingKind, str], ...]) -> tuple[str, ...]:
    found = [(facts.finding(measure.id, kind), words) for kind, words in kinds]
    return tuple(
        words.format(change=percent_change(finding.estimate))
        for finding, words in found
        if finding is not None and is_adverse(finding, direction=measure.direction)
    )
