"""Deciding of pairs near the threshold whether each is one person."""

from collections.abc import Sequence

from wardmote.errors import BadInput
from wardmote.evidence.linkage.pairs import decide
from wardmote.evidence.workspace import Workspace

DECISIONS = {"accept": True, "refuse": False}


def decide_pairs(workspace: Workspace, codes: Sequence[str], *, decision: str) -> None:
    """Accept or refuse pairs by their codes; raises BadInput where none was chosen, or one is not among the pairs."""
    if not codes:
        raise BadInput("No pair was chosen", do="tick one or several, and then say what they are")
    if decision not in DECISIONS:
        raise BadInput("Nothing was decided", do="say whether they are one person or two")
    decide(workspace.folder, list(codes), is_accepted=DECISIONS[decision])
