"""Records joined into persons a pair at a time, and never two that must stay apart.

Pairs come surest first, so that where a chain of links would bring together what may not be one person, the weakest
link of the chain is the one that does not hold.
"""

from collections.abc import Iterable, Sequence

import numpy as np

from wardmote.evidence.linkage.links import IntArray

# Two tokens, the smaller first.
Pair = tuple[str, str]


def pair_of(one: str, other: str) -> Pair:
    """A pair without regard to its order."""
    return (one, other) if one <= other else (other, one)


class Groups:
    """Which records are one person so far.

    `tokens` is what each record is known by, `numbers` the numbering and pseudonym of those known by an agency's own
    number (else None). Two numbers of one agency are two people, as its own records say; `refused` pairs of tokens are
    two people because somebody said so.
    """

    def __init__(
        self, tokens: Sequence[str], *, numbers: Sequence[tuple[str, str] | None], refused: Iterable[Pair]
    ) -> None:
        self._parent = list(range(len(tokens)))
        self._tokens = [{token} for token in tokens]
        self._numbers = [dict([number]) if number else {} for number in numbers]
        self._apart: dict[str, set[str]] = {}
        for one, other in refused:
            self._apart.setdefault(one, set()).add(other)
            self._apart.setdefault(other, set()).add(one)

    def join(self, left: int, right: int) -> bool:
        """Make one person of the groups of two records; False where they must stay apart."""
        kept, gone = self._root(left), self._root(right)
        if kept == gone:
            return True
        if len(self._tokens[kept]) < len(self._tokens[gone]):
            kept, gone = gone, kept
        if self._must_stay_apart(kept, gone):
            return False
        self._parent[gone] = kept
        self._tokens[kept] |= self._tokens[gone]
        self._numbers[kept] |= self._numbers[gone]
        return True

    def are_numbered_apart(self, left: int, right: int) -> bool:
        """Whether an agency's own numbers say that these two records are two people."""
        one, other = self._numbers[self._root(left)], self._numbers[self._root(right)]
        return any(other.get(numbering, number) != number for numbering, number in one.items())

    def persons(self) -> IntArray:
        """The number of each record's person."""
        roots = [self._root(place) for place in range(len(self._parent))]
        return np.asarray(np.unique(roots, return_inverse=True)[1], dtype=np.int64)

    def _must_stay_apart(self, larger: int, smaller: int) -> bool:
        refused = any(self._apart.get(token, set()) & self._tokens[larger] for token in self._tokens[smaller])
        return refused or self.are_numbered_apart(larger, smaller)

    def _root(self, place: int) -> int:
        while self._parent[place] != place:
            self._parent[place] = self._parent[self._parent[place]]
            place = self._parent[place]
        return place
