"""What records of one room may be tied to in another: each room offers its own in `targets.py`, beside `urls.py`.

`TARGETS` there maps a kind ("priority", "action", "grant") to a function that gives the actor's targets of that kind.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from uuid import UUID

from django.conf import settings

from wardmote.web.core.actors import Actor


@dataclass(frozen=True)
class Target:
    """One record that others may be tied to, and where it is read."""

    id: UUID
    name: str
    href: str


Offer = Callable[[Actor], Iterable[Target]]
Targets = Mapping[str, Offer]

# Core has nothing of its own that others are tied to.
TARGETS: Targets = {}


def targets(kind: str, actor: Actor) -> tuple[Target, ...]:
    """What may be tied to of this kind in the actor's partnership; nothing where no room offers any."""
    offer = _offers().get(kind)
    return tuple(offer(actor)) if offer else ()


@cache
def _offers() -> dict[str, Offer]:
    found: dict[str, Offer] = {}
    for app in settings.INSTALLED_APPS:
        if app.startswith("wardmote.web.") and find_spec(f"{app}.targets"):
            found.update(import_module(f"{app}.targets").TARGETS)
    return found
