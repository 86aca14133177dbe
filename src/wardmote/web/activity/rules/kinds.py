"""The kinds of activity that the catalogue has, as choices."""

from wardmote.definitions.activity_kind import ActivityKind, all_activity_kinds
from wardmote.errors import BadInput


def kind_choices() -> list[tuple[str, str]]:
    """Each kind with its title, as a field offers them."""
    return [(kind.id, kind.title) for kind in all_activity_kinds().values()]


def find_kind(name: str) -> ActivityKind:
    """The kind with this id. Raises `BadInput`."""
    found = all_activity_kinds().get(name)
    if found is None:
        raise BadInput(f"There is no kind of activity called “{name}”", do="choose one from the list")
    return found
