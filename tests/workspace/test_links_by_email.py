"""Links to actions by email: on request, before an action is due, and once it is late; each once, and naming nothing."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from web.pages import words

from wardmote.web.accounts.actions.partnership import choose_links
from wardmote.web.accounts.models import Member
from wardmote.web.core.clock import now, pretending, today
from wardmote.web.core.models import AuditEntry
from wardmote.web.plans.actions.actions import change_action, say_how_it_stands
from wardmote.web.plans.actions.links import send_due_links
from wardmote.web.plans.models import Action, ActionLink

PLAN = "/p/exampleshire/plan/"
HERE = "http://127.0.0.1:8000"


@pytest.fixture
def action(scenario):
    """Due in thirty days, and owned by Owner."""
    return Action.objects.select_related("owner").get(title="Visit every school")


@pytest.fixture
def chosen(scenario):
    """A week before, and once late."""
    own = scenario.partnerships["Exampleshire"]
    return choose_links(own, by=scenario.actor("manager"), link_days_before=7, sends_links_when_late=True)


def on_day(days):
    return pretending(now() + timedelta(days=days))


def address_in(letter):
    return next(line for line in letter.body.splitlines() if line.startswith(HERE)).removeprefix(HERE)


def ask_for_link(scenario, action, person="coordinator", **typed):
    day = {"expires_on": (today() + timedelta(days=7)).isoformat()}
    return scenario.browser(person).post(f"{PLAN}actions/{action.pk}/link/", {**day, **typed})


def test_a_coordinator_has_a_link_sent_and_does_not_see_it(scenario, action):
    answer = ask_for_link(scenario, action, way="email")

    (letter,) = mail.outbox
    assert letter.to == ["owner@example.org"]
    assert "It is on its way to owner@example.org." in words(answer)
    assert "/a/" not in answer.text
    assert "Visit every school" in words(Client(headers={"host": "127.0.0.1"}).get(address_in(letter)))


def test_the_email_names_neither_the_action_nor_anybody(scenario, action):
    ask_for_link(scenario, action, way="email")

    (letter,) = mail.outbox
    said = f"{letter.subject}\n{letter.body}".replace(address_in(letter), "")
    for word in (action.title, action.owner.name, action.priority.title, str(action.pk), action.owner.agency.name):
        assert word not in said
    assert "an action of yours" in said.lower()


def test_a_link_can_still_be_handed_over(scenario, action):
    answer = ask_for_link(scenario, action, way="hand")

    assert mail.outbox == []
    assert "<code>http://127.0.0.1/a/" in answer.text


def test_a_colleague_and_an_outsider_have_no_link_sent(scenario, action):
    for person, status in (("colleague", 403), ("board", 403), ("outsider", 404)):
        assert ask_for_link(scenario, action, person, way="email").status_code == status
    assert mail.outbox == []


def test_without_an_address_it_is_handed_over(scenario, action):
    Member.objects.filter(pk=action.owner_id).update(email="")

    page = scenario.browser("coordinator").get(f"{PLAN}actions/{action.pk}/link/")

    assert "by email" not in words(page)
    assert "<code>http://127.0.0.1/a/" in ask_for_link(scenario, action).text


def test_what_the_mail_server_refuses_is_shown_so_that_it_can_be_handed_over(scenario, action, settings):
    smtp = "django.core.mail.backends.smtp.EmailBackend"
    settings.MAILERS = {"default": {"BACKEND": smtp, "OPTIONS": {"host": "127.0.0.1", "port": 1}}}

    answer = ask_for_link(scenario, action, way="email")

    assert "The mail server did not take an email" in words(answer)
    assert "<code>http://127.0.0.1/a/" in answer.text


def test_nothing_is_sent_by_itself_until_somebody_chooses_it(scenario, action):
    with on_day(40):
        assert (send_due_links().before, send_due_links().late) == (0, 0)
    assert mail.outbox == []


def test_a_link_is_sent_a_week_before_and_once_late_and_each_once(scenario, action, chosen):
    sent = []
    for day in (10, 22, 23, 25, 30, 31, 35, 60):
        with on_day(day):
            found = send_due_links()
            sent.append((day, found.before, found.late))

    assert [one for one in sent if one[1] or one[2]] == [(23, 1, 0), (31, 0, 1)]
    assert len(mail.outbox) == 2
    assert sum(entry.doing == "sent an email" for entry in AuditEntry.objects.all()) == 2


def test_another_day_is_another_reminder(scenario, action, chosen):
    with on_day(25):
        send_due_links()
    change_action(action, by=scenario.actor("coordinator"), due_on=today() + timedelta(days=60))

    with on_day(55):
        assert send_due_links().before == 1


def test_what_is_done_or_whose_owner_has_left_is_not_asked_about(scenario, action, chosen):
    say_how_it_stands(action, by=scenario.actor("owner"), status="done", text="All of them.")
    with on_day(25):
        assert send_due_links().before == 0

    say_how_it_stands(action, by=scenario.actor("owner"), status="going", text="One was missed.")
    Member.objects.filter(pk=action.owner_id).update(left_on=today())
    with on_day(25):
        assert send_due_links().before == 0


def test_the_owner_answers_by_the_link_that_was_sent(scenario, action, chosen):
    phone = Client(headers={"host": "127.0.0.1"})
    with on_day(31):
        send_due_links()
        answer = phone.post(address_in(mail.outbox[0]), {"status": "done", "text": "All visited."}, follow=True)

    assert "Thank you. It stands as: Done." in words(answer)
    assert ActionLink.objects.latest("created_at").last_used_at
    assert Action.objects.get(pk=action.pk).status == "done"


def test_a_link_that_is_over_says_so_and_what_to_do(scenario, action, chosen):
    with on_day(31):
        send_due_links()
    with on_day(90):
        answer = Client(headers={"host": "127.0.0.1"}).get(address_in(mail.outbox[0]))

    assert answer.status_code == 404
    assert "This link does not work any more It has expired, was withdrawn, or the action is somebody else’s" in words(
        answer
    )
