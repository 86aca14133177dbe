"""Actions: whose, how they stand, and what was said of them."""

from datetime import date, datetime, time
from uuid import UUID

from django.core import signing
from django.db.models import QuerySet
from django.utils import timezone

from wardmote.web.core.actors import Actor, Power
from wardmote.web.core.clock import today
from wardmote.web.core.scope import seen_by
from wardmote.web.plans.models import Action, ActionLink, ProgressNote
from wardmote.web.plans.rules.statuses import DONE, STUCK

_SALT = "wardmote.plans.link"


def actions_of(actor: Actor) -> QuerySet[Action]:
    """Every action of the partnership, with its priority and owner."""
    return seen_by(actor, Action).select_related("priority", "owner__agency")


def own_actions(actor: Actor) -> QuerySet[Action]:
    """The actions that the actor owns."""
    return actions_of(actor).filter(owner_id=actor.id)


def blocked_actions(actor: Actor) -> QuerySet[Action]:
    """Actions that are stuck."""
    return actions_of(actor).filter(status=STUCK)


def late_actions(actor: Actor) -> QuerySet[Action]:
    """Actions that should have been done by now."""
    return actions_of(actor).filter(due_on__lt=today()).exclude(status=DONE)


def became_late(actor: Actor, *, since: date) -> QuerySet[Action]:
    """Actions whose day came and went between then and now."""
    return late_actions(actor).filter(due_on__gte=since)


def notes_since(actor: Actor, *, since: date) -> QuerySet[ProgressNote]:
    """What was said of actions since a day, the newest first."""
    found = seen_by(actor, ProgressNote).filter(said_on__gte=since)
    return found.select_related("action__priority", "action__owner__agency").order_by("-said_on", "-created_at")


def given_since(actor: Actor, *, since: date) -> QuerySet[Action]:
    """Actions that were given out since a day."""
    # A moment to compare with: to make a day of each row's moment takes as long as there are rows.
    begin = timezone.make_aware(datetime.combine(since, time.min))
    return actions_of(actor).filter(created_at__gte=begin).order_by("priority__position", "title")


def links_of(action: Action) -> QuerySet[ActionLink]:
    """Every link that was given for an action."""
    return action.links.all()


def address_of(link: ActionLink) -> str:
    """What stands in the link's address: its id and its owner's, signed.

    Were the owner not in it, a link in one person's mailbox would speak for whoever takes their action over.
    """
    return signing.dumps(f"{link.pk}:{link.action.owner_id}", salt=_SALT, compress=False)


def link_of(signed: str) -> ActionLink | None:
    """The link that an address names, if it was signed here and is still good."""
    try:
        identity, _, owner = str(signing.loads(signed, salt=_SALT)).partition(":")
        named = UUID(owner)
    except (signing.BadSignature, ValueError):
        return None
    found = ActionLink.objects.select_related("partnership", "action__owner__agency", "action__priority")
    link = found.filter(pk=identity, action__owner_id=named, action__owner__left_on=None).first()
    return link if link and link.is_good else None


def owner_by_link(link: ActionLink) -> Actor:
    """The owner as the link lets them in: they may update actions of their agency, and the view offers only this one."""
    owner = link.action.owner
    return Actor(
        id=owner.pk,
        name=owner.name,
        partnership_id=link.partnership_id,
        partnership=link.partnership.name,
        partnership_slug=link.partnership.slug,
        agency_id=owner.agency_id,
        agency=owner.agency.name,
        way="link",
        powers=frozenset({Power("action.update", owner.agency_id)}),
    )
