"""allauth's openings, closed: accounts are made by those who look after the partnership, never by signing up."""

import time
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest


class ClosedAccounts(DefaultAccountAdapter):
    """Nobody signs up, and whoever has just signed in is not asked for their password again."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": "The email address or the password is not right.",  # nosec B105
        "incorrect_password": "The password is not right.",  # nosec B105
        "enter_current_password": "This is not the password that you have now.",  # nosec B105
        "too_many_login_attempts": "There were too many wrong passwords. Wait for five minutes, and try again.",
        "account_inactive": "This account is closed. Ask your partnership manager.",
        "rate_limited": "That was too often. Wait for a minute, and try again.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up."""
        return False

    def is_reauthentication_required(self, *, app: str) -> bool:
        """Not within the five minutes after signing in, so that a first second factor can be set up in one go."""
        records = self.request.session.get("account_authentication_methods", [])
        is_fresh = any(time.time() - record["at"] < app_settings.REAUTHENTICATION_TIMEOUT for record in records)
        return not is_fresh and super().is_reauthentication_required(app=app)


class SecondFactors(DefaultMFAAdapter):
    """Words for what a second factor can do wrong."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": "That did not work: a code may be mistyped or too old, a passkey may have been removed here.",
        "cannot_generate_recovery_codes": "Set up an authenticator app or a passkey first.",
    }

    def generate_authenticator_name(self, user: Any, type: Any) -> str:  # noqa: A002 (allauth calls it so)
        """What a passkey is called until its holder names it."""
        number = Authenticator.objects.filter(user=user, type=Authenticator.Type.WEBAUTHN).count() + 1
        return "Passkey" if number == 1 else f"Passkey {number}"


class ClosedSingleSignOn(DefaultSocialAccountAdapter):
    """The council's single sign-on lets in whoever has an account under the same, verified, email address."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Nobody signs up this way either."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """The address of an account was given by those who look after the partnership: the provider has confirmed it.

        Without that, allauth takes the account's password away, lest a stranger had signed up under the address.
        """
        address = sociallogin._did_authenticate_by_email
        if address and sociallogin.is_existing:
            own = {"user": sociallogin.user, "email": address}
            EmailAddress.objects.get_or_create(**own, defaults={"verified": True, "primary": True})
