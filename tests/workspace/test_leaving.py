"""What becomes of somebody who leaves: said before it is done, and then done. And roles that are taken away."""

from datetime import timedelta

import pytest
from web.pages import words

from wardmote.web.accounts.actions.people import end_membership
from wardmote.web.accounts.models import Appointment, Member, Officer, RoleGrant, Token
from wardmote.web.core.clock import today
from wardmote.web.core.models import AuditEntry
from wardmote.web.governance.models import Seat
from wardmote.web.plans.actions.actions import give_action, give_link
from wardmote.web.plans.models import Action
from wardmote.web.plans.queries.actions import address_of

HOME = "/p/exampleshire/"


def leave_page(scenario, person):
    return f"{HOME}people/{scenario.people[person].pk}/leave/"


@pytest.fixture
def busy(scenario):
    """Board chairs for the police, holds a role and a token, and owns an action."""
    action = Action.objects.get(title="Visit every school")
    board = scenario.people["board"]
    give_action(
        action.priority, by=scenario.actor("coordinator"), title="Light the path", owner=board, due_on=action.due_on
    )
    return board


def test_it_is_said_beforehand_what_ends_and_what_passes_on(scenario, busy):
    page = words(scenario.browser("manager").get(leave_page(scenario, "board")))

    assert "They will be vice-chair no longer." in page
    assert "They will speak no more for Exampleshire Police." in page
    assert "Their role ends: board member." in page
    assert "1 token will open nothing any more." in page
    assert "1 open action of the plan will pass to whom you name, or stay in their name until you do." in page
    assert Member.objects.get(pk=busy.pk).left_on is None


def test_what_is_theirs_alone_ends_and_what_they_answer_for_passes_on(scenario, busy):
    answer = scenario.browser("manager").post(
        leave_page(scenario, "board"),
        {"on": today().isoformat(), "successor": scenario.people["owner"].pk},
        follow=True,
    )

    assert "Board" not in words(answer).partition("Narrow")[2]
    assert Member.objects.get(pk=busy.pk).left_on == today()
    assert Officer.objects.get(member=busy).ended_on == today()
    assert Appointment.objects.get(member=busy).ended_on == today()
    assert not RoleGrant.objects.filter(member=busy).exists()
    assert Token.objects.get(member=busy).withdrawn_at
    assert not Seat.objects.filter(member=busy, ended_on=None).exists()
    action = Action.objects.get(title="Light the path")
    assert action.owner == scenario.people["owner"]
    assert "Handed over" in words(scenario.browser("manager").get(f"{HOME}history/{action.pk}/"))
    assert f"Left on {today().day}" in words(scenario.browser("reader").get(f"{HOME}people/{busy.pk}/"))
    assert "Board" in words(scenario.browser("reader").get(f"{HOME}people/left/"))


def test_without_a_successor_actions_stay_in_the_name_of_who_left(scenario, busy):
    end_membership(busy, by=scenario.actor("manager"), on=today())

    assert Action.objects.get(title="Light the path").owner == busy


def test_who_has_left_opens_nothing(scenario, busy):
    browser, program = scenario.browser("board"), scenario.program("board")
    end_membership(busy, by=scenario.actor("manager"), on=today())

    assert browser.get(HOME).status_code == 404
    assert program.get("/api/v1/p/exampleshire/people/").status_code == 401


def test_a_link_does_not_speak_for_whoever_takes_the_action_over(scenario, busy, client):
    action = Action.objects.get(title="Light the path")
    link = give_link(action, by=scenario.actor("coordinator"), expires_on=today() + timedelta(days=14))
    address = f"/a/{address_of(link)}/"
    before = client.get(address, headers={"host": "127.0.0.1"}).status_code

    end_membership(busy, by=scenario.actor("manager"), on=today(), successor=scenario.people["owner"])

    assert before == 200
    assert client.get(address, headers={"host": "127.0.0.1"}).status_code == 404


@pytest.mark.parametrize(
    ("person", "days", "said"),
    [("board", 1, "Choose today or an earlier day"), ("manager", 0, "You cannot end your own membership")],
)
def test_what_is_refused_is_said(scenario, person, days, said):
    day = today() + timedelta(days=days)

    answer = scenario.browser("manager").post(leave_page(scenario, person), {"on": day.isoformat()})

    assert answer.status_code == 400
    assert said in words(answer)
    assert Member.objects.get(pk=scenario.people[person].pk).left_on is None


def test_nobody_leaves_twice(scenario, busy):
    end_membership(busy, by=scenario.actor("manager"), on=today())

    assert scenario.browser("manager").get(leave_page(scenario, "board")).status_code == 404


def test_a_colleague_and_an_outsider_end_nobody_s_membership(scenario):
    typed = {"on": today().isoformat()}

    assert scenario.browser("colleague").post(leave_page(scenario, "board"), typed).status_code == 403
    assert scenario.browser("outsider").post(leave_page(scenario, "board"), typed).status_code == 404
    assert scenario.browser("neighbour").post(leave_page(scenario, "board"), typed).status_code == 403


def test_a_role_is_taken_away_after_asking_once(scenario):
    reader = scenario.people["reader"]
    grant = reader.grants.get()
    asked = words(scenario.browser("manager").get(f"{HOME}roles/{grant.pk}/take/"))
    scenario.browser("manager").post(f"{HOME}roles/{grant.pk}/take/")

    assert "They will no longer be reader." in asked
    assert scenario.browser("reader").get(HOME).status_code == 403
    entry = AuditEntry.objects.order_by("-number").first()
    assert (entry.doing, entry.changes["role"]) == ("took away a role", ["reader", None])


def test_a_manager_does_not_take_their_own_way_back_away(scenario):
    grant = scenario.people["manager"].grants.get()

    answer = scenario.browser("manager").post(f"{HOME}roles/{grant.pk}/take/")

    assert answer.status_code == 400
    assert "You cannot take your own role of partnership manager away." in words(answer)


def test_a_role_for_one_area_reaches_the_groups_of_that_area_only(scenario):
    reader = scenario.people["reader"]

    scenario.browser("manager").post(f"{HOME}people/{reader.pk}/role/", {"role": "coordinator", "area": "harbour"})

    actor = scenario.actor("reader")
    group = Seat._meta.get_field("group").related_model
    here = group(partnership=reader.partnership, name="Harbour group", area="harbour")
    there = group(partnership=reader.partnership, name="Town group", area="town")
    assert actor.may("board.change", here)
    assert not actor.may("board.change", there)
    assert "coordinator in harbour" in words(scenario.browser("manager").get(f"{HOME}people/{reader.pk}/"))
