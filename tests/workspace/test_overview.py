"""The overview as a member reads it: what is due and what is new in each room, and only what their role may read."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext
from web.pages import words

from wardmote.evidence.workspace import Workspace
from wardmote.web.core.clock import today
from wardmote.web.core.overview import all_due, all_new, last_meeting
from wardmote.web.governance.actions.meetings import change_meeting, publish_minutes, write_minutes
from wardmote.web.governance.models import Meeting, MeetingAction
from wardmote.web.plans.actions.actions import escalate, give_action, say_how_it_stands
from wardmote.web.plans.models import Action, Priority
from wardmote.web.risks.models import Grant


def told(lines):
    return [line.sentence for line in lines]


@pytest.fixture
def site(scenario, tmp_path):
    """A workspace in which nothing is loaded."""
    Workspace.create(tmp_path / "site", name="Exampleshire", areas=("Exampleshire",))
    with override_settings(WARDMOTE_WORKSPACE=tmp_path / "site"):
        yield scenario


@pytest.fixture
def violence(scenario):
    return Priority.objects.get(pk=scenario.examples["priority"])


def given(scenario, priority, title, *, days):
    due_on = today() + timedelta(days=days)
    return give_action(
        priority, by=scenario.actor("coordinator"), title=title, owner=scenario.people["owner"], due_on=due_on
    )


def test_late_and_blocked_actions_are_due(scenario, violence):
    given(scenario, violence, "Light the alleys", days=-3)
    stuck = given(scenario, violence, "Gate the alleys", days=20)
    owner = scenario.actor("owner")
    say_how_it_stands(stuck, by=owner, status="stuck", text="no venue")
    escalate(stuck, by=owner, to="the Executive Board")

    sentences = told(all_due(scenario.actor("reader"), on=today()))

    late = f"{(today() - timedelta(days=3)).day}"
    assert any(one.startswith(f"“Light the alleys” was due by {late} ") for one in sentences)
    assert "“Gate the alleys” is stuck. No venue. The Executive Board is asked to unblock it." in sentences


def test_many_late_actions_are_two_and_how_many_more(scenario, violence):
    Action.objects.all().delete()
    for number in range(5):
        given(scenario, violence, f"Action {number}", days=-9 + number)

    sentences = [
        one for one in told(all_due(scenario.actor("reader"), on=today())) if "of the plan" in one or "Action" in one
    ]

    assert [one[:9] for one in sentences] == ["“Action 0", "“Action 1", "3 more ac"]


def test_a_grant_that_ends_and_a_meeting_to_come_are_due(scenario):
    Grant.objects.filter(pk=scenario.examples["grant"]).update(
        ends_on=today() + timedelta(days=20), state="secured", what_next="A bid."
    )
    sentences = told(all_due(scenario.actor("reader"), on=today()))

    assert any("ends on" in one and "After it: A bid." in one for one in sentences)


def test_a_role_reads_only_of_what_it_may(scenario, violence):
    given(scenario, violence, "Light the alleys", days=-3)
    manager = scenario.actor("manager")
    boards = frozenset(power for power in manager.powers if power.permission == "board.read")
    plans = frozenset(power for power in manager.powers if power.permission == "plan.read")

    of_boards = told(all_due(replace(manager, powers=boards), on=today()))
    of_plans = told(all_due(replace(manager, powers=plans), on=today()))

    assert [one for one in of_boards if "alleys" in one] == []
    assert any("Light the alleys" in one for one in of_plans)
    assert not any("landlords" in one for one in of_plans)
    assert all_due(replace(manager, powers=frozenset()), on=today()) == ()
    assert all_new(replace(manager, powers=frozenset()), since=today()) == ()
    assert last_meeting(replace(manager, powers=frozenset()), on=today()) is None


def test_another_partnership_s_lines_are_not_there(scenario, violence):
    given(scenario, violence, "Light the alleys", days=-3)

    assert not any("alleys" in one for one in told(all_due(scenario.actor("outsider"), on=today())))


def test_minutes_and_what_was_done_since_the_last_meeting_are_new(scenario, violence):
    manager = scenario.actor("manager")
    meeting = Meeting.objects.get(pk=scenario.examples["meeting"])
    change_meeting(meeting, by=manager, status="held")
    write_minutes(meeting, by=manager, minutes="All agreed.")
    publish_minutes(meeting, by=manager, minutes_published_on=today())
    say_how_it_stands(given(scenario, violence, "Light them", days=3), by=scenario.actor("owner"), status="done")

    held = last_meeting(scenario.actor("reader"), on=today())
    sentences = told(one.line for one in all_new(scenario.actor("reader"), since=held.held_on))

    assert (held.name, held.held_on) == ("Executive Board", meeting.held_on)
    assert any(one.startswith("The minutes of the Executive Board of ") for one in sentences)
    assert "1 action of the plan was done." in sentences


def test_the_first_page_has_the_lists_though_nothing_is_loaded(site, violence):
    given(site, violence, "Light the alleys", days=-3)

    page = words(site.browser("reader").get("/"))

    assert page.index("Nothing has been loaded yet.") < page.index("What is due") < page.index("Light the alleys")


def test_the_first_page_asks_the_database_as_often_for_300_actions_as_for_3(site, violence):
    browser, owner = site.browser("owner"), site.people["owner"]
    meeting = Meeting.objects.get(pk=site.examples["meeting"])

    def add(number):
        due = [today() - timedelta(days=n % 50 + 1) for n in range(number)]
        here = {"partnership": violence.partnership, "owner": owner}
        Action.objects.bulk_create(
            Action(priority=violence, title=f"Action {n}", due_on=day, **here) for n, day in enumerate(due)
        )
        Action.objects.bulk_create(
            Action(priority=violence, title=f"Stuck {n}", due_on=day, status="stuck", blocker="x", **here)
            for n, day in enumerate(due)
        )
        MeetingAction.objects.bulk_create(
            MeetingAction(meeting=meeting, text=f"Task {n}", due_on=day, **here) for n, day in enumerate(due)
        )

    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert browser.get("/").status_code == 200
        return len(captured)

    add(3)
    browser.get("/")
    few = queries()
    add(297)

    assert queries() == few
