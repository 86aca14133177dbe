"""Somebody who can sign in."""

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac

from wardmote.web.core.models import Record


class _Users(BaseUserManager["User"]):
    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractBaseUser, Record):
    """A person's way in. What they may do is said by their memberships; one person may have several."""

    INTERNAL = ("is_active", "is_system_administrator", "last_login", "sessions_ended")
    PERSONAL = ("email", "name")
    SECRET = ("password",)

    email = models.EmailField("email address", unique=True)
    name = models.CharField(max_length=200)
    is_active = models.BooleanField(default=True)
    # Looks after the installation: partnerships and accounts. It opens no partnership's records by itself.
    is_system_administrator = models.BooleanField(default=False)
    # How often everybody who was signed in with the account was signed out: a lost phone may still be.
    sessions_ended = models.PositiveIntegerField(default=0)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]
    objects = _Users()

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="one_user_for_each_email")]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Letter case never tells two addresses apart."""
        self.email = self.email.strip().lower()

    def get_session_auth_hash(self) -> str:
        """What a session has to hold to be good: it is another after a new password, and once sessions were ended."""
        held = f"{self.sessions_ended}:{self.password}"
        return salted_hmac("wardmote.accounts.session", held, algorithm="sha256").hexdigest()

    def get_full_name(self) -> str:
        """What allauth calls them."""
        return self.name

    def has_perm(self, *args: Any) -> bool:
        """Django's own permissions are not used: see `accounts.rules.roles`."""
        return False
