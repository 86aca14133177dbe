"""Giving and withdrawing tokens."""

from datetime import date

from django.core.exceptions import ValidationError

from wardmote.web.accounts.models import Member, Token
from wardmote.web.accounts.tokens import digest_of, new_token
from wardmote.web.core.actions import action
from wardmote.web.core.actors import Actor
from wardmote.web.core.audit import save_changes, save_new
from wardmote.web.core.clock import now, today


@action("token.give")
def give_token(member: Member, *, by: Actor, title: str, role: str, expires_on: date) -> tuple[Token, str]:
    """A token for a member's programs, and its words, which are shown this once and stored nowhere."""
    if expires_on <= today():
        raise ValidationError({"expires_on": "Choose a day that is still to come."})
    words = new_token()
    token = Token(
        partnership_id=member.partnership_id,
        member=member,
        title=title,
        role=role,
        expires_on=expires_on,
        digest=digest_of(words),
    )
    return save_new(token, by=by, doing="gave a token"), words


@action("token.give")
def withdraw_token(token: Token, *, by: Actor) -> Token:
    """From now on it opens nothing."""
    return save_changes(token, by=by, doing="withdrew a token", withdrawn_at=now())
