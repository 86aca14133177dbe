"""How much each respondent counts: the file's own weights, rim weights to the population, or all alike."""

import re
from dataclasses import dataclass

import numpy as np

from wardmote.evidence.evidence import Evidence
from wardmote.measures.surveys.population import Groups, population_of
from wardmote.measures.surveys.wave import Wave
from wardmote.statistics.arrays import FloatArray
from wardmote.statistics.raking import Margin, Raked, rake

# Weights that leave a margin this far from the population do not make the answers speak for it.
_FURTHEST_OFF = 0.05


@dataclass(frozen=True)
class Weighting:
    """`weights` has one figure a respondent; `is_weighted` is False where all count alike; `sentence` says how and why."""

    weights: FloatArray
    is_weighted: bool
    sentence: str


def weigh(evidence: Evidence, wave: Wave) -> Weighting:
    """The weights of a wave. Answers without weights speak for those who answered only, and the sentence says so."""
    if wave.weights is not None:
        return Weighting(wave.weights, True, "Weighted by the weights that came with the answers.")
    target = wave.card.target_for(wave.id)
    populations = populations_of(evidence, wave)
    if target is None or not populations:
        why = "the card names no population" if target is None else f"nothing is loaded of: {target.source}"
        return _unweighted(wave, why)
    margins = [Margin(item, wave.groups(item), np.array(list(people.values()))) for item, people in populations.items()]
    raked = rake(margins, limits=wave.card.weight_limits)
    if not np.isfinite(raked.weights).all():
        return _unweighted(wave, _by_name(raked.reason, populations))
    if raked.largest_gap > _FURTHEST_OFF:
        return _unweighted(wave, _too_far(wave, raked.largest_gap))
    by = " and ".join(wave.card.profile[item].title.lower() for item in populations)
    held = _held(wave, raked) if raked.trimmed else ""
    left_out = [item for item in target.margins if item not in populations]
    missing = f" Nothing is loaded to weight by {' or '.join(left_out)}." if left_out else ""
    sentence = (
        f"Weighted by {by} ({raked.method}) to {target.source}, {target.as_at.day} {target.as_at:%B %Y}.{held}{missing}"
    )
    return Weighting(raked.weights, True, sentence)


def populations_of(evidence: Evidence, wave: Wave) -> dict[str, Groups]:
    """The population by each profile item that both the target and the answers know."""
    target = wave.card.target_for(wave.id)
    if target is None:
        return {}
    known = [item for item in target.margins if item in wave.answers]
    found = {item: population_of(evidence, target, item, wave.card.profile[item]) for item in known}
    return {item: people for item, people in found.items() if people}


def _unweighted(wave: Wave, why: str) -> Weighting:
    return Weighting(np.ones(len(wave.respondents)), False, f"Not weighted, because {why}.")


def _held(wave: Wave, raked: Raked) -> str:
    """What the limits did to the weights, in words."""
    least, most = wave.card.weight_limits
    are = "is" if raked.trimmed == 1 else "are"
    off = f"; {raked.reason}" if raked.reason else ""
    return (
        f" {raked.trimmed:,} of {len(wave.respondents):,} weights {are} held at {least:g} or {most:g} times the mean, so that"
        f" no answer counts for less or for more{off}."
    )


def _too_far(wave: Wave, gap: float) -> str:
    least, most = wave.card.weight_limits
    return (
        f"weights from {least:g} to {most:g} times the mean still leave a group {100 * gap:.0f} points off the population;"
        " the percentages speak for those who answered, and for nobody else"
    )


def _by_name(reason: str, populations: dict[str, Groups]) -> str:
    """Groups are numbers to the statistics, and have names here."""

    def named(found: re.Match[str]) -> str:
        names = list(populations[found[1]])
        return f"from {found[1]} {' or '.join(names[int(number)] for number in found[2].split(', '))},"

    return re.sub(r"from (\S+) ([0-9]+(?:, [0-9]+)*),", named, reason)
