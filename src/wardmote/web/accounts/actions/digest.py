"""The email digest: how many things wait for each member, and where. It names nobody and quotes nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.urls import reverse

from wardmote.web.accounts.actions.installation import commander
from wardmote.web.accounts.models import Member
from wardmote.web.accounts.queries.actors import actor_for
from wardmote.web.core.actions import action
from wardmote.web.core.actors import Actor
from wardmote.web.core.audit import save_changes
from wardmote.web.core.clock import now, today
from wardmote.web.core.digests import all_counted
from wardmote.web.core.outbox import Draft, last_letter, lines_of, post, whole_address
from wardmote.web.core.wording import plural

KIND = "digest"
# What has not changed is said again after so long.
_AGAIN_AFTER = timedelta(days=7)


@dataclass(frozen=True)
class Posted:
    """How many members were written to, for how many nothing is new, and how many were written to earlier today."""

    sent: int
    nothing_new: int
    already_sent: int

    @property
    def sentence(self) -> str:
        """The same in words."""
        return (
            f"{plural(self.sent, 'email')} sent. For {plural(self.nothing_new, 'member')} nothing is new; "
            f"{self.already_sent:,} had theirs today."
        )


@action("comment.read")
def choose_digest(*, by: Actor, member: Member, wants_digest: bool) -> Member:
    """A member chooses for themselves."""
    return save_changes(member, by=by, doing="chose about the email digest", wants_digest=wants_digest)


def send_digests() -> Posted:
    """Write to everybody for whom something new waits. Run again on the same day, it sends nothing twice."""
    counts = {"sent": 0, "nothing_new": 0, "already_sent": 0}
    for member in _readers():
        counts[_send(member)] += 1
    return Posted(**counts)


def _readers() -> Iterator[Member]:
    wanting = Member.objects.filter(left_on=None, wants_digest=True, user__is_active=True)
    together = wanting.select_related("agency", "partnership", "user").prefetch_related("grants")
    # Who reads several partnerships gets an email from each.
    yield from together.order_by("partnership__name", "name", "pk")


def _send(member: Member) -> str:
    key = f"{KIND}:{member.pk}:{today().isoformat()}"
    draft = _draft(member)
    last = last_letter(member.pk, kind=KIND)
    if last and last.key == key:
        return "already_sent"
    is_same = last and draft and last.words_digest == draft.words_digest and last.created_at > now() - _AGAIN_AFTER
    if draft is None or is_same:
        return "nothing_new"
    return "sent" if post(draft, key=key, by=commander(member.partnership)) else "already_sent"


def _draft(member: Member) -> Draft | None:
    actor = actor_for(member, partnership=member.partnership)
    counted = all_counted(actor)
    if not counted or member.user is None:
        return None
    choice = whole_address(reverse("digest-choice", args=[actor.partnership_slug]))
    return Draft(
        member_id=member.pk,
        to=member.user.email,
        subject=f"Wardmote: what waits for you in {actor.partnership}",
        lines=lines_of(
            f"In {actor.partnership} wait for you:",
            [f"{one.words}: {whole_address(one.path(actor))}" for one in counted],
            "This email names nobody and quotes nothing, because it may be read by others.",
            f"To get no more of them: {choice}",
        ),
    )
