"""What records of one room may be tied to in another: each room offers its own in `targets.py`, beside `urls.py`.

`TARGETS` there maps a kind ("priority", "action", "member") to what the room offers of that kind.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse

from wardmote.web.core.actors import Actor
from wardmote.web.core.rooms import offered


@dataclass(frozen=True)
class Target:
    """One record that others may be tied to, and where it is read."""

    id: UUID
    name: str
    href: str


@dataclass(frozen=True)
class Offer:
    """The records of one kind: which an actor may choose, the route where one is read, and the field that names it."""

    records: Callable[[Actor], QuerySet[Any]]
    route: str
    named: str = "title"


Targets = Mapping[str, Offer]


def targets(kind: str, actor: Actor, *, ids: Iterable[object] | None = None) -> tuple[Target, ...]:
    """What may be tied to of this kind in the actor's partnership, or of that only these; without a room for it, nothing.

    What is no id is passed over, and so is the id of a record that the actor does not see.
    """
    offer = _offers().get(kind)
    if offer is None:
        return ()
    records = offer.records(actor)
    return _shown(actor, offer, records if ids is None else records.filter(pk__in=_ids(ids)))


def targets_named(kind: str, actor: Actor, words: str, *, most: int) -> tuple[Target, ...]:
    """The first so many of which the name holds these words: no words, and any does."""
    offer = _offers().get(kind)
    if offer is None:
        return ()
    return _shown(actor, offer, offer.records(actor).filter(**{f"{offer.named}__icontains": words})[:most])


def _shown(actor: Actor, offer: Offer, records: Iterable[Any]) -> tuple[Target, ...]:
    slug = actor.partnership_slug
    return tuple(
        Target(one.pk, getattr(one, offer.named), reverse(offer.route, args=[slug, one.pk])) for one in records
    )


def _ids(given: Iterable[object]) -> set[UUID]:
    found = set()
    for one in given:
        try:
            found.add(UUID(str(one)))
        except ValueError:
            continue
    return found


@cache
def _offers() -> dict[str, Offer]:
    return {kind: offer for of_room in offered("targets", "TARGETS") for kind, offer in of_room.items()}
