"""What records of other rooms may be tied to."""

from collections.abc import Iterable

from django.urls import reverse

from wardmote.web.activity.queries.activities import activities_of
from wardmote.web.core.actors import Actor
from wardmote.web.core.targets import Target, Targets


def _activities(actor: Actor) -> Iterable[Target]:
    slug = actor.partnership_slug
    return [Target(one.pk, one.title, reverse("activity", args=[slug, one.pk])) for one in activities_of(actor)]


TARGETS: Targets = {"activity": _activities}
