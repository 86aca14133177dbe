"""What groups cost in people's time, and which of them are the same people."""

from collections.abc import Hashable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

# Where a group does not say how long it sits.
USUAL_HOURS = Decimal(2)
FEWEST_SHARED = 3


@dataclass(frozen=True)
class Burden:
    """How often a group meets in a year, how many sit there, and how long a meeting takes."""

    meetings: int
    people: int
    hours: Decimal = USUAL_HOURS

    @property
    def hours_a_year(self) -> Decimal:
        """The time of everybody in the room, without travel and without reading the papers."""
        return self.meetings * self.people * self.hours


def shared_members[K: Hashable, M: Hashable](
    members: Mapping[K, AbstractSet[M]],
) -> tuple[tuple[K, K, frozenset[M]], ...]:
    """Pairs of groups in which at least three people, and at least half of the smaller one, are the same."""
    found = []
    for one, other in combinations(members, 2):
        shared = frozenset(members[one] & members[other])
        smaller = min(len(members[one]), len(members[other]))
        if len(shared) >= FEWEST_SHARED and 2 * len(shared) >= smaller:
            found.append((one, other, shared))
    return tuple(found)
