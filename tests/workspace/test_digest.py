"""The email digest: what it says, what it never says, and that nobody gets the same twice."""

import re
from datetime import date, timedelta

import pytest
from django.core import mail
from django.urls import reverse
from web.pages import words

from wardmote.errors import NotAvailable
from wardmote.web.accounts.actions.digest import send_digests
from wardmote.web.accounts.models import Member
from wardmote.web.core import outbox
from wardmote.web.core.clock import now, pretending
from wardmote.web.core.commenting import add_comment
from wardmote.web.core.digests import Counted, all_counted
from wardmote.web.core.models import Letter
from wardmote.web.core.routes import all_routes
from wardmote.web.core.subjects import subject_of

SECRET_WORDS = "Rumpelstiltskin of Harbour Street"


@pytest.fixture
def mentioned(scenario):
    """The analyst is mentioned in a comment that nobody else should read."""
    manager = scenario.actor("manager")
    add_comment(by=manager, on=subject_of(manager, scenario.people["board"].pk), text=f"@Analyst: {SECRET_WORDS}")


def to(person):
    return [letter for letter in mail.outbox if letter.to == [f"{person}@example.org"]]


def test_it_says_how_many_and_where(scenario, mentioned):
    send_digests()

    (letter,) = to("analyst")
    assert letter.subject == "Wardmote: what waits for you in Exampleshire"
    assert "- 1 comment mentions you: http://127.0.0.1:8000/p/exampleshire/for-you/" in letter.body
    assert "To get no more of them: http://127.0.0.1:8000/p/exampleshire/for-you/email/" in letter.body


def test_it_holds_no_name_no_title_and_no_free_text(scenario, mentioned):
    send_digests()

    said = "\n".join(f"{letter.subject}\n{letter.body}" for letter in mail.outbox)
    held = {member.name for member in Member.objects.all()} | {member.email for member in Member.objects.all()}
    # Names of the scenario's people are plain words such as Reader: as names they have a capital.
    assert [name for name in held if name and re.search(rf"\b{re.escape(name)}\b", said)] == []
    assert not any(word in said for word in SECRET_WORDS.split() if word[0].isupper())
    assert not re.search(r"[0-9a-f]{8}-[0-9a-f]{4}", said)


def test_run_again_it_sends_nothing_twice(scenario, mentioned):
    first, second = send_digests(), send_digests()

    assert first.sent == second.already_sent >= 1
    assert second.sent == 0
    assert len(to("analyst")) == 1


def test_what_has_not_changed_is_said_again_after_a_week(scenario, mentioned):
    sent = []
    for days in (0, 1, 6, 8):
        with pretending(now() + timedelta(days=days)):
            send_digests()
        sent.append(len(to("analyst")))

    assert sent == [1, 1, 1, 2]


def test_whoever_turned_it_off_gets_none(scenario, mentioned):
    browser = scenario.browser("analyst")

    page = browser.post("/p/exampleshire/for-you/email/", {"wants_digest": "no"}, follow=True)

    send_digests()
    assert "For you" in words(page)
    assert to("analyst") == []


def test_whoever_has_left_or_may_not_sign_in_gets_none(scenario, mentioned):
    Member.objects.filter(pk=scenario.people["analyst"].pk).update(left_on=date(2020, 1, 1))

    send_digests()

    assert to("analyst") == []


def test_what_the_mail_server_refuses_is_sent_later(scenario, mentioned, settings):
    refused = {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": {"host": "127.0.0.1", "port": 1}}
    working = settings.MAILERS
    settings.MAILERS = {"default": refused}
    with pytest.raises(NotAvailable, match="The mail server did not take an email"):
        send_digests()

    settings.MAILERS = working
    assert send_digests().sent >= 1


def test_a_letter_is_claimed_before_it_is_sent(scenario):
    by, member = scenario.commander(), scenario.people["reader"]
    draft = outbox.Draft(member.pk, "reader@example.org", "A link", ("One line.",))

    assert [outbox.post(draft, key="link:1", by=by) for _ in range(2)] == [True, False]
    assert Letter.objects.get(key="link:1").words_digest == draft.words_digest


@pytest.mark.parametrize("words_", ["action of Mo Manager", "Action", "a@b", "case 12", "", "tab\tbed"])
def test_a_count_takes_no_name_and_no_number(words_):
    with pytest.raises(ValueError, match="plain words in small letters"):
        Counted(1, words_, "actions are late", "for-you")


def test_every_count_leads_to_a_page_that_its_reader_may_open(scenario):
    for person in ("manager", "owner", "reader"):
        for one in all_counted(scenario.actor(person)):
            assert scenario.browser(person).get(one.path(scenario.actor(person))).status_code == 200
            assert one.page in all_routes()
            assert reverse(one.page, args=["exampleshire"])
