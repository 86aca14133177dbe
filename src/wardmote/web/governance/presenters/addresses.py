"""Where the records of governance are read."""

from django.urls import reverse

from wardmote.web.core.actors import Actor
from wardmote.web.core.components import Link


def to(actor: Actor, name: str, *parts: object) -> str:
    """The address of a route below the actor's partnership."""
    return reverse(name, args=[actor.partnership_slug, *parts])


def may_link(actor: Actor, permission: str, text: str, name: str, *parts: object) -> tuple[Link, ...]:
    """A link for those who may do what it leads to; nothing for others."""
    return (Link(text, to(actor, name, *parts)),) if actor.may(permission) else ()
