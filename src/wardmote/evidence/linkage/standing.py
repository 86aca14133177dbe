"""Which pseudonym stands for a linked person, so that earlier and later loads find the same one."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from wardmote.evidence.linkage.grouping import Pair, pair_of


@dataclass(frozen=True)
class OwnPseudonyms:
    """One person's pseudonyms of an ordinary load, each with its number of namings; some are of agencies' numbers."""

    namings: Counter[str]
    numbered: frozenset[str]


@dataclass
class Standing:
    """Chooses for each person in a load. `before` says which pseudonym stood for which in earlier linked loads.

    Of a person's pseudonyms the one that stood for them before is kept, else the most common is taken. What stood for
    somebody before does not where it is another person's own in this load, or where somebody refused the pair: the
    names are at hand now, and say better who is who.
    """

    before: Mapping[str, str]
    refused: Collection[Pair]
    present: Collection[str]
    now: dict[str, str] = field(default_factory=dict)
    _who: dict[str, set[str]] = field(default_factory=dict)

    def choose(self, own: OwnPseudonyms) -> str:
        """The pseudonym that stands for a person, who has one at least."""
        found: Counter[str] = Counter()
        for one, namings in own.namings.items():
            stood = self._stood_for(one)
            if stood is not None and self._may_stand(stood, via=one, own=own):
                found[stood] += namings
        # Of equals the smaller, so that the order of the files does not matter.
        chosen = min(found or own.namings, key=lambda one: (-(found or own.namings)[one], one))
        self._who.setdefault(chosen, set()).update(own.namings)
        self.now.update(dict.fromkeys(own.namings, chosen))
        return chosen

    def _stood_for(self, own: str) -> str | None:
        seen = {own}
        stood = self.before.get(own)
        while stood is not None and stood not in seen:
            seen.add(stood)
            stood = self.before.get(stood, stood)
        return stood

    def _may_stand(self, stood: str, *, via: str, own: OwnPseudonyms) -> bool:
        if stood in own.namings:
            return True
        if stood in self.present or (own.numbered and via not in own.numbered):
            return False
        others = {stood, *self._who.get(stood, ())}
        return not any(pair_of(one, other) in self.refused for one in own.namings for other in others)
