"""What a change comes to, in the fewest words."""

from typing import Literal

from wardmote.assessment.wording import listing, lower_first
from wardmote.definitions.measure import Direction
from wardmote.measures.finding import Finding

Verdict = Literal["Rose", "Fell", "No clear change", "Cannot tell"]


def verdict(finding: Finding | None) -> Verdict:
    """Whether it rose or fell by more than chance explains."""
    if finding is None or finding.distinguishable is None or finding.estimate is None:
        return "Cannot tell"
    if not finding.distinguishable:
        return "No clear change"
    return "Rose" if finding.estimate > 1 else "Fell"


def is_adverse(finding: Finding | None, *, direction: Direction) -> bool:
    """Whether it moved, or stands, on the wrong side by more than chance explains."""
    wrong = {"down": "Rose", "up": "Fell"}.get(direction)
    return wrong is not None and verdict(finding) == wrong


def in_brief(verdicts: list[tuple[str, Verdict]]) -> str:
    """Such as `burglary fell; robbery rose; vehicle crime shows no clear change`."""
    words = {"Rose": "rose", "Fell": "fell", "No clear change": "no clear change in", "Cannot tell": "cannot tell for"}
    parts = []
    for kind, said in words.items():
        names = [lower_first(name) for name, found in verdicts if found == kind]
        if names:
            parts.append(f"{listing(names)} {said}" if kind in ("Rose", "Fell") else f"{said} {listing(names)}")
    return "; ".join(parts)
