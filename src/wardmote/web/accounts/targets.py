"""Members of the partnership, whom other rooms name: in a comment, with an @."""

from collections.abc import Iterator

from django.urls import reverse

from wardmote.web.accounts.models import Member
from wardmote.web.core.actors import Actor
from wardmote.web.core.scope import seen_by
from wardmote.web.core.targets import Target, Targets


def _members(actor: Actor) -> Iterator[Target]:
    for member in seen_by(actor, Member).filter(left_on=None):
        address = {"partnership": actor.partnership_slug, "person": member.pk}
        yield Target(member.pk, member.name, reverse("person", kwargs=address))


TARGETS: Targets = {"member": _members}
