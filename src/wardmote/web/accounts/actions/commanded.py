"""What is done to an account by a command, where somebody cannot sign in to have it done on a page."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from wardmote.errors import BadInput
from wardmote.web.accounts.actions.accounts import close_account, open_account, reset_second_factor
from wardmote.web.accounts.actions.installation import commander
from wardmote.web.accounts.models import User
from wardmote.web.accounts.queries.installation import home_of
from wardmote.web.core.actors import Actor
from wardmote.web.core.audit import save_changes

# What a command does, and the sentence that says it was done.
_DONE: dict[str, tuple[Callable[..., User], str]] = {
    "second-factor": (reset_second_factor, "{} sets up another second factor at the next sign-in."),
    "close": (close_account, "{} cannot sign in any more."),
    "open": (open_account, "{} can sign in again."),
}


def change_account(email: str, what: str, *, password: str = "") -> str:
    """Do it, as whoever can run commands. Raises `BadInput` in a sentence."""
    user = User.objects.filter(email__iexact=email.strip()).first()
    if user is None:
        raise BadInput("Nobody has an account under that address", where=email, do="see: wardmote account list")
    by = commander(home_of(user))
    try:
        if what == "password":
            _set_password(user, by=by, password=password)
            return f"{user.name} signs in with the new password."
        if what == "administrator":
            _make_administrator(user, by=by)
            return f"{user.name} is a system administrator."
        act, sentence = _DONE[what]
        act(user, by=by)
    except ValidationError as error:
        raise BadInput(" ".join(error.messages), where=email) from error
    return sentence.format(user.name)


@transaction.atomic
def _set_password(user: User, *, by: Actor, password: str) -> User:
    validate_password(password, user)
    user.set_password(password)
    hashed: Any = user.password
    return save_changes(user, by=by, doing="set a password", password=hashed)


@transaction.atomic
def _make_administrator(user: User, *, by: Actor) -> User:
    return save_changes(user, by=by, doing="made a system administrator", is_system_administrator=True)
