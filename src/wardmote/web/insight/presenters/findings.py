"""Findings as lines: the verdict in a word, the sentence, and one link."""

from collections.abc import Iterable

from wardmote.measures.finding import Finding
from wardmote.web.core.components import Line, Link

MORE_THAN_CHANCE = "More than chance"
COULD_BE_CHANCE = "Could be chance"
CANNOT_TELL = "Cannot tell"


def verdict(finding: Finding) -> str:
    """How sure a finding is, in a word or three."""
    if finding.distinguishable is None:
        return CANNOT_TELL
    return MORE_THAN_CHANCE if finding.distinguishable else COULD_BE_CHANCE


def finding_line(finding: Finding, *, link: Link | None = None) -> Line:
    """A finding as one line."""
    return Line(sentence=finding.sentence, link=link, tag=verdict(finding))


def by_size(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The surest first; among those as sure, the furthest from no change."""
    return tuple(sorted(findings, key=_rank))


def _rank(finding: Finding) -> tuple[int, float]:
    order = {True: 0, False: 1, None: 2}[finding.distinguishable]
    if finding.estimate is None or finding.estimate <= 0:
        return order, 0.0
    return order, -max(finding.estimate, 1 / finding.estimate)
