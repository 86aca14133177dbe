"""Emails about signing in: to whoever was let in. They name nobody; the link in them is a secret."""

from django.core.exceptions import ValidationError
from django.urls import reverse

from wardmote.web.accounts.actions.accounts import is_waiting, password_path
from wardmote.web.accounts.models import Member
from wardmote.web.core.actors import Actor
from wardmote.web.core.clock import now
from wardmote.web.core.outbox import Draft, post, whole_address

_CHOOSE = "Choose a password within three days. After that, ask for another link:"
_OTHERS = "If you do not know what this is about, ignore it. Nobody can sign in by it without your email."


def send_welcome(member: Member, *, by: Actor) -> bool:
    """Tell a member that they can sign in, and where; who has never done so chooses a password there."""
    if member.user is None:
        raise ValidationError("They have no account yet.")
    if is_waiting(member.user):
        lines: tuple[str, ...] = (
            f"You can now sign in to {by.partnership}.",
            f"{_CHOOSE}\n{whole_address(password_path(member.user))}",
        )
    else:
        where = whole_address(reverse("partnership", args=[by.partnership_slug]))
        lines = (f"You can now open the pages of {by.partnership}, with the account that you have:\n{where}",)
    draft = Draft(member.pk, member.user.email, "Wardmote: you can sign in", (*lines, _OTHERS))
    return post(draft, key=f"welcome:{member.pk}:{now():%Y%m%d%H%M%S%f}", by=by)


def send_trial(member: Member, *, by: Actor) -> bool:
    """An email to whoever asks, to see that emails arrive."""
    if not member.email:
        raise ValidationError("You have no email address here. Give yourself one under People.")
    draft = Draft(member.pk, member.email, "Wardmote: emails arrive", ("You asked for this email. It has arrived.",))
    return post(draft, key=f"trial:{member.pk}:{now():%Y%m%d%H%M%S%f}", by=by)
