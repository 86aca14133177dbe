"""Priorities and what hangs on them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from wardmote.web.core.actors import Actor
from wardmote.web.core.clock import today
from wardmote.web.core.scope import seen_by
from wardmote.web.plans.models import Action, Objective, ObjectiveMeasure, Plan, Priority
from wardmote.web.plans.rules.statuses import DONE, GOING, STUCK


@dataclass(frozen=True)
class Standing:
    """How the actions of a priority stand."""

    done: int = 0
    going: int = 0
    stuck: int = 0
    late: int = 0


def current_plan(actor: Actor) -> Plan | None:
    """The plan that covers today or, where none does, the newest."""
    plans = seen_by(actor, Plan)
    covering = plans.filter(starts_on__lte=today(), ends_on__gte=today())
    return covering.first() or plans.first()


def priorities_in_force(actor: Actor, *, on: date | None = None) -> QuerySet[Priority]:
    """Priorities that the partnership works on, on a day."""
    day = on or today()
    found = seen_by(actor, Priority).filter(Q(ends_on=None) | Q(ends_on__gt=day), starts_on__lte=day)
    return found.select_related("lead__agency", "plan")


def priorities_that_ended(actor: Actor) -> QuerySet[Priority]:
    """Priorities of before, newest first."""
    found = seen_by(actor, Priority).filter(ends_on__lte=today())
    return found.prefetch_related("replaced_by").order_by("-ends_on", "title")


def standings(actor: Actor) -> Mapping[UUID, Standing]:
    """How the actions of every priority stand; one query."""
    late = Q(due_on__lt=today()) & ~Q(status=DONE)
    counted = (
        seen_by(actor, Action)
        .order_by()
        .values("priority")
        .annotate(
            done=Count("pk", filter=Q(status=DONE)),
            going=Count("pk", filter=Q(status=GOING)),
            stuck=Count("pk", filter=Q(status=STUCK)),
            late=Count("pk", filter=late),
        )
    )
    return {row["priority"]: Standing(row["done"], row["going"], row["stuck"], row["late"]) for row in counted}


def lead_measures(actor: Actor) -> Mapping[UUID, str]:
    """The first measure of each priority's first objective that has one."""
    rows = (
        seen_by(actor, ObjectiveMeasure)
        .filter(objective__retired_on=None)
        .order_by("-objective__created_at", "-position")
        .values_list("objective__priority", "measure_id")
    )
    return dict(rows)


def objectives_of(priority: Priority) -> QuerySet[Objective]:
    """A priority's objectives with who pursues them and their measures."""
    return priority.objectives.prefetch_related("agencies", "measures")
