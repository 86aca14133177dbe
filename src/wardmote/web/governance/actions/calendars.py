"""Giving and withdrawing addresses at which calendar programs read meetings and due days."""

import hashlib
import secrets

from wardmote.web.accounts.models import Member
from wardmote.web.core.actions import action
from wardmote.web.core.actors import Actor, Refused
from wardmote.web.core.audit import save_changes, save_new
from wardmote.web.core.clock import now
from wardmote.web.governance.models import FeedAddress


def digest_of(words: str) -> str:
    """What is stored of an address."""
    return hashlib.sha256(words.encode()).hexdigest()


@action("calendar.give")
def give_address(member: Member, *, by: Actor, title: str) -> tuple[FeedAddress, str]:
    """An address for a member's calendar program; its words are shown this once and stored nowhere."""
    words = secrets.token_urlsafe(32)
    address = FeedAddress(partnership_id=member.partnership_id, member=member, title=title, digest=digest_of(words))
    return save_new(address, by=by, doing="gave a calendar address"), words


def check_may_withdraw(address: FeedAddress, actor: Actor) -> None:
    """Raises `Refused` unless it is their own, or they look after what programs sign in with."""
    if address.member_id != actor.id and not actor.may("token.give"):
        raise Refused("Only the one whose it is may withdraw it", where=str(address))


@action("calendar.give")
def withdraw_address(address: FeedAddress, *, by: Actor) -> FeedAddress:
    """From now on it answers nobody."""
    check_may_withdraw(address, by)
    return save_changes(address, by=by, doing="withdrew a calendar address", withdrawn_at=now())
