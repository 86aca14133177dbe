"""What is one person's to do, from every room on one page: what stands there, for whom, in which order."""

import csv
import io
from dataclasses import replace
from datetime import date, timedelta

import pytest
from web.pages import words

from wardmote.web.core.clock import today
from wardmote.web.core.overview import all_due
from wardmote.web.core.own import OwnTasks
from wardmote.web.governance.actions.meetings import record_action
from wardmote.web.governance.actions.scrutiny import record_recommendation
from wardmote.web.governance.models import Meeting, MeetingAction
from wardmote.web.plans.actions.actions import give_action, say_how_it_stands
from wardmote.web.plans.models import Action, Priority
from wardmote.web.risks.models import Grant, HorizonItem, Risk

PAGE = "/p/exampleshire/my-actions/"
API = "/api/v1/p/exampleshire/my-actions/"


def day(days):
    return today() + timedelta(days=days)


@pytest.fixture
def owned(scenario):
    """The owner has one thing to do of each kind that has an owner."""
    by, owner = scenario.actor("manager"), scenario.people["owner"]
    meeting = Meeting.objects.get(pk=scenario.examples["meeting"])
    record_action(meeting, by=by, text="Write to the schools", owner=owner, due_on=day(-2))
    record_action(meeting, by=by, text="Think about it", owner=owner, due_on=None)
    Risk.objects.filter(pk=scenario.examples["risk"]).update(owner=owner, review_on=day(10))
    Grant.objects.filter(pk=scenario.examples["grant"]).update(owner=owner, ends_on=day(60), what_next="")
    HorizonItem.objects.filter(pk=scenario.examples["coming"]).update(owner=owner, expected_on=day(90), expected="")
    return scenario


def test_one_page_has_all_that_is_mine_the_soonest_first_with_where_it_comes_from_and_how_it_stands(owned):
    meeting = Meeting.objects.get(pk=owned.examples["meeting"])

    tasks = OwnTasks(owned.actor("owner"))

    assert [(one.title, one.source, one.stands, one.due_on) for one in tasks] == [
        ("Write to the schools", f"Meeting: {meeting}", "Not done", day(-2)),
        ("Review the risk: The grant is not renewed", "The risk register", "Very high (16)", day(10)),
        ("Visit every school", "The plan: Serious violence", "Going", day(30)),
        (
            "Say what comes after the grant: Serious violence grant",
            "The grants",
            "Secured; nothing is known of the time after it",
            day(60),
        ),
        ("Say what became of: A new Act", "The horizon", "Being watched", day(90)),
        ("Think about it", f"Meeting: {meeting}", "Not done", None),
    ]


def test_the_page_says_how_much_and_what_comes_first_and_each_line_has_one_link_that_opens(owned):
    browser = owned.browser("owner")
    page = browser.get(PAGE)

    assert "6 things are yours to do. The first was due by" in words(page)
    assert "Not done, late" in words(page)
    for task in OwnTasks(owned.actor("owner")):
        assert page.text.count(f'href="{task.href}"') == 1
        assert browser.get(task.href).status_code == 200


def test_what_is_done_reviewed_or_over_is_no_longer_there(owned):
    say_how_it_stands(Action.objects.get(title="Visit every school"), by=owned.actor("owner"), status="done")
    MeetingAction.objects.update(done_on=today())
    Risk.objects.update(state="closed")
    Grant.objects.update(what_next="A bid.")
    HorizonItem.objects.update(state="happened")

    assert list(OwnTasks(owned.actor("owner"))) == []
    assert "Nothing waits for Owner in Exampleshire." in words(owned.browser("owner").get(PAGE))


def test_what_is_stuck_says_what_is_in_the_way(scenario):
    say_how_it_stands(Action.objects.get(), by=scenario.actor("owner"), status="stuck", text="No hall is free.")

    (task,) = OwnTasks(scenario.actor("owner"))

    assert (task.stands, task.note) == ("Stuck", "No hall is free.")


