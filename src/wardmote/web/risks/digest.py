"""What the email digest counts of risks and grants."""

from collections.abc import Iterable
from datetime import timedelta

from django.db.models import Q

from wardmote.web.core.actors import Actor
from wardmote.web.core.clock import today
from wardmote.web.core.digests import Counted
from wardmote.web.core.scope import seen_by
from wardmote.web.risks.models import Grant, Risk

_SOON_DAYS = 90


def counted(actor: Actor) -> Iterable[Counted]:
    """The actor's own risks whose review is late, and their grants that end within three months."""
    risks = seen_by(actor, Risk).filter(Q(owner=actor.id), review_on__lt=today()).exclude(state=Risk.State.CLOSED)
    yield Counted(risks.count(), "risk of yours is to be reviewed", "risks of yours are to be reviewed", "my-actions")
    until = today() + timedelta(days=_SOON_DAYS)
    grants = seen_by(actor, Grant).filter(Q(owner=actor.id), ends_on__range=(today(), until))
    words = "that you answer for ends within three months", "that you answer for end within three months"
    yield Counted(grants.count(), f"grant {words[0]}", f"grants {words[1]}", "grants")
