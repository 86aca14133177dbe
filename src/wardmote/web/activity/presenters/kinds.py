"""The kinds of activity, by group, each with what it is for."""

from itertools import groupby

from django.urls import reverse

from wardmote.definitions.activity_kind import all_activity_kinds
from wardmote.web.core.actors import Actor
from wardmote.web.core.components import Line, Link


def kind_groups(actor: Actor) -> list[tuple[str, list[Line]]]:
    """Each group with a line for each of its kinds."""
    kinds = all_activity_kinds().values()
    return [
        (
            group,
            [
                Line(kind.about, Link(f"Add: {kind.title}", _address(actor, kind.id)), label=kind.title)
                for kind in of_group
            ],
        )
        for group, of_group in groupby(kinds, lambda kind: kind.group)
    ]


def _address(actor: Actor, kind: str) -> str:
    return reverse("activity-add", args=[actor.partnership_slug, kind])
