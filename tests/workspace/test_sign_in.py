"""Signing in: a password, then a second factor; and the site before anybody has an account."""

import pytest
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core.cache import cache
from django.test import Client
from web.pages import words

from wardmote.web.accounts.models import User

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
    assert answer.status_code == 200


def test_a_form_from_elsewhere_is_refused(scenario):
    strict = Client(enforce_csrf_checks=True, headers={"host": "127.0.0.1"})

    answer = strict.post("/account/login/", {"login": "reader@example.org", "password": PASSWORD})

    assert answer.status_code == 403
    assert "That form cannot be used" in words(answer)
