"""How far the plan was carried out in a year, as the strategic assessment tells it."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.test import override_settings
from workspace.scenario import commander

from wardmote.assessment.carried_out import CarriedOut
from wardmote.evidence.workspace import Workspace
from wardmote.web.core.clock import pretending
from wardmote.web.core.plan_told import plan_told
from wardmote.web.plans.actions.actions import give_action, say_how_it_stands
from wardmote.web.plans.actions.plans import adopt_priority, begin_plan


def on(day):
    return pretending(datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo("UTC")))


@pytest.fixture(autouse=True)
def about_exampleshire(tmp_path):
    """The evidence is Exampleshire's, which is one of three partnerships here."""
    Workspace.create(tmp_path / "workspace", areas=("Exampleshire",), name="Exampleshire")
    with override_settings(WARDMOTE_WORKSPACE=tmp_path / "workspace"):
        yield


@pytest.fixture
def priority(scenario):
    by = scenario.commander()
    plan = begin_plan(by=by, title="Older plan", starts_on=date(2022, 4, 1), ends_on=date(2025, 3, 31), aims=[])
    return adopt_priority(plan, by=by, title="Burglary", aim="Fewer homes.", starts_on=date(2022, 4, 1))


def action(scenario, priority, *, due, **said):
    """One action, and what was said of it on which day."""
    by, owner = scenario.commander(), scenario.people["owner"]
    with on(date(2022, 5, 1)):
        given = give_action(priority, by=by, title=f"Due {due} {said}", owner=owner, due_on=due)
    for status, day in said.items():
        with on(day):
            say_how_it_stands(given, by=by, status=status, text="What happened.")
    return given


def test_each_action_counts_once_as_it_stood_at_the_end_of_the_year(scenario, priority):
    in_year, after = date(2023, 9, 1), date(2024, 6, 1)
    action(scenario, priority, due=in_year, done=date(2023, 8, 1))
    action(scenario, priority, due=in_year, done=date(2023, 10, 1))
    action(scenario, priority, due=in_year, stuck=date(2023, 8, 1))
    action(scenario, priority, due=in_year, stuck=date(2023, 8, 1), done=after)
    action(scenario, priority, due=in_year, stuck=date(2023, 8, 1), going=date(2023, 9, 1))
    action(scenario, priority, due=in_year)
    action(scenario, priority, due=after, done=date(2024, 1, 1))
    action(scenario, priority, due=after)
    action(scenario, priority, due=date(2023, 3, 1))

    told = plan_told("2023-24")

    assert told.title == "Older plan"
    assert told.priorities == (CarriedOut("Burglary", due=7, done=3, late=1, stuck=2),)
    assert (told.in_all.due, told.in_all.going) == (7, 2)


def test_a_year_without_a_plan_has_none(scenario, priority):
    assert plan_told("2020-21") is None


def test_another_partnership_s_plan_is_not_told(scenario):
    elsewhere = commander(scenario.partnerships["Elsewhere"])
    begin_plan(by=elsewhere, title="Theirs", starts_on=date(2022, 4, 1), ends_on=date(2025, 3, 31), aims=[])

    assert plan_told("2023-24") is None
