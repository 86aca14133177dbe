"""Signing in: a password, then a second factor; and the site before anybody has an account."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import allauth
import pytest
import time_machine
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core import mail
from django.core.cache import cache
from django.template.loader import get_template
from django.test import Client
from django.urls import get_resolver, reverse
from web.pages import words

from wardmote.web.accounts.models import User
from wardmote.web.core.routes import all_routes

PASSWORD = "correct horse battery"


@pytest.fixture
def browser():
    cache.clear()
    return Client(headers={"host": "127.0.0.1"})


@pytest.fixture
def reader(scenario):
    user = User.objects.get(email="reader@example.org")
    user.set_password(PASSWORD)
    user.save()
    return user


def sign_in(browser, password=PASSWORD):
    return browser.post("/account/login/?next=/p/exampleshire/", {"login": "reader@example.org", "password": password})


def code_of(secret):
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


def test_a_wrong_password_is_refused_without_saying_whether_there_is_such_an_account(browser, reader):
    wrong = words(sign_in(browser, "a wrong password"))
    nobody = words(browser.post("/account/login/", {"login": "nobody@example.org", "password": PASSWORD}))

    assert "There is a problem" in wrong
    assert wrong.partition("There is a problem")[2][:80] == nobody.partition("There is a problem")[2][:80]


def test_with_a_password_alone_one_gets_no_further_than_setting_up_a_second_factor(browser, reader):
    sign_in(browser)

    answer = browser.get("/p/exampleshire/")

    assert (answer.status_code, answer.headers["Location"]) == (302, "/account/2fa/")


def test_with_a_second_factor_one_is_asked_for_it_and_let_in(browser, reader):
    secret = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
    TOTP.activate(reader, secret)

    asked = sign_in(browser)
    before = browser.get("/p/exampleshire/")
    browser.post("/account/2fa/authenticate/", {"code": code_of(secret)})

    assert asked.headers["Location"].startswith("/account/2fa/authenticate/")
    assert before.status_code == 302
    assert "Exampleshire Council" in words(browser.get("/p/exampleshire/"))


def test_a_wrong_code_lets_nobody_in(browser, reader):
    TOTP.activate(reader, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    sign_in(browser)

    browser.post("/account/2fa/authenticate/", {"code": "000000"})

    assert browser.get("/p/exampleshire/").status_code == 302


def test_passwords_are_stored_by_a_slow_hash(reader):
    assert reader.password.startswith("scrypt$")


def test_nobody_signs_up(browser, scenario):
    answer = browser.post("/account/signup/", {"email": "new@example.org", "password1": PASSWORD})

    assert not User.objects.filter(email="new@example.org").exists()
    assert answer.status_code == 404


def test_a_form_from_elsewhere_is_refused(scenario):
    strict = Client(enforce_csrf_checks=True, headers={"host": "127.0.0.1"})

    answer = strict.post("/account/login/", {"login": "reader@example.org", "password": PASSWORD})

    assert answer.status_code == 403
    assert "That form cannot be used" in words(answer)


def test_many_wrong_passwords_lock_the_account_for_a_while_and_it_is_said(browser, reader):
    for _ in range(5):
        sign_in(browser, "a wrong password")

    locked = words(sign_in(browser))
    other = browser.post("/account/login/", {"login": "owner@example.org", "password": "wrong"})

    assert "There were too many wrong passwords. Wait for five minutes, and try again." in locked
    assert "The email address or the password is not right." in words(other)


def test_a_recovery_code_lets_in_once(browser, reader):
    TOTP.activate(reader, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    code = RecoveryCodes.activate(reader).get_unused_codes()[0]

    sign_in(browser)
    browser.post("/account/2fa/authenticate/", {"code": code})
    first = browser.get("/p/exampleshire/").status_code
    browser.post("/account/logout/")
    sign_in(browser)
    again = browser.post("/account/2fa/authenticate/", {"code": code})

    assert first == 200
    assert "That did not work" in words(again)
    assert browser.get("/p/exampleshire/").status_code == 302


def test_recovery_codes_come_with_the_first_second_factor(browser, reader):
    sign_in(browser)
    page = browser.get("/account/2fa/totp/activate/")
    secret = page.context["form"].secret

    shown = browser.post("/account/2fa/totp/activate/", {"code": code_of(secret)}, follow=True)

    codes = re.findall(r"<code>([0-9a-f]{8})</code>", shown.text)
    assert "Your recovery codes" in words(shown)
    assert len(set(codes)) == 10


def test_a_forgotten_password_is_set_anew_by_email_and_every_session_ends(browser, reader):
    TOTP.activate(reader, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    lost = Client(headers={"host": "127.0.0.1"})
    lost.force_login(reader)

    asked = browser.post("/account/password/reset/", {"email": "reader@example.org"}, follow=True)
    (letter,) = mail.outbox
    link = re.search(r"http://127\.0\.0\.1(\S+)", letter.body)[1]
    form = browser.get(link, follow=True)
    browser.post(
        form.redirect_chain[-1][0], {"password1": "another long sentence", "password2": "another long sentence"}
    )

    assert "a link is on its way" in words(asked)
    assert letter.subject == "Wardmote: choose another password"
    assert "Reader" not in letter.body
    reader.refresh_from_db()
    assert reader.check_password("another long sentence")
    assert lost.get("/account/2fa/").status_code == 302
    # The password is not all: the second factor is asked for as before.
    assert sign_in(browser, "another long sentence").headers["Location"].startswith("/account/2fa/authenticate/")


def test_whoever_asks_for_a_password_learns_nothing_of_who_has_an_account(browser, reader):
    known = browser.post("/account/password/reset/", {"email": "reader@example.org"}, follow=True)
    unknown = browser.post("/account/password/reset/", {"email": "nobody@example.org"}, follow=True)

    assert words(known) == words(unknown)
    assert [letter.subject for letter in mail.outbox if letter.to == ["nobody@example.org"]] == [
        "Wardmote: there is no account under this address"
    ]


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ("short", "at least 12 characters"),
        ("password1234", "too common"),
        ("reader@example.org", "too similar"),
    ],
)
def test_a_password_that_can_be_guessed_is_refused_in_words(browser, reader, chosen, said):
    sign_in(browser)

    answer = browser.post(
        "/account/password/change/", {"oldpassword": PASSWORD, "password1": chosen, "password2": chosen}
    )

    assert said in words(answer)
    reader.refresh_from_db()
    assert reader.check_password(PASSWORD)


def test_a_session_ends_by_itself_after_ten_hours(browser, reader):
    TOTP.activate(reader, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    sign_in(browser)
    browser.post("/account/2fa/authenticate/", {"code": code_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")})
    before = browser.get("/p/exampleshire/").status_code

    with time_machine.travel(datetime.now(UTC) + timedelta(hours=10, minutes=1)):
        after = browser.get("/p/exampleshire/")

    assert before == 200
    assert (after.status_code, after.headers["Location"]) == (302, "/account/login/?next=/p/exampleshire/")


# Pages, emails and messages of the library that nothing here leads to: nobody signs up, an address is given and not
# chosen, there are no phones and no codes by email, and what only frames or is included by ours.
UNUSED = re.compile(
    r"^(account|mfa|socialaccount)/("
    r"base_\w+|\w*phone\w*|\w*code\w*|signup\w*|email|email_change|email_confirm|verif\w+|trust"
    r"|snippets/warn_no_email|webauthn/(base|signup_form|snippets/login_script)|totp/base|recovery_codes/(base|download)"
    r"|connections|snippets/(provider_list|login_extra)"
    r"|email/(?!password_reset_key|unknown_account|base_message)\w+"
    r"|messages/(cannot_delete|email_|login_code|phone|primary|unverified|account_(connected_|disconnected))\w*"
    r")\.(html|txt)$"
)


def library_templates():
    folder = Path(allauth.__file__).parent / "templates"
    names = (path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*.*")))
    return [
        name for name in names if name.startswith(("account/", "mfa/", "socialaccount/")) and not UNUSED.match(name)
    ]


@pytest.mark.parametrize("name", library_templates())
def test_no_page_of_the_library_is_shown_as_it_comes(name):
    assert "wardmote" in Path(get_template(name).origin.name).parts


@pytest.mark.parametrize(
    "name",
    [name for name, access in all_routes().items() if name.startswith(("account_", "mfa_")) and access.who != "nobody"],
)
def test_every_page_of_signing_in_has_a_heading_in_plain_words(browser, reader, name):
    browser.force_login(reader)
    needed = next(iter(get_resolver().reverse_dict.getlist(name)))[0][0][1]
    answer = browser.get(reverse(name, kwargs=dict.fromkeys(needed, "1")), follow=True)
    if answer.status_code != 200 or "html" not in answer.headers["Content-Type"]:
        return

    said = re.findall(r"<(?:h1|h2|label|button|title)[^>]*>\s*([^<]*?)\s*<", answer.text)
    in_title_case = [text for text in said if re.search(r"[a-z] (?!Wardmote|OFFICIAL)[A-Z][a-z]", text)]
    assert in_title_case == []
