"""Findings as lines: the verdict in a word, the sentence, and one link."""

import math
from collections.abc import Iterable

from wardmote.definitions.measure import Measure
from wardmote.measures.finding import Finding
from wardmote.web.core.components import Line, Link
from wardmote.web.core.wording import change_of_points, change_of_ratio

MORE_THAN_CHANCE = "More than chance"
COULD_BE_CHANCE = "Could be chance"
CANNOT_TELL = "Cannot tell"
_LABELS = {
    "change": "This year against last",
    "trend": "Over all the months",
    "control": "The latest month",
    "season": "The time of year",
    "benchmark": "Against the rest of the force",
    "interruption": "Months that are set aside",
    "late records": "How late records come",
    "funnel": "Against the other places",
    "rank": "Among areas like it",
    "inequality": "Who is harmed",
}


def verdict(finding: Finding) -> str:
    """How sure a finding is, in a word or three."""
    if finding.distinguishable is None:
        return CANNOT_TELL
    return MORE_THAN_CHANCE if finding.distinguishable else COULD_BE_CHANCE


def finding_line(finding: Finding, *, link: Link | None = None, is_labelled: bool = False) -> Line:
    """A finding as one line; its label says which question it answers."""
    return Line(sentence=finding.sentence, link=link, label=_LABELS[finding.kind] if is_labelled else "")


def lead_sentence(findings: Iterable[Finding]) -> str:
    """What a page says first, as one would say it aloud: how much it changed, or if nobody can tell, its trend."""
    by_kind = {one.kind: one for one in findings}
    change, trend = by_kind.get("change"), by_kind.get("trend")
    if change is None:
        return "There are not enough months yet to compare one year with another."
    told = said_aloud(change)
    return f"{trend.brief} {told}" if change.distinguishable is None and trend and trend.distinguishable else told


def said_aloud(finding: Finding) -> str:
    """The finding without interval and months where it can be said so; its page says the rest."""
    return finding.brief or finding.sentence


def change_words(finding: Finding, *, measure: Measure) -> str:
    """A finding of change in short: a ratio as a percentage, the difference of two proportions in points."""
    if measure.is_share:
        return change_of_points(finding.estimate)
    return change_of_ratio(finding.estimate)


def is_fall(finding: Finding, *, measure: Measure) -> bool:
    """Whether a finding of change is a fall."""
    level = 0.0 if measure.is_share else 1.0
    return finding.estimate is not None and finding.estimate < level


def surest_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """What is more than chance, then what could be chance, then what nobody can tell; in each, the least likely first."""
    return tuple(sorted(findings, key=_rank))


def _rank(finding: Finding) -> tuple[int, float]:
    order = {True: 0, False: 1, None: 2}[finding.distinguishable]
    return order, math.inf if finding.p_adjusted is None else finding.p_adjusted
