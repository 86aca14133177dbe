"""What scrutiny recommended and asked for, and what was referred to it."""

from django.db.models import QuerySet

from wardmote.web.core.actors import Actor
from wardmote.web.core.scope import seen_by
from wardmote.web.governance.models import InformationRequest, Recommendation, Referral


def recommendations_of(actor: Actor) -> QuerySet[Recommendation]:
    """Every recommendation."""
    return seen_by(actor, Recommendation).select_related("addressee", "meeting__group")


def requests_of(actor: Actor) -> QuerySet[InformationRequest]:
    """Every request for information."""
    return seen_by(actor, InformationRequest)


def referrals_of(actor: Actor) -> QuerySet[Referral]:
    """Every matter that a councillor referred."""
    return seen_by(actor, Referral)
