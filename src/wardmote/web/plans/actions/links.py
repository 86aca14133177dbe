"""Links to actions by email: on request, some days before an action is due, and once it is late."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.urls import reverse

from wardmote.web.accounts.actions.installation import commander
from wardmote.web.accounts.models import Partnership
from wardmote.web.core.actors import Actor
from wardmote.web.core.clock import today
from wardmote.web.core.outbox import Draft, post, was_posted, whole_address
from wardmote.web.core.wording import plain_day, plural
from wardmote.web.plans.actions.actions import give_link
from wardmote.web.plans.models import Action, ActionLink
from wardmote.web.plans.queries.actions import address_of
from wardmote.web.plans.rules.statuses import DONE

# How long a link works that was sent by itself.
_GOOD_FOR_DAYS = 28


@dataclass(frozen=True)
class LinksSent:
    """How many links were sent before their action was due, and how many once it was late."""

    before: int
    late: int

    @property
    def sentence(self) -> str:
        """The same in words."""
        return f"{plural(self.before + self.late, 'link')} to an action sent, {self.late:,} of them because it is late."


def send_link(link: ActionLink, *, by: Actor) -> bool:
    """Send a link that was given to the action's owner; once. Not within an action, which may yet be undone."""
    return _post(link, key=f"link:{link.pk}", by=by)


def send_due_links() -> LinksSent:
    """Send what each partnership has chosen to have sent. Run again, it sends nothing twice."""
    before = late = 0
    for partnership in Partnership.objects.filter(~Q(link_days_before=0) | Q(sends_links_when_late=True)):
        by = commander(partnership)
        for action, why in _waiting(partnership):
            # An action that is given another day is due again, and that is another reminder.
            key = f"link-{why}:{action.pk}:{action.due_on.isoformat()}"
            if was_posted(key):
                continue
            link = give_link(action, by=by, expires_on=today() + timedelta(days=_GOOD_FOR_DAYS))
            is_sent = _post(link, key=key, by=by)
            before, late = before + (is_sent and why == "before"), late + (is_sent and why == "late")
    return LinksSent(before=before, late=late)


def _waiting(partnership: Partnership) -> Iterator[tuple[Action, str]]:
    open_ = Action.objects.filter(partnership=partnership, owner__left_on=None).exclude(status=DONE)
    found = open_.exclude(owner__email="").select_related("owner", "partnership").order_by("due_on", "pk")
    if partnership.link_days_before:
        last = today() + timedelta(days=partnership.link_days_before)
        yield from ((action, "before") for action in found.filter(due_on__range=(today(), last)))
    if partnership.sends_links_when_late:
        yield from ((action, "late") for action in found.filter(due_on__lt=today()))


def _post(link: ActionLink, *, key: str, by: Actor) -> bool:
    owner = link.action.owner
    if not owner.email:
        raise ValidationError("The owner has no email address. Give them one under People, or hand them the link.")
    address = whole_address(reverse("action-by-link", args=[address_of(link)]))
    lines = (
        f"An action of yours in {by.partnership} waits for you to say how it stands. It takes a moment, without signing in:",
        address,
        f"The link is yours alone: do not pass it on. It works until {plain_day(link.expires_on)}.",
    )
    return post(Draft(owner.pk, owner.email, "Wardmote: how does an action of yours stand?", lines), key=key, by=by)