class TestScrutiny:
    def asked(self, scenario, person):
        return [one.title for one in OwnTasks(scenario.actor(person)) if one.source.startswith("Scrutiny")]

    def test_who_answers_for_the_partnership_has_what_it_was_asked(self, scenario):
        mine = ["Answer: Say what the grant is for.", "Answer: Incidents by ward."]

        assert sorted(self.asked(scenario, "coordinator")) == sorted(mine)
        assert self.asked(scenario, "owner") == []
        assert self.asked(scenario, "scrutiny") == []

    def test_what_was_asked_of_an_agency_is_for_its_own_people(self, scenario):
        police, council = scenario.agencies["Exampleshire Police"], scenario.agencies["Exampleshire Council"]
        by, came = scenario.commander(), day(-3)
        for text, agency in (("Of the police", police), ("Of the council", council)):
            record_recommendation(by=by, text=text, received_on=came, addressee=agency)

        assert "Answer: Of the council" in self.asked(scenario, "coordinator")
        assert "Answer: Of the police" not in self.asked(scenario, "coordinator")

    def test_it_is_due_28_days_after_it_came(self, scenario):
        due = {one.title: one.due_on for one in OwnTasks(scenario.actor("coordinator"))}

        assert due["Answer: Say what the grant is for."] == day(-10 + 28)


@pytest.mark.parametrize("person", ["colleague", "outsider"])
def test_nothing_of_it_is_anybody_else_s(owned, person):
    assert list(OwnTasks(owned.actor(person))) == []


def test_only_what_the_role_may_read_is_there(owned):
    actor = owned.actor("owner")
    plan = replace(actor, powers=frozenset(power for power in actor.powers if power.permission == "plan.read"))

    assert [one.title for one in OwnTasks(plan)] == ["Visit every school"]
    assert list(OwnTasks(replace(actor, powers=frozenset()))) == []


def test_whoever_is_no_member_owns_nothing_though_some_records_have_no_owner(scenario):
    assert Grant.objects.filter(owner=None).exists()

    assert list(OwnTasks(scenario.commander())) == []


def test_pages_follow_each_other_without_gap_or_repeat(owned):
    priority, owner = Priority.objects.get(title="Serious violence"), owned.people["owner"]
    meeting = Meeting.objects.get(pk=owned.examples["meeting"])
    common = {"partnership": priority.partnership, "owner": owner}
    Action.objects.bulk_create(
        Action(**common, priority=priority, title=f"Action {n}", due_on=day(n % 7)) for n in range(80)
    )
    MeetingAction.objects.bulk_create(
        MeetingAction(**common, meeting=meeting, text=f"Task {n}", due_on=day(n % 5)) for n in range(80)
    )
    tasks = OwnTasks(owned.actor("owner"))

    pages = [task for first in range(0, 200, 20) for task in tasks[first : first + 20]]

    assert len(tasks) == len(pages) == 166
    assert len({task.href for task in pages}) == 166
    assert [task.due_on for task in pages[:-1]] == sorted(task.due_on for task in pages[:-1])
    assert "151 to 166 of 166 things to do." in words(owned.browser("owner").get(f"{PAGE}?page=4"))


def test_it_downloads_with_all_its_pages(owned):
    rows = list(csv.DictReader(io.StringIO(owned.browser("owner").get(f"{PAGE}?download=csv").content.decode())))

    assert len(rows) == 6
    assert list(rows[0]) == ["What is to be done", "Where it comes from", "By when", "How it stands"]


def test_a_program_reads_the_same(owned):
    told = owned.program("owner").get(f"{API}?size=2").json()

    assert (told["count"], told["page"], told["pages"]) == (6, 1, 3)
    assert [row["title"] for row in told["rows"]] == [
        "Write to the schools",
        "Review the risk: The grant is not renewed",
    ]
    assert told["rows"][0]["is_late"] is True
    assert owned.program("owner").get(f"{API}?size=0").status_code == 400


class TestOverview:
    def lines(self, scenario, person):
        return [one for one in all_due(scenario.actor(person), on=today()) if "yours to do" in one.sentence]

    def test_it_says_how_much_is_mine_once_the_first_of_it_is_near(self, owned):
        (line,) = self.lines(owned, "owner")

        assert line.sentence.startswith("6 things are yours to do, the first of them by ")
        assert (line.label, line.link.href) == ("Late", PAGE)

    def test_it_says_nothing_of_what_is_far_off(self, scenario):
        assert self.lines(scenario, "owner") == []

        give_action(
            Priority.objects.get(pk=scenario.examples["priority"]),
            by=scenario.actor("coordinator"),
            title="Soon",
            owner=scenario.people["owner"],
            due_on=day(3),
        )
        assert [line.label for line in self.lines(scenario, "owner")] == ["Due"]


def test_a_day_far_off_comes_before_no_day(owned):
    Risk.objects.update(review_on=date(9999, 12, 30))

    assert OwnTasks(owned.actor("owner"))[5].due_on is None
