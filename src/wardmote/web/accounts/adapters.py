"""allauth's openings, closed: accounts are made by those who look after the partnership, never by signing up."""

import time
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest


class ClosedAccounts(DefaultAccountAdapter):
    """Nobody signs up, and whoever has just signed in is not asked for their password again."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up."""
        return False

    def is_reauthentication_required(self, *, app: str) -> bool:
        """Not within the five minutes after signing in, so that a first second factor can be set up in one go."""
        records = self.request.session.get("account_authentication_methods", [])
        is_fresh = any(time.time() - record["at"] < app_settings.REAUTHENTICATION_TIMEOUT for record in records)
        return not is_fresh and super().is_reauthentication_required(app=app)


class ClosedSingleSignOn(DefaultSocialAccountAdapter):
    """The council's single sign-on lets in whoever has an account under the same, verified, email address."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Nobody signs up this way either."""
        return False
