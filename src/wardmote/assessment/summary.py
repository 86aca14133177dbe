"""The sentences to read first."""

from collections.abc import Iterable, Iterator

from wardmote.assessment.document import Paragraph, Section
from wardmote.assessment.facts import Facts
from wardmote.assessment.parts.verdicts import is_adverse
from wardmote.assessment.wording import listing, lower_first
from wardmote.definitions.catalogue import find_measure
from wardmote.measures.finding import Finding

_ALWAYS = ("all-crime", "anti-social-behaviour")
_MOST_CHANGES = 4
# The sections whose first words belong in front: how much there was, what is proposed, and what people think.
_OPENING, _CLOSING = ("levels",), ("priorities", "views")


def summarise(facts: Facts, sections: Iterable[Section]) -> tuple[str, ...]:
    """How much there was, what changed (the unwelcome first), what is proposed, what people think, what is waited for."""
    sections = tuple(sections)
    waiting = [lower_first(section.heading) for section in sections if section.state == "waiting"]
    wait = (f"Still waiting for what they need: {listing(waiting)}.",) if waiting else ()
    # Where the change can be told its sentence says how much there was.
    told = facts.finding(_ALWAYS[0], "change")
    opening = () if told and told.distinguishable is not None else _first_words(sections, _OPENING)
    return (*opening, *_changes(facts), *_first_words(sections, _CLOSING), *wait)


def _first_words(sections: tuple[Section, ...], ids: tuple[str, ...]) -> Iterator[str]:
    for section in sections:
        first = section.blocks[0] if section.blocks else None
        if section.id in ids and isinstance(first, Paragraph):
            yield first.text


def _changes(facts: Facts) -> tuple[str, ...]:
    """All crime and anti-social behaviour, then the largest changes; trends where no two years may be compared."""
    always = [one for measure in _ALWAYS if (one := facts.finding(measure, "change")) is not None]
    if any(one.distinguishable is not None for one in facts.changes):
        return tuple(_briefly(finding) for finding in (*always, *_largest(facts.changes)))
    trends = [one for one in _trends(facts) if one.distinguishable]
    found = sorted(trends, key=_size, reverse=True)[:_MOST_CHANGES]
    unknown = f"Whether anything changed since {facts.year.before.label} cannot be told; section 2 says why."
    return (unknown, *(_briefly(finding) for finding in found))


def _largest(findings: Iterable[Finding]) -> list[Finding]:
    changes = [one for one in findings if one.distinguishable and one.measure not in _ALWAYS]
    adverse = [one for one in changes if is_adverse(one, direction=find_measure(one.measure).direction)]
    rest = [one for one in changes if one not in adverse]
    return [*sorted(adverse, key=_size, reverse=True), *sorted(rest, key=_size, reverse=True)][:_MOST_CHANGES]


def _trends(facts: Facts) -> list[Finding]:
    found = [facts.finding(change.measure, "trend") for change in facts.changes]
    return [one for one in found if one is not None]


def _briefly(finding: Finding) -> str:
    return finding.brief or finding.sentence


def _size(finding: Finding) -> float:
    estimate = finding.estimate or 1.0
    return max(estimate, 1 / estimate)
