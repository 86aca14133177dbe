"""Activities, as other rooms may tie their records to them and show what serves a priority."""

from django.db.models import QuerySet

from wardmote.web.activity.models import Activity
from wardmote.web.activity.queries.activities import activities_of
from wardmote.web.core.actors import Actor
from wardmote.web.core.targets import Offer, Targets


def _activities(actor: Actor) -> QuerySet[Activity]:
    return activities_of(actor).order_by("title")


TARGETS: Targets = {"activity": Offer(_activities, "activity")}
