"""The registers of the actor's partnership."""

from django.db.models import F, QuerySet

from wardmote.definitions.horizon import ShippedHorizon, all_shipped_horizon
from wardmote.web.core.actors import Actor
from wardmote.web.core.scope import seen_by
from wardmote.web.risks.models import Dependent, Grant, HorizonItem, Risk, RiskScore, Saving


def risks_of(actor: Actor) -> QuerySet[Risk]:
    """Every risk, with who answers for it and its score (`product`)."""
    found = seen_by(actor, Risk).select_related("agency", "owner", "grant")
    return found.annotate(product=F("likelihood") * F("impact"))


def scores_of(actor: Actor) -> QuerySet[RiskScore]:
    """Every scoring of every risk, the newest first."""
    return seen_by(actor, RiskScore).select_related("risk")


def grants_of(actor: Actor) -> QuerySet[Grant]:
    """Every grant, with what depends on it."""
    found = seen_by(actor, Grant).select_related("agency", "owner")
    return found.prefetch_related("dependents__agency")


def dependents_of(actor: Actor) -> QuerySet[Dependent]:
    """Whatever hangs on a grant."""
    return seen_by(actor, Dependent).select_related("grant__agency", "agency")


def savings_of(actor: Actor) -> QuerySet[Saving]:
    """Every saving."""
    return seen_by(actor, Saving).select_related("agency")


def horizon_of(actor: Actor) -> QuerySet[HorizonItem]:
    """Everything on the horizon, what was passed over among it."""
    return seen_by(actor, HorizonItem).select_related("agency", "owner")


def undecided_of(actor: Actor) -> tuple[ShippedHorizon, ...]:
    """Items of the catalogue that the partnership has neither taken over nor passed over."""
    decided = set(seen_by(actor, HorizonItem).values_list("shipped", flat=True))
    return tuple(item for id_, item in all_shipped_horizon().items() if id_ not in decided)
