"""Actions: how owners say how they stand, what the board sees of it, and the link that needs no sign-in."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from web.pages import words

from wardmote.web.core.actors import Refused
from wardmote.web.core.clock import now, pretending, today
from wardmote.web.core.models import AuditEntry
from wardmote.web.plans.actions.actions import (
    escalate,
    give_action,
    give_link,
    say_by_link,
    say_how_it_stands,
    withdraw_link,
)
from wardmote.web.plans.models import Action, ActionLink, ProgressNote
from wardmote.web.plans.queries.actions import address_of, owner_by_link

PLAN = "/p/exampleshire/plan/"


@pytest.fixture
def action(scenario):
    return Action.objects.get(title="Visit every school")


@pytest.fixture
def link(scenario, action):
    return give_link(action, by=scenario.actor("coordinator"), expires_on=today() + timedelta(days=14))


@pytest.fixture
def phone():
    return Client(headers={"host": "127.0.0.1"})


def test_an_owner_says_how_their_action_stands(scenario, action):
    browser = scenario.browser("owner")

    browser.post(f"{PLAN}actions/{action.pk}/update/", {"status": "stuck", "text": "No hall is free."})

    page = words(browser.get(f"{PLAN}actions/{action.pk}/"))
    assert "Stuck: No hall is free." in page
    assert "Stuck by Owner" in page
    assert "No hall is free." in words(scenario.browser("board").get(f"{PLAN}actions/blocked/"))


def test_a_colleague_of_another_agency_may_read_it_and_not_update_it(scenario, action):
    browser = scenario.browser("colleague")

    assert browser.get(f"{PLAN}actions/{action.pk}/").status_code == 200
    assert "Say how it stands" not in browser.get(f"{PLAN}actions/{action.pk}/").text
    assert browser.post(f"{PLAN}actions/{action.pk}/update/", {"status": "done"}).status_code == 403
    with pytest.raises(Refused):
        say_how_it_stands(action, by=scenario.actor("colleague"), status="done")


def test_what_is_stuck_says_what_is_in_the_way(scenario, action):
    answer = scenario.browser("owner").post(f"{PLAN}actions/{action.pk}/update/", {"status": "stuck"})

    assert answer.status_code == 400
    assert "Say what is in the way." in words(answer)
    assert not ProgressNote.objects.filter(action=action).exists()


def test_what_is_done_has_its_day_and_loses_it_when_it_turns_out_not_to_be(scenario, action):
    owner = scenario.actor("owner")

    say_how_it_stands(action, by=owner, status="done", text="All of them.")
    done_on = Action.objects.get(pk=action.pk).done_on
    say_how_it_stands(action, by=owner, status="going", text="One was missed.")

    assert done_on == today()
    assert Action.objects.get(pk=action.pk).done_on is None
    assert [note.status for note in action.notes.all()] == ["going", "done"]


def test_only_what_is_stuck_is_taken_to_a_board(scenario, action):
    owner = scenario.actor("owner")
    with pytest.raises(ValidationError, match="Only an action that is stuck"):
        escalate(action, by=owner, to="the board")
    say_how_it_stands(action, by=owner, status="stuck", text="No hall is free.")

    escalate(action, by=owner, to="the board")

    assert "the board was asked on" in words(scenario.browser("board").get(f"{PLAN}actions/{action.pk}/"))


def test_what_is_late_stands_on_the_page_of_late_actions(scenario, action):
    with pretending(now() + timedelta(days=40)):
        late = words(scenario.browser("board").get(f"{PLAN}actions/late/"))

    assert "1 action." in late
    assert "Going, late" in late


def test_the_list_is_narrowed_to_what_is_mine(scenario):
    assert "1 action." in words(scenario.browser("owner").get(f"{PLAN}actions/?whose=mine"))
    assert "0 actions." in words(scenario.browser("colleague").get(f"{PLAN}actions/?whose=mine"))


def test_what_changed_since_a_meeting(scenario, action):
    with pretending(now() - timedelta(days=40)):
        say_how_it_stands(action, by=scenario.actor("owner"), status="going", text="Nine visited.")
    say_how_it_stands(action, by=scenario.actor("owner"), status="done", text="All visited.")
    browser = scenario.browser("board")

    assert "1 action done" in words(browser.get(f"{PLAN}changes/?since={today() - timedelta(days=7)}"))
    assert "0 actions done" in words(browser.get(f"{PLAN}changes/?since={today() + timedelta(days=1)}"))


@pytest.mark.parametrize("since", ["", "yesterday", "2026-02-30", "<script>"])
def test_a_day_that_is_none_is_said_to_be_none(scenario, since):
    answer = scenario.browser("board").get(f"{PLAN}changes/", {"since": since})

    assert answer.status_code == 400
    assert "There is a problem" in words(answer)


def test_an_owner_updates_one_action_by_a_link_without_signing_in(link, action, phone):
    address = f"/a/{address_of(link)}/"

    asked = words(phone.get(address))
    answer = phone.post(address, {"status": "done", "text": "All visited.", "evidence": "A list"}, follow=True)

    assert "Visit every school" in asked
    assert "Thank you. It stands as: Done." in words(answer)
    assert Action.objects.get(pk=action.pk).status == "done"
    entry = AuditEntry.objects.order_by("-number").first()
    assert (entry.actor_name, entry.way) == ("Owner", "link")


def test_a_link_shows_nothing_else(link, phone):
    page = phone.get(f"/a/{address_of(link)}/")

    assert "/p/exampleshire/" not in page.text
    assert phone.get("/p/exampleshire/plan/").status_code == 302


def test_a_link_is_for_its_own_action_only(scenario, link, action):
    other = give_action(
        action.priority, by=scenario.actor("coordinator"), title="Another", owner=action.owner, due_on=action.due_on
    )

    with pytest.raises(Refused, match="not for that action"):
        say_by_link(other, by=owner_by_link(link), link=link, status="done")


def test_a_link_that_was_withdrawn_opens_nothing(scenario, link, phone):
    withdraw_link(link, by=scenario.actor("coordinator"))

    answer = phone.post(f"/a/{address_of(link)}/", {"status": "done"})

    assert answer.status_code == 404
    assert "It has expired, was withdrawn, or the action is somebody else’s now." in words(answer)


def test_a_link_that_has_expired_opens_nothing(link, phone):
    with pretending(now() + timedelta(days=15)):
        assert phone.get(f"/a/{address_of(link)}/").status_code == 404


def test_a_link_of_somebody_who_left_opens_nothing(scenario, link, phone):
    scenario.people["owner"].left_on = today()
    scenario.people["owner"].save()

    answer = phone.get(f"/a/{address_of(link)}/")

    scenario.people["owner"].left_on = None
    assert answer.status_code == 404


def test_a_link_cannot_be_made_up(link, phone):
    signed = address_of(link)

    for made_up in (str(link.pk), signed[:-1] + ("A" if signed[-1] != "A" else "B"), "x" * 2000):
        assert phone.get(f"/a/{made_up}/").status_code == 404


def test_what_was_typed_by_a_link_is_kept_when_something_is_wrong(link, phone):
    answer = phone.post(f"/a/{address_of(link)}/", {"text": "No hall is free."})

    assert answer.status_code == 400
    assert "No hall is free." in answer.text


def test_a_coordinator_gives_and_withdraws_a_link_on_the_pages(scenario, action, phone):
    browser = scenario.browser("coordinator")
    given = browser.post(f"{PLAN}actions/{action.pk}/link/", {"expires_on": today() + timedelta(days=7), "way": "hand"})
    address = given.text.split("<code>")[1].split("</code>")[0].removeprefix("http://127.0.0.1")
    opened = phone.get(address).status_code

    newest = ActionLink.objects.first()
    browser.post(f"{PLAN}links/{newest.pk}/withdraw/")

    assert opened == 200
    assert phone.get(address).status_code == 404


@pytest.mark.parametrize("days", [-1, 93, 4000])
def test_a_link_is_good_for_a_quarter_at_most(scenario, action, days):
    with pytest.raises(ValidationError, match="within 92 days"):
        give_link(action, by=scenario.actor("coordinator"), expires_on=today() + timedelta(days=days))


def test_a_program_says_how_an_action_stands(scenario, action):
    address = f"/api/v1{PLAN}actions/{action.pk}/update/"
    said = {"data": {"status": "done", "text": "All visited."}, "content_type": "application/json"}

    assert scenario.program("colleague").post(address, **said).status_code == 403
    done = scenario.program("owner").post(address, **said).json()["done"]
    assert ("plans.action", str(action.pk)) in {(one["kind"], one["id"]) for one in done}
    assert AuditEntry.objects.order_by("-number").first().way == "token"


@pytest.mark.parametrize("said", [{"status": "king"}, {"status": "stuck"}, {}])
def test_a_program_that_says_nonsense_is_told_so(scenario, action, said):
    address = f"/api/v1{PLAN}actions/{action.pk}/update/"

    answer = scenario.program("owner").post(address, data=said, content_type="application/json")

    assert answer.status_code in {400, 422}
    assert answer.json()["detail"]


def test_ten_megabytes_of_text_are_refused_and_nothing_is_lost(scenario, action):
    answer = scenario.browser("owner").post(
        f"{PLAN}actions/{action.pk}/update/", {"status": "going", "text": "x" * 10_000_000}
    )

    assert answer.status_code == 400
    assert not ProgressNote.objects.filter(action=action).exists()
