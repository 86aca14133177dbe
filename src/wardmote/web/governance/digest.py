"""What the email digest counts of meetings."""

from collections.abc import Iterable

from django.db.models import Q

from wardmote.web.core.actors import Actor
from wardmote.web.core.clock import today
from wardmote.web.core.digests import Counted
from wardmote.web.core.scope import seen_by
from wardmote.web.governance.models import MeetingAction


def counted(actor: Actor) -> Iterable[Counted]:
    """What meetings gave the actor to do and is late."""
    own = seen_by(actor, MeetingAction).filter(Q(owner=actor.id), done_on=None, due_on__lt=today())
    one, many = "action that a meeting gave you is late", "actions that meetings gave you are late"
    yield Counted(own.count(), one, many, "my-actions")
