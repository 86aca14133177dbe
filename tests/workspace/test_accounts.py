"""Letting people sign in, and what an administrator does for somebody who cannot."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.core import mail
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.test import Client
from web.pages import words

from wardmote.web.accounts.actions.accounts import close_account, give_account, is_waiting
from wardmote.web.accounts.actions.installation import administrator
from wardmote.web.accounts.actions.people import add_member
from wardmote.web.accounts.models import Partnership, User
from wardmote.web.core.models import AuditEntry

HOME, ACCOUNTS = "/p/exampleshire/", "/administration/accounts/"
CHOSEN = "a long and unusual sentence"


@pytest.fixture
def newcomer(scenario):
    """A member without an account."""
    council = scenario.agencies["Exampleshire Council"]
    return add_member(by=scenario.actor("manager"), agency=council, name="Ada Clerk", email="ada@example.org")


@pytest.fixture
def administrator_(scenario):
    """The manager looks after the installation too."""
    User.objects.filter(email="manager@example.org").update(is_system_administrator=True)
    return scenario.browser("manager")


@pytest.fixture
def no_mail_server(settings, tmp_path):
    files = {"BACKEND": "django.core.mail.backends.filebased.EmailBackend", "OPTIONS": {"file_path": str(tmp_path)}}
    settings.MAILERS = {"default": files}


def let_in(scenario, member, **typed):
    return scenario.browser("manager").post(f"{HOME}people/{member.pk}/account/", typed)


def choose_password(link):
    """Follow a link to the form, and fill it in."""
    cache.clear()
    browser = Client(headers={"host": "127.0.0.1"})
    form = browser.get(link, follow=True)
    there = form.redirect_chain[-1][0] if form.redirect_chain else link
    return form, browser.post(there, {"password1": CHOSEN, "password2": CHOSEN}, follow=True)


def test_a_member_is_let_in_by_an_email_that_names_nobody(scenario, newcomer):
    answer = let_in(scenario, newcomer, email="Ada@Example.org")

    (letter,) = mail.outbox
    assert "An email is on its way to ada@example.org." in words(answer)
    assert (letter.to, letter.subject) == (["ada@example.org"], "Wardmote: you can sign in")
    assert "Ada" not in letter.body
    link = re.search(r"http://127\.0\.0\.1:8000(\S+)", letter.body)[1]
    assert link not in answer.text
    _, done = choose_password(link)
    assert "Your password is set" in words(done)
    assert User.objects.get(email="ada@example.org").check_password(CHOSEN)


def test_without_a_mail_server_the_link_is_handed_over_and_works_once(scenario, newcomer, no_mail_server):
    answer = let_in(scenario, newcomer, email="ada@example.org")
    link = re.search(r"<code>http://127\.0\.0\.1(\S+)</code>", answer.text)[1]

    _, first = choose_password(link)
    second, _ = choose_password(link)

    assert "Your password is set" in words(first)
    assert "This link does not work any more" in words(second)


def test_an_account_that_somebody_has_is_used_and_its_password_stays_theirs(scenario, newcomer, no_mail_server):
    theirs = scenario.people["outsider"].user

    answer = let_in(scenario, newcomer, email=theirs.email)

    newcomer.refresh_from_db()
    assert newcomer.user == theirs
    assert "<code>" not in answer.text
    assert not is_waiting(theirs)


def test_who_signs_in_already_is_sent_no_link(scenario):
    reader = scenario.people["reader"]
    User.objects.filter(pk=reader.user_id).update(last_login="2026-01-01T10:00:00Z")

    answer = let_in(scenario, reader)

    assert "They sign in already." in words(answer)
    assert mail.outbox == []


def test_the_same_person_is_not_two_members(scenario, newcomer):
    with pytest.raises(ValidationError, match="a member already"):
        give_account(newcomer, by=scenario.actor("manager"), email="reader@example.org")


def test_a_colleague_and_an_outsider_let_nobody_in(scenario, newcomer):
    page = f"{HOME}people/{newcomer.pk}/account/"

    for person, status in (("colleague", 403), ("neighbour", 403), ("outsider", 404)):
        assert scenario.browser(person).post(page, {"email": "x@example.org"}).status_code == status
    assert not User.objects.filter(email="x@example.org").exists()


def test_an_administrator_resets_a_lost_second_factor_and_it_stands_in_the_audit(scenario, administrator_):
    reader = scenario.people["reader"]
    TOTP.activate(reader.user, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    lost_phone = scenario.browser("reader")

    administrator_.post(f"{ACCOUNTS}{reader.user_id}/second-factor/")

    assert not Authenticator.objects.filter(user=reader.user).exists()
    assert lost_phone.get(HOME).status_code == 302
    entry = AuditEntry.objects.order_by("-number").first()
    assert (entry.doing, entry.record_name, entry.actor_name) == ("reset a second factor", "Reader", "Manager")
    assert entry.partnership_id == reader.partnership_id


def test_a_closed_account_lets_nobody_in_until_it_is_opened_again(scenario, administrator_):
    page = f"{ACCOUNTS}{scenario.people['reader'].user_id}/"

    administrator_.post(f"{page}close/")
    closed = scenario.browser("reader").get(HOME).status_code
    administrator_.post(f"{page}open/")

    assert closed == 302
    assert scenario.browser("reader").get(HOME).status_code == 200


def test_the_only_administrator_is_not_shut_out(scenario, administrator_):
    manager = scenario.people["manager"]
    manager.user.refresh_from_db()

    with pytest.raises(ValidationError, match="the only system administrator"):
        close_account(manager.user, by=administrator(manager.user, partnership=manager.partnership))


def test_an_administrator_sees_who_has_no_second_factor(scenario, administrator_):
    TOTP.activate(scenario.people["reader"].user, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")

    page = words(administrator_.get(ACCOUNTS))

    assert "Reader reader@example.org Exampleshire an authenticator app open" in page
    assert "Owner owner@example.org Exampleshire none yet open" in page


def test_a_pan_area_partnership_is_made_and_another_is_put_below_it(scenario, administrator_):
    administrator_.post("/administration/partnerships/add/", {"name": "Wide Area"})
    wide = Partnership.objects.get(name="Wide Area")
    administrator_.post("/administration/partnerships/elsewhere/", {"name": "Elsewhere", "above": wide.pk})

    assert Partnership.objects.get(name="Elsewhere").above == wide
    assert "0 people" in words(administrator_.get("/administration/"))
    assert "Wide Area stands above" in words(scenario.browser("outsider").get("/p/elsewhere/"))


def test_nothing_stands_above_what_stands_above_others(scenario, administrator_):
    answer = administrator_.post(
        "/administration/partnerships/pan-example/",
        {"name": "Pan-Example", "above": scenario.partnerships["Elsewhere"].pk},
    )

    assert answer.status_code == 400
    assert "nothing can stand above it" in words(answer)


def test_a_manager_tries_the_mail_server_and_chooses_when_links_are_sent(scenario):
    browser = scenario.browser("manager")

    tried = browser.post(f"{HOME}email/try/", follow=True)
    browser.post(f"{HOME}email/", {"link_days_before": "7", "sends_links_when_late": "on"})

    assert "An email was handed to the mail server." in words(tried)
    assert [letter.to for letter in mail.outbox] == [["manager@example.org"]]
    chosen = Partnership.objects.get(slug="exampleshire")
    assert (chosen.link_days_before, chosen.sends_links_when_late) == (7, True)
    assert browser.post(f"{HOME}email/", {"link_days_before": "61"}).status_code == 400


def test_without_a_mail_server_the_page_says_how_to_name_one(scenario, no_mail_server):
    page = words(scenario.browser("manager").get(f"{HOME}email/"))

    assert "No mail server is set up" in page
    assert '[email] host = "mail.council.example"' in page
