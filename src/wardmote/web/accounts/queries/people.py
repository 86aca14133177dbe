"""People and agencies of the actor's partnership."""

from django.db.models import QuerySet

from wardmote.web.accounts.models import Agency, Member, Officer, PartnerAgency, Token
from wardmote.web.core.actors import Actor
from wardmote.web.core.scope import seen_by


def members_of(actor: Actor) -> QuerySet[Member]:
    """Members who have not left, with their agencies, roles and users."""
    found = seen_by(actor, Member).filter(left_on=None)
    return found.select_related("agency", "user").prefetch_related("grants__agency").order_by("name", "pk")


def everybody_of(actor: Actor) -> QuerySet[Member]:
    """Members, and people who have left."""
    return seen_by(actor, Member).select_related("agency", "user")


def left_members_of(actor: Actor) -> QuerySet[Member]:
    """Members who have left, the newest first."""
    return seen_by(actor, Member).exclude(left_on=None).select_related("agency").order_by("-left_on", "name")


def names_of(actor: Actor) -> QuerySet[Member]:
    """Members who have not left, with no more than their agencies."""
    return seen_by(actor, Member).filter(left_on=None).select_related("agency")


def places_of(actor: Actor) -> QuerySet[PartnerAgency]:
    """Agencies that belong to the partnership now."""
    return seen_by(actor, PartnerAgency).filter(left_on=None).select_related("agency")


def officers_of(actor: Actor) -> QuerySet[Officer]:
    """Everybody who held an office, the newest first."""
    return seen_by(actor, Officer).select_related("member__agency")


def tokens_of(actor: Actor) -> QuerySet[Token]:
    """Every token given in the partnership."""
    return seen_by(actor, Token).select_related("member")


def agencies_of(actor: Actor) -> QuerySet[Agency]:
    """The agencies that belong to the partnership now."""
    return Agency.objects.filter(places__partnership_id=actor.partnership_id, places__left_on=None)
