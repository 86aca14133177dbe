"""Whether enough voting agencies were at a meeting."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from wardmote.web.core.wording import plural


@dataclass(frozen=True)
class Quorum:
    """How many voting agencies came, and how many are needed (0 where no number is set)."""

    present: int
    needed: int

    @property
    def is_met(self) -> bool:
        """Whether the meeting could decide."""
        return self.present >= self.needed

    @property
    def sentence(self) -> str:
        """As the minutes say it."""
        came = f"{plural(self.present, 'voting agency', 'voting agencies')} came"
        if not self.needed:
            return f"{came}; no quorum is set."
        return f"{came} and {self.needed} are needed: the meeting was {'' if self.is_met else 'not '}quorate."


def quorum_of(votes: Iterable[Hashable], *, needed: int) -> Quorum:
    """`votes` names the agency of each person present who has a vote: an agency counts once, by member or deputy."""
    return Quorum(len(set(votes)), needed)
