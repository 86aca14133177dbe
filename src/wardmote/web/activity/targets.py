"""Activities, as other rooms may tie their records to them and show what serves a priority."""

from collections.abc import Iterator

from django.urls import reverse

from wardmote.web.activity.queries.activities import activities_of
from wardmote.web.core.actors import Actor
from wardmote.web.core.targets import Target, Targets


def _activities(actor: Actor) -> Iterator[Target]:
    for activity in activities_of(actor).order_by("title"):
        yield Target(activity.pk, activity.title, reverse("activity", args=[actor.partnership_slug, activity.pk]))


TARGETS: Targets = {"activity": _activities}
