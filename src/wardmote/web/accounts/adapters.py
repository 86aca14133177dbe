"""allauth's openings, closed: accounts are made by those who look after the partnership, never by signing up."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest


class ClosedAccounts(DefaultAccountAdapter):
    """Nobody signs up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up."""
        return False


class ClosedSingleSignOn(DefaultSocialAccountAdapter):
    """The council's single sign-on lets in whoever has an account under the same, verified, email address."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Nobody signs up this way either."""
        return False
