"""Members of the partnership, whom other rooms name: in a comment, with an @."""

from django.db.models import QuerySet

from wardmote.web.accounts.models import Member
from wardmote.web.core.actors import Actor
from wardmote.web.core.scope import seen_by
from wardmote.web.core.targets import Offer, Targets


def _members(actor: Actor) -> QuerySet[Member]:
    return seen_by(actor, Member).filter(left_on=None)


TARGETS: Targets = {"member": Offer(_members, "person", named="name")}
