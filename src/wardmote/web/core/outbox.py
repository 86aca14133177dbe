"""The way out for emails: each is sent once, and nothing of what it says is kept.

A letter is claimed under its key before it is sent: whatever stops the sending half-way, nobody gets the same twice.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.db import IntegrityError, transaction

from wardmote.errors import NotAvailable
from wardmote.web.core.actors import Actor
from wardmote.web.core.audit import remove, save_new
from wardmote.web.core.models import Letter

_HERE = "http://127.0.0.1:8000"


@dataclass(frozen=True)
class Draft:
    """An email to a member: to which address, and what it says. It says no name, no title and no free text."""

    member_id: UUID
    to: str
    subject: str
    lines: tuple[str, ...]

    @property
    def words_digest(self) -> str:
        """Tells whether another one says the same."""
        return hashlib.sha256("\n".join((self.subject, *self.lines)).encode()).hexdigest()


def post(draft: Draft, *, key: str, by: Actor) -> bool:
    """Send it, unless one with this key was sent before: then False. Not within an action, which may yet be undone.

    Raises `NotAvailable` when the mail server does not take it; it can then be posted again.
    """
    letter = _claim(draft, key=key, by=by)
    if letter is None:
        return False
    try:
        EmailMessage(draft.subject, "\n\n".join(draft.lines) + "\n", settings.DEFAULT_FROM_EMAIL, [draft.to]).send()
    except OSError as error:
        remove(letter, by=by, doing="could not send an email")
        raise NotAvailable(
            "The mail server did not take an email", where="[email]", do="see that it answers, and send again"
        ) from error
    return True


def is_sent_out() -> bool:
    """Whether a mail server takes emails; without one they are kept as files, which nobody gets."""
    return not settings.MAILERS["default"]["BACKEND"].endswith("filebased.EmailBackend")


def whole_address(path: str) -> str:
    """An address of this site as it can be followed from an email."""
    return (settings.SITE_ADDRESS or _HERE).rstrip("/") + path


def was_posted(key: str) -> bool:
    """Whether an email with this key was sent."""
    return Letter.objects.filter(key=key).exists()


def last_letter(member_id: UUID, *, kind: str) -> Letter | None:
    """The newest email of a kind ("digest") to a member."""
    return Letter.objects.filter(member_id=member_id, key__startswith=f"{kind}:").first()


def _claim(draft: Draft, *, key: str, by: Actor) -> Letter | None:
    letter = Letter(
        partnership_id=by.partnership_id, member_id=draft.member_id, key=key, words_digest=draft.words_digest
    )
    try:
        with transaction.atomic():
            return save_new(letter, by=by, doing="sent an email")
    except (IntegrityError, ValidationError):
        return None


def lines_of(first: str, points: Sequence[str], *last: str) -> tuple[str, ...]:
    """The paragraphs of an email: a sentence, one paragraph of points, and what stands at the end."""
    return (first, "\n".join(f"- {point}" for point in points), *last)
