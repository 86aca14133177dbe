"""What `wardmote account` does for somebody who cannot sign in."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP

from wardmote.errors import BadInput
from wardmote.web.accounts.actions.commanded import change_account
from wardmote.web.accounts.models import User
from wardmote.web.core.models import AuditEntry

READER = "reader@example.org"


def test_a_password_is_set_and_whoever_is_signed_in_is_signed_out(scenario):
    browser = scenario.browser("reader")

    said = change_account(READER.upper(), "password", password="a long and unusual sentence")

    assert said == "Reader signs in with the new password."
    assert User.objects.get(email=READER).check_password("a long and unusual sentence")
    assert browser.get("/p/exampleshire/").status_code == 302
    entry = AuditEntry.objects.order_by("-number").first()
    assert (entry.doing, entry.way, entry.changes) == ("set a password", "command", {"password": ["set", "set"]})


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("second-factor", "Reader sets up another second factor at the next sign-in."),
        ("close", "Reader cannot sign in any more."),
        ("open", "Reader can sign in again."),
        ("administrator", "Reader is a system administrator."),
    ],
)
def test_each_says_what_it_did_and_stands_in_the_audit(scenario, what, said):
    TOTP.activate(scenario.people["reader"].user, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    before = AuditEntry.objects.count()

    assert change_account(READER, what) == said
    assert AuditEntry.objects.count() == before + 1
    assert Authenticator.objects.filter(user__email=READER).exists() is (what != "second-factor")


@pytest.mark.parametrize(
    ("email", "what", "password", "said"),
    [
        ("nobody@example.org", "close", "", "Nobody has an account under that address"),
        (READER, "password", "short", "at least 12 characters"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(scenario, email, what, password, said):
    with pytest.raises(BadInput, match=said):
        change_account(email, what, password=password)
