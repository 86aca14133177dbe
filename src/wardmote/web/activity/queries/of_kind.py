"""The numbers of each activity of one kind."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q, Sum

from wardmote.definitions.activity_kind import ActivityKind
from wardmote.web.activity.queries.activities import figures_of, sites_of, standards_of
from wardmote.web.activity.queries.totals import Totals, totals_by_activity
from wardmote.web.activity.rules.years import Year
from wardmote.web.core.actors import Actor


@dataclass(frozen=True)
class KindNumbers:
    """By activity: its figures in the year, its sites now, and how many standards are met of how many."""

    totals: Mapping[UUID, Totals]
    sites: Mapping[UUID, int]
    standards: Mapping[UUID, tuple[int, int]]


def numbers_by_activity(actor: Actor, kind: ActivityKind, year: Year) -> KindNumbers:
    """Four queries, however many activities there are."""
    sites = sites_of(actor).filter(activity__kind=kind.id, left_on=None).order_by().values_list("activity_id")
    standards = standards_of(actor).filter(activity__kind=kind.id).order_by().values_list("activity_id")
    counted = standards.annotate(met=Count("id", filter=Q(state="met")), every=Count("id"))
    return KindNumbers(
        totals=totals_by_activity(figures_of(actor).filter(activity__kind=kind.id), kind, year),
        sites=dict(sites.annotate(Sum("number"))),
        standards={activity: (met, every) for activity, met, every in counted},
    )
