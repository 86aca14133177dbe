"""What ends and what moves: priorities, objectives, items of an agenda and decisions; all of it stays readable."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from web.pages import words

from wardmote.web.core.clock import today
from wardmote.web.governance.actions.agenda import take_back_decision
from wardmote.web.governance.actions.meetings import (
    add_item,
    change_meeting,
    publish_minutes,
    record_attendance,
    write_minutes,
)
from wardmote.web.governance.models import AgendaItem, Decision, Meeting
from wardmote.web.plans.actions.actions import change_action
from wardmote.web.plans.actions.plans import adopt_priority
from wardmote.web.plans.models import Action, Objective, Priority
from wardmote.web.plans.queries.editions import content_of

P = "/p/exampleshire/"


@pytest.fixture
def violence(scenario):
    return Priority.objects.get(pk=scenario.examples["priority"])


@pytest.fixture
def objective(scenario):
    return Objective.objects.get(pk=scenario.examples["objective"])


@pytest.fixture
def disorder(scenario, violence):
    return adopt_priority(
        violence.plan, by=scenario.actor("manager"), title="Disorder", aim="Calm", starts_on=violence.starts_on
    )


@pytest.fixture
def meeting(scenario):
    return Meeting.objects.get(pk=scenario.examples["meeting"])


def sent(scenario, address, person="manager", **typed):
    return scenario.browser(person).post(f"{P}{address}", typed, follow=True)


def test_a_priority_ends_at_a_meeting_and_another_takes_its_place(scenario, violence, disorder):
    page = words(
        sent(
            scenario,
            f"plan/priorities/{violence.pk}/end/",
            on="13/6/2026",
            ended_at="the Executive Board",
            replaced_by=str(disorder.pk),
        )
    )
    plan = words(scenario.browser("reader").get(f"{P}plan/"))

    sentence = "Ended on 13 June 2026 at the Executive Board. It was replaced by Disorder."
    assert sentence in page
    assert sentence in plan[plan.index("Former priorities") :]
    assert "Visit every school" in page


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"on": "1/1/2020"}, "It cannot end before the day on which it began."),
        ({"ended_at": ""}, "Meeting that ended it is missing"),
        ({"replaced_by": "self"}, "Select a valid choice"),
    ],
)
def test_a_priority_that_cannot_end_so_stays_as_it_is(scenario, violence, typed, sentence):
    whole = {"on": "13/6/2026", "ended_at": "the Executive Board", **typed}
    whole = {name: str(violence.pk) if value == "self" else value for name, value in whole.items()}

    answer = scenario.browser("manager").post(f"{P}plan/priorities/{violence.pk}/end/", whole)

    assert answer.status_code == 400
    assert sentence in words(answer)
    violence.refresh_from_db()
    assert violence.ends_on is None


def test_an_objective_moves_with_its_actions(scenario, violence, disorder, objective):
    action = Action.objects.get(pk=scenario.examples["action"])
    change_action(action, by=scenario.actor("coordinator"), objective=objective)

    page = words(sent(scenario, f"plan/objectives/{objective.pk}/move/", to=str(disorder.pk)))

    action.refresh_from_db()
    assert page.startswith("Disorder")
    assert "Fewer knife crimes" in page
    assert (action.priority, action.objective) == (disorder, objective)


def test_a_retired_objective_stays_readable_and_leaves_the_plan_s_words(scenario, violence, objective):
    action = Action.objects.get(pk=scenario.examples["action"])
    change_action(action, by=scenario.actor("coordinator"), objective=objective)

    page = words(
        sent(
            scenario,
            f"plan/objectives/{objective.pk}/retire/",
            retired_on="3/3/2026",
            retired_because="It was reached.",
        )
    )

    action.refresh_from_db()
    assert "Retired on 3 March 2026 Fewer knife crimes: It was reached." in page
    assert action.objective is None
    assert content_of(violence.plan)["priorities"]["Serious violence"]["objectives"] == {}


def order_of(meeting):
    return [item.title for item in meeting.items.filter(withdrawn_on=None)]


@pytest.mark.parametrize(
    ("asked", "order"),
    [
        ((3, 2, 3), ["B", "C", "A"]),
        ((1, 2, 1), ["C", "A", "B"]),
        ((2, 2, 3), ["B", "A", "C"]),
        ((3, 2, 1), ["C", "B", "A"]),
        ((1, 2, 3), ["A", "B", "C"]),
    ],
)
def test_an_agenda_is_put_in_order_by_the_places_that_are_typed(scenario, meeting, asked, order):
    AgendaItem.objects.all().delete()
    items = [add_item(meeting, by=scenario.actor("manager"), title=title, purpose="note") for title in "ABC"]
    typed = {f"item-{item.pk}": place for item, place in zip(items, asked, strict=True)}

    page = words(sent(scenario, f"meetings/{meeting.pk}/order/", **typed))

    assert order_of(meeting) == order
    assert page.index(f"1. {order[0]}") < page.index(f"3. {order[2]}")


def test_an_agenda_whose_minutes_are_published_stays_in_its_order(scenario, meeting):
    manager = scenario.actor("manager")
    change_meeting(meeting, by=manager, status="held")
    write_minutes(meeting, by=manager, minutes="Agreed.")
    publish_minutes(meeting, by=manager, minutes_published_on=today())
    typed = {f"item-{scenario.examples['agenda_item']}": 1}

    answer = scenario.browser("manager").post(f"{P}meetings/{meeting.pk}/order/", typed)

    assert "The minutes are published, and the agenda stands as they tell it." in words(answer)


def test_an_item_is_withdrawn_and_says_why(scenario, meeting):
    item = add_item(meeting, by=scenario.actor("manager"), title="Cameras", purpose="note")

    page = words(sent(scenario, f"items/{item.pk}/withdraw/", because="The bid was not made."))
    pack = words(scenario.browser("reader").get(f"{P}meetings/{meeting.pk}/pack/"))

    assert f"Withdrawn on {today().day} " in page
    assert "Cameras: The bid was not made." in page
    assert "Cameras" not in pack


def test_an_item_under_which_something_was_decided_is_not_withdrawn(scenario):
    answer = scenario.browser("manager").post(
        f"{P}items/{scenario.examples['agenda_item']}/withdraw/", {"because": "A mistake."}
    )

    assert "Something was decided under this item. Take the decision back first." in words(answer)


def test_a_decision_recorded_in_error_is_taken_back_and_stays_on_record(scenario, meeting):
    decision = scenario.examples["decision"]

    page = words(sent(scenario, f"decisions/{decision}/take-back/", because="It was for two years."))
    changes = words(scenario.browser("reader").get(f"{P}board/changes/?since=1/1/2020"))

    assert "Agreed for a year. It was recorded in error: It was for two years." in page
    assert "0 decisions" in page or "Planned" in page
    assert "Agreed for a year." not in changes
    with pytest.raises(ValidationError, match="taken back already"):
        take_back_decision(Decision.objects.get(pk=decision), by=scenario.actor("manager"), because="x")


def test_whoever_may_not_change_the_board_is_offered_none_of_it(scenario, meeting):
    page = scenario.browser("reader").get(f"{P}meetings/{meeting.pk}/").text

    assert "take-back" not in page
    assert "withdraw" not in page
    assert "/order/" not in page


def test_quorum_deputies_and_apologies_are_told_in_sentences(scenario, meeting):
    seats = list(meeting.group.seats.select_related("member__agency"))
    came = {seat: "present" if seat.is_deputy else "apologies" for seat in seats}

    record_attendance(meeting, by=scenario.actor("manager"), came=came)
    page = words(scenario.browser("reader").get(f"{P}meetings/{meeting.pk}/"))

    assert "1 voting agency came and 2 are needed: the meeting was not quorate." in page
    assert "Exampleshire Police came by a deputy." in page
    assert "Apologies came from " in page


def test_what_changed_in_the_plan_begins_with_the_board_s_last_meeting(scenario, meeting):
    change_meeting(meeting, by=scenario.actor("manager"), status="held")

    page = words(scenario.browser("reader").get(f"{P}plan/changes/"))

    held = today() - timedelta(days=30)
    assert f"Since {held.day} {held:%B %Y}:" in page
