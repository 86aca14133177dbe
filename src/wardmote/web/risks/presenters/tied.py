"""What a risk or a grant is tied to, with the way there."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from wardmote.web.core.actors import Actor
from wardmote.web.core.components import Line, Link
from wardmote.web.core.models import Tie
from wardmote.web.core.targets import targets


def tied_lines(actor: Actor, ties: Iterable[Tie]) -> Mapping[UUID, tuple[Line, ...]]:
    """For each record that is tied to something, a line for each tie; what the reader cannot open has no link."""
    held = list(ties)
    ids = {tie.target_id for tie in held}
    kinds = {tie.target_kind for tie in held}
    hrefs = {target.id: target.href for kind in kinds for target in targets(kind, actor, ids=ids)}
    found: dict[UUID, tuple[Line, ...]] = {}
    for tie in held:
        line = _line(tie, hrefs.get(tie.target_id, ""))
        found[tie.subject_id] = (*found.get(tie.subject_id, ()), line)
    return found


def _line(tie: Tie, href: str) -> Line:
    return Line(
        tie.target_name, Link(f"Open the {tie.target_kind}", href) if href else None, tie.target_kind.capitalize()
    )
