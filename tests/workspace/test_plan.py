"""The plan: priorities, what serves them, and the editions in which it was adopted."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from web.pages import words

from wardmote.web.activity.actions.activities import add_activity, set_priorities
from wardmote.web.core.clock import today
from wardmote.web.core.targets import targets
from wardmote.web.plans.actions.editions import adopt_edition, align, record_police_priority
from wardmote.web.plans.actions.plans import adopt_priority, change_priority, set_objective
from wardmote.web.plans.models import Objective, Plan, Priority
from wardmote.web.plans.queries.priorities import priorities_in_force
from wardmote.web.plans.queries.serving import all_serving
from wardmote.web.plans.rules.comparison import differences
from wardmote.web.risks.actions.risks import add_risk, tie_risk

PLAN = "/p/exampleshire/plan/"


@pytest.fixture
def manager(scenario):
    return scenario.actor("manager")


@pytest.fixture
def plan(scenario):
    return Plan.objects.get(partnership__name="Exampleshire")


@pytest.fixture
def violence(plan):
    return plan.priorities.get(title="Serious violence")


@pytest.fixture
def women(plan, manager):
    return adopt_priority(
        plan, by=manager, title="Violence against women and girls", aim="Safe everywhere.", starts_on=date(2025, 4, 1)
    )


def test_a_priority_that_replaces_others_ends_them(plan, violence, manager):
    day = today() - timedelta(days=30)

    new = adopt_priority(
        plan,
        by=manager,
        title="Hotspots",
        aim="Ordinary places.",
        starts_on=day,
        adopted_at="the board",
        replaces=[violence],
    )

    violence.refresh_from_db()
    assert violence.ends_on == day
    assert list(priorities_in_force(manager)) == [new]
    assert list(priorities_in_force(manager, on=day - timedelta(days=1))) == [violence]


def test_the_plan_says_what_replaced_a_former_priority(scenario, plan, violence, manager):
    adopt_priority(plan, by=manager, title="Hotspots", aim="Ordinary places.", starts_on=today(), replaces=[violence])

    assert "Serious violence. From 1 April 2025, without a meeting that adopted it. Ended on " in words(
        scenario.browser("reader").get(PLAN)
    )
    assert "It was replaced by Hotspots." in words(scenario.browser("reader").get(PLAN))


def test_a_form_that_changes_a_record_shows_what_it_holds(scenario, plan, violence, women, manager):
    change_priority(women, by=manager, replaces=[violence])

    page = scenario.browser("manager").get(f"{PLAN}priorities/{women.pk}/change/").text

    assert f'value="{violence.pk}" checked' in page
    assert 'value="Safe everywhere."' in page


def test_a_priority_cannot_replace_itself(violence, manager):
    with pytest.raises(ValidationError, match="cannot replace itself"):
        change_priority(violence, by=manager, replaces=[violence])


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"measures": ["knife-crime-per-moon"]}, "there is no measure called knife-crime-per-moon"),
        ({"short_due_on": date(2029, 1, 1)}, "cannot be due before the short-term one"),
        ({"short_target": ""}, "short-term target|This field cannot be blank"),
    ],
)
def test_an_objective_has_targets_in_order_and_measures_of_the_catalogue(violence, manager, fields, sentence):
    whole = {
        "title": "Fewer",
        "short_target": "A tenth",
        "short_due_on": date(2026, 4, 1),
        "long_target": "A fifth",
        "long_due_on": date(2028, 4, 1),
        "agencies": [],
        "measures": ["robbery"],
    }
    before = Objective.objects.count()

    with pytest.raises(ValidationError, match=sentence):
        set_objective(violence, by=manager, **{**whole, **fields})

    assert Objective.objects.count() == before


def test_what_serves_several_priorities_bears_the_mark_and_is_counted_once(scenario, violence, women, manager):
    """The BCP report marks fifteen activities as cross-cutting: paragraphs 23 to 26, 32 to 34, 42, and 54 to 60."""
    council = scenario.agencies["Exampleshire Council"]
    here, there = (next(one for one in targets("priority", manager) if one.id == it.pk) for it in (violence, women))
    before = len(all_serving(manager))
    for paragraph in (23, 24, 25, 26, 32, 33, 34, 42, 54, 55, 56, 57, 58, 59, 60):
        activity = add_activity(by=manager, kind="campaign", title=f"Paragraph {paragraph}", agency=council)
        set_priorities(activity, by=manager, first=here, others=[there])
    for paragraph in (35, 36, 43):
        activity = add_activity(by=manager, kind="campaign", title=f"Paragraph {paragraph}", agency=council)
        set_priorities(activity, by=manager, first=there, others=[])

    found = all_serving(manager)

    assert len(found) - before == 18
    assert sum(one.is_cross_cutting for one in found) == 15
    assert sum(one.first == violence.pk for one in found) == 15
    assert sum(one.first == women.pk for one in found) == 3
    assert sum(one.serves(women.pk) for one in found) == 18
    page = words(scenario.browser("reader").get(f"{PLAN}cross-cutting/"))
    assert "15 bear the CC mark: each serves several priorities." in page


def test_a_risk_to_several_priorities_bears_on_them_and_serves_none(scenario, violence, women, manager):
    risk = add_risk(
        by=manager,
        title="The grant ends",
        cause="One-year money.",
        effect="Nobody runs the programme.",
        likelihood=3,
        impact=4,
        mitigation="A bid.",
        agency=scenario.agencies["Exampleshire Council"],
        owner=scenario.people["manager"],
        review_on=date(2026, 3, 31),
    )
    tie_risk(risk, by=manager, priorities=targets("priority", manager), actions=[])

    (bearing,) = (one for one in all_serving(manager) if one.id == risk.pk)
    assert not bearing.is_cross_cutting
    browser = scenario.browser("reader")
    assert "1 risk bears on it." in words(browser.get(PLAN))
    assert "The grant ends. It also bears on " in words(browser.get(f"{PLAN}priorities/{violence.pk}/"))
    assert "The grant ends" not in words(browser.get(f"{PLAN}cross-cutting/"))


def test_an_edition_keeps_the_plan_as_it_stood_and_the_next_says_what_changed(scenario, plan, violence, women, manager):
    adopt_edition(plan, by=manager, title="Plan 2025", adopted_on=date(2026, 1, 1), adopted_at="the board")
    change_priority(violence, by=manager, aim="Nobody is hurt with a knife.")
    adopt_priority(plan, by=manager, title="Fraud", aim="Fewer are cheated.", starts_on=date(2026, 2, 1))
    second = adopt_edition(plan, by=manager, title="Refresh 2026", adopted_on=date(2026, 3, 1), adopted_at="the board")

    page = words(scenario.browser("reader").get(f"{PLAN}editions/{second.pk}/"))

    assert "What changed from Plan 2025" in page
    assert "New priority: Fraud." in page
    assert "Its aim changed. Before: Fewer people are hurt. Now: Nobody is hurt with a knife." in page


def test_two_plans_that_are_the_same_do_not_differ():
    plan = {"summary": "a", "aims": ["b"], "priorities": {"c": {"aim": "d", "objectives": {"e": {"pursued by": "f"}}}}}

    assert differences(plan, plan) == ()


def test_what_left_the_plan_is_said_too():
    before = {"priorities": {"Fraud": {"activities": {"Leaflets": ""}}, "Rural": {}}, "aims": []}
    after = {"priorities": {"Fraud": {"activities": {"Leaflets": "Rural"}}}, "aims": ["Safer"]}

    assert [one.sentence for one in differences(before, after)] == [
        "New aim: Safer.",
        "No longer a priority: Rural.",
        "“Leaflets”: what it also serves changed.",
    ]


def test_many_that_came_or_went_are_one_sentence():
    before = {"priorities": {"Fraud": {"activities": {"Leaflets": "", "Talks": ""}}}, "aims": []}
    after = {"priorities": {"Fraud": {"activities": {"Visits": "", "Calls": "", "Posters": ""}}}, "aims": []}

    assert [one.sentence for one in differences(before, after)] == [
        "New activities: Visits, Calls and Posters.",
        "No longer activities: Leaflets and Talks.",
    ]


def test_the_police_plan_stands_beside_ours(scenario, violence, manager):
    for title in ("Prevent violence", "Rural crime"):
        theirs = record_police_priority(by=manager, title=title, plan_title="Police and Crime Plan")
        if title == "Prevent violence":
            align(violence, by=manager, police_priority=theirs, strength="partial")
            align(violence, by=manager, police_priority=theirs, strength="close")

    page = words(scenario.browser("reader").get(f"{PLAN}alignment/"))

    assert "Nothing of ours serves Rural crime." in page
    assert "Serious violence the same work –" in page


def test_a_subject_of_the_law_without_a_strategy_is_named(scenario):
    page = words(scenario.browser("reader").get(f"{PLAN}strategies/"))

    assert "No strategy covers crime and disorder, including anti-social behaviour or misuse of drugs" in page


def test_another_partnership_s_priority_cannot_be_replaced(scenario, plan):
    theirs = Plan(
        partnership=scenario.partnerships["Elsewhere"], title="x", starts_on=date(2025, 4, 1), ends_on=date(2028, 4, 1)
    )
    theirs.save()
    far = Priority(partnership=theirs.partnership, plan=theirs, title="Far", aim="x", starts_on=date(2025, 4, 1))
    far.save()

    answer = scenario.browser("manager").post(
        f"{PLAN}priorities/adopt/",
        {"title": "Fraud", "aim": "Fewer", "position": 2, "starts_on": "1/4/2026", "replaces": [str(far.pk)]},
    )

    assert answer.status_code == 400
    assert not Priority.objects.filter(title="Fraud").exists()
    assert 'value="Fraud"' in answer.text
