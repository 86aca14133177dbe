"""Letting a member sign in, and what an administrator does for somebody who cannot."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse

from wardmote.web.accounts.models import Member, User
from wardmote.web.core.actions import action
from wardmote.web.core.actors import Actor
from wardmote.web.core.audit import save_changes, save_new


@action("partnership.change")
def give_account(member: Member, *, by: Actor, email: str) -> Member:
    """Let a member sign in under an address: with the account that it has already, or with a new one.

    A new account has no password until its holder chooses one by the link that they are sent.
    """
    if member.user_id:
        raise ValidationError("They can sign in already.")
    address = email.strip().lower()
    user = User.objects.filter(email=address).first()
    if user is None:
        user = User(email=address, name=member.name)
        user.set_unusable_password()
        save_new(user, by=by, doing="made an account")
    return save_changes(member, by=by, doing="let a member sign in", user=user)


def is_waiting(user: User) -> bool:
    """Whether the account was made for this one membership, and nobody has used it yet.

    Only then may whoever manages that partnership hold the link that sets its password: any other account is its
    holder's own, and a manager elsewhere must not come by it.
    """
    return not user.has_usable_password() and user.last_login is None and user.memberships.count() == 1


def password_path(user: User) -> str:
    """Where the holder of an account sets its password, for three days and once."""
    key = default_token_generator.make_token(user)
    return reverse("account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(user), "key": key})


@transaction.atomic
def reset_second_factor(user: User, *, by: Actor) -> User:
    """Somebody lost their phone or key: at the next sign-in they set up another. Their sessions end."""
    Authenticator.objects.filter(user=user).delete()
    return save_changes(user, by=by, doing="reset a second factor", sessions_ended=user.sessions_ended + 1)


@transaction.atomic
def close_account(user: User, *, by: Actor) -> User:
    """They cannot sign in any more; their name stays on what they did."""
    if user.is_system_administrator and not _other_administrators(user):
        raise ValidationError("They are the only system administrator who can sign in. Make another one first.")
    return save_changes(user, by=by, doing="closed an account", is_active=False)


@transaction.atomic
def open_account(user: User, *, by: Actor) -> User:
    """They can sign in again."""
    return save_changes(user, by=by, doing="opened an account again", is_active=True)


def _other_administrators(user: User) -> bool:
    return User.objects.filter(is_system_administrator=True, is_active=True).exclude(pk=user.pk).exists()
