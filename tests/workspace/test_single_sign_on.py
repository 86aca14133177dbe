"""The council's single sign-on, against a provider of our own that keeps to OpenID Connect, and that lies."""

from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from allauth.account.models import EmailAddress
from django.core.cache import cache
from django.test import Client
from web.pages import words
from workspace.identity_provider import CLIENT, SECRET, IdentityProvider

from wardmote.web.accounts.models import User
from wardmote.web.config.sign_in import single_sign_on

HOME = "/p/exampleshire/"
LOGIN = "/account/oidc/council/login/"
NOBODY = "You have no account here"
REFUSED = "Your organisation did not let you in"


@pytest.fixture(scope="module")
def running():
    with IdentityProvider().answering() as provider:
        yield provider


@pytest.fixture
def provider(running, scenario, settings):
    """A provider that is honest, and that the site knows."""
    cache.clear()
    named = {"name": "Exampleshire Council", "server": running.address, "client-id": CLIENT, "client-secret": SECRET}
    settings.SOCIALACCOUNT_PROVIDERS = single_sign_on({"sign-in": {"oidc": named}})
    running.lie = ""
    running.person = {"sub": "s-1", "email": "reader@example.org", "email_verified": True, "name": "Reader"}
    return running


@pytest.fixture
def browser():
    return Client(headers={"host": "127.0.0.1"})


def go(browser):
    """To the provider and back to the site's door, which has not been opened yet."""
    there = browser.post(LOGIN).headers["Location"]
    back = requests.get(there, allow_redirects=False, timeout=10).headers["Location"]
    return back.removeprefix("http://127.0.0.1")


def sign_in(browser):
    return browser.get(go(browser), follow=True)


def test_the_sign_in_page_leads_there_and_asks_before_it_goes(provider, browser):
    assert "Sign in through Exampleshire Council" in words(browser.get("/account/login/"))
    assert "You go on to its own sign-in page" in words(browser.get(LOGIN))


def test_a_member_whose_address_is_confirmed_comes_in_without_a_second_factor_of_ours(provider, browser):
    sign_in(browser)

    assert "Exampleshire Council" in words(browser.get(HOME))


def test_they_keep_their_password_and_come_in_again_as_the_same_person(provider, browser):
    user = User.objects.get(email="reader@example.org")
    user.set_password("correct horse battery")
    user.save()

    sign_in(browser)
    provider.person |= {"email": "renamed@example.org"}
    again = Client(headers={"host": "127.0.0.1"})
    sign_in(again)

    user.refresh_from_db()
    assert user.check_password("correct horse battery")
    assert EmailAddress.objects.get(user=user).verified
    assert again.get(HOME).status_code == 200


@pytest.mark.parametrize(
    "person",
    [
        {"email": "stranger@example.org", "email_verified": True},
        {"email": "reader@example.org", "email_verified": False},
        {"email": "reader@example.org"},
        {"email_verified": True},
    ],
    ids=["unknown", "unverified", "silent about it", "no address"],
)
def test_whoever_is_unknown_or_unconfirmed_does_not_come_in_and_gets_no_account(provider, browser, person):
    before = User.objects.count()
    provider.person = {"sub": "s-2", **person}

    answer = sign_in(browser)

    assert NOBODY in words(answer)
    assert "No account was made." in words(answer)
    assert browser.get(HOME).status_code == 302
    assert User.objects.count() == before


def test_whoever_has_an_account_and_no_membership_sees_nothing(provider, browser):
    provider.person |= {"email": "outsider@example.org"}

    sign_in(browser)

    assert browser.get(HOME).status_code == 404


def test_a_closed_account_stays_closed(provider, browser):
    User.objects.filter(email="reader@example.org").update(is_active=False)

    sign_in(browser)

    assert browser.get(HOME).status_code == 302


@pytest.mark.parametrize(
    "lie",
    [
        "signature",
        "unsigned",
        "shared-secret",
        "unknown-key",
        "nonce",
        "issuer",
        "audience",
        "expired",
        "subject",
        "no-token",
    ],
)
def test_a_token_that_does_not_hold_lets_nobody_in(provider, browser, lie):
    provider.lie = lie

    answer = sign_in(browser)

    assert REFUSED in words(answer)
    assert browser.get(HOME).status_code == 302


def test_what_comes_back_with_another_state_lets_nobody_in(provider, browser):
    back = go(browser)
    state = parse_qs(urlsplit(back).query)["state"][0]

    answer = browser.get(back.replace(state, "x" * len(state)))

    assert REFUSED in words(answer)
    assert browser.get(HOME).status_code == 302


def test_what_was_asked_by_one_browser_does_not_let_another_in(provider, browser):
    back = go(browser)
    other = Client(headers={"host": "127.0.0.1"})

    answer = other.get(back)

    assert REFUSED in words(answer)
    assert other.get(HOME).status_code == 302


def test_a_code_works_once(provider, browser):
    back = go(browser)
    browser.get(back)
    browser.post("/account/logout/")

    assert REFUSED in words(browser.get(back))
    assert browser.get(HOME).status_code == 302


def test_each_browser_asks_for_a_nonce_of_its_own_that_tells_nothing_of_its_secret(provider, browser):
    go(browser)
    first = provider.asked["nonce"]
    go(Client(headers={"host": "127.0.0.1"}))

    assert first != provider.asked["nonce"]
    assert len(first) == 64
    assert browser.session["single_sign_on_secret"] not in first


def test_the_address_bar_adds_nothing_to_what_is_asked(provider, browser):
    there = browser.post(f"{LOGIN}?scope=files&auth_params=prompt%3Dnone").headers["Location"]

    asked = parse_qs(urlsplit(there).query)
    assert set(asked["scope"][0].split()) == {"openid", "profile", "email"}
    assert "prompt" not in asked


def test_whoever_stops_at_the_provider_is_told_so(provider, browser):
    back = urlsplit(go(browser))
    state = parse_qs(back.query)["state"][0]

    answer = browser.get(f"{back.path}?error=access_denied&state={state}", follow=True)

    assert "You did not sign in" in words(answer)


def test_a_provider_that_does_not_answer_is_said_to(provider, browser, settings):
    named = {"name": "Council", "server": "http://127.0.0.1:1", "client-id": CLIENT, "client-secret": SECRET}
    settings.SOCIALACCOUNT_PROVIDERS = single_sign_on({"sign-in": {"oidc": named}})

    answer = browser.post(LOGIN)

    assert REFUSED in words(answer)


def test_another_name_is_no_single_sign_on(provider, browser):
    assert browser.get("/account/oidc/elsewhere/login/").status_code == 404
