"""The sentences to read first."""

from collections.abc import Iterable

from wardmote.assessment.document import Section
from wardmote.assessment.facts import Facts
from wardmote.assessment.parts.verdicts import is_adverse
from wardmote.assessment.wording import listing, lower_first
from wardmote.definitions.catalogue import find_measure
from wardmote.measures.finding import Finding

_ALWAYS = ("all-crime", "anti-social-behaviour")
_MOST_CHANGES = 4


def summarise(facts: Facts, sections: Iterable[Section]) -> tuple[str, ...]:
    """All crime and anti-social behaviour, then the largest changes (the unwelcome first), then what is waiting."""
    changes = [one for one in facts.changes if one.distinguishable and one.measure not in _ALWAYS]
    adverse = [one for one in changes if is_adverse(one, direction=find_measure(one.measure).direction)]
    rest = [one for one in changes if one not in adverse]
    chosen = [*sorted(adverse, key=_size, reverse=True), *sorted(rest, key=_size, reverse=True)][:_MOST_CHANGES]
    always = [one for measure in _ALWAYS if (one := facts.finding(measure, "change")) is not None]
    waiting = [lower_first(section.heading) for section in sections if section.state == "waiting"]
    sentences = [finding.sentence for finding in [*always, *chosen]]
    if waiting:
        sentences.append(f"Still waiting for what they need: {listing(waiting)}.")
    return tuple(sentences)


def _size(finding: Finding) -> float:
    estimate = finding.estimate or 1.0
    return max(estimate, 1 / estimate)
