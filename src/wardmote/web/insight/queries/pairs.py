"""The pairs near the threshold of the last linked load, and what was decided of them."""

from dataclasses import dataclass

from wardmote.evidence.linkage.held import read_decisions
from wardmote.evidence.linkage.pairs import PairToReview, read_pairs
from wardmote.evidence.workspace import Workspace

MOST_SHOWN = 100


@dataclass(frozen=True)
class PairsAnswer:
    """Each pair with what a person decided of it (None: nothing yet); `all` counts those that are not shown too."""

    pairs: tuple[tuple[PairToReview, bool | None], ...]
    all: int
    undecided: int


def pairs_answer(workspace: Workspace) -> PairsAnswer:
    """The nearest to the threshold, those that nobody has decided first."""
    decisions = read_decisions(workspace.folder)
    found = [(one, decisions.get(one.pair)) for one in read_pairs(workspace.folder)]
    found.sort(key=lambda pair: pair[1] is not None)
    undecided = sum(decision is None for _, decision in found)
    return PairsAnswer(tuple(found[:MOST_SHOWN]), len(found), undecided)
