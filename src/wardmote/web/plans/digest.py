"""What the email digest counts of the plan."""

from collections.abc import Iterable
from datetime import timedelta

from wardmote.web.core.actors import Actor
from wardmote.web.core.clock import today
from wardmote.web.core.digests import Counted
from wardmote.web.plans.queries.actions import own_actions
from wardmote.web.plans.rules.statuses import DONE, STUCK

_SOON_DAYS = 7


def counted(actor: Actor) -> Iterable[Counted]:
    """The actor's own actions that are late, stuck, or due within a week."""
    own = own_actions(actor).exclude(status=DONE)
    soon = today() + timedelta(days=_SOON_DAYS)
    late = own.filter(due_on__lt=today()).count()
    yield Counted(late, "action of yours is late", "actions of yours are late", "my-actions")
    stuck = own.filter(status=STUCK).count()
    yield Counted(stuck, "action of yours is stuck", "actions of yours are stuck", "my-actions")
    due = own.filter(due_on__range=(today(), soon)).count()
    yield Counted(due, "action of yours is due within a week", "actions of yours are due within a week", "my-actions")
