"""Two people at once on a page that holds what a record holds, or what it is joined to: whoever comes second is told."""

import re

import pytest
from web.pages import words

from wardmote.web.activity.actions.activities import set_priorities
from wardmote.web.activity.models import Activity
from wardmote.web.core.api.offers import Asks
from wardmote.web.core.api.openapi import all_operations
from wardmote.web.core.api.problems import API
from wardmote.web.core.api.records import as_json
from wardmote.web.core.targets import targets
from wardmote.web.core.ties import ties_of
from wardmote.web.governance.actions.agenda import order_agenda
from wardmote.web.governance.actions.meetings import add_item, record_attendance
from wardmote.web.governance.models import Meeting
from wardmote.web.governance.queries.groups import seats_of
from wardmote.web.risks.actions.money import tie_grant
from wardmote.web.risks.actions.risks import tie_risk
from wardmote.web.risks.models import Grant, Risk

P = "/p/exampleshire/"
FORMS = {one.name: one for one in all_operations() if one.access.who == "member" and isinstance(one.offer, Asks)}
# What a form holds before anybody types, and no record does; each with the reason.
ONLY_PROPOSED = {
    "meeting-action": "what is done was mostly done today",
    "objective-retire": "it mostly ends today",
    "priority-end": "it mostly ends today",
}


def address(scenario, name):
    return API + re.sub(r"<(?:\w+:)?(\w+)>", lambda part: str(scenario.examples[part[1]]), FORMS[name].route)


def held(scenario, name):
    """What the form holds before anybody types, but for what every new record would have."""
    asked = scenario.program("manager").get(address(scenario, name)).json()["fields"]
    new = {field: as_json(one.initial) for field, one in FORMS[name].offer.form.described().items()}
    return {
        field: one["value"]
        for field, one in asked.items()
        if one.get("value") not in (None, "", [], False, new.get(field))
    }


def version_on(page):
    return page.text.split('name="version" value="')[1].split('"')[0]


def tie_activity(scenario, by):
    record = Activity.objects.get(pk=scenario.examples["activity"])
    return set_priorities(record, by=by, first=targets("priority", by)[0], others=[])


def tie_the_risk(scenario, by):
    return tie_risk(
        Risk.objects.get(pk=scenario.examples["risk"]), by=by, priorities=targets("priority", by), actions=[]
    )


def tie_the_grant(scenario, by):
    record = Grant.objects.get(pk=scenario.examples["grant"])
    return tie_grant(record, by=by, actions=targets("action", by), activities=[])


@pytest.mark.parametrize(
    ("page", "of", "somebody_ties"),
    [
        ("activity/{}/serves/", "activity", tie_activity),
        ("risks/{}/ties/", "risk", tie_the_risk),
        ("money/grants/{}/ties/", "grant", tie_the_grant),
    ],
)
class TestTies:
    def test_nobody_unties_what_another_tied_meanwhile(self, scenario, page, of, somebody_ties):
        browser, here = scenario.browser("manager"), P + page.format(scenario.examples[of])
        seen = version_on(browser.get(here))
        record = somebody_ties(scenario, scenario.actor("coordinator" if of != "grant" else "manager"))

        told = browser.post(here, {"version": seen})

        assert told.status_code == 400
        assert "changed this on" in words(told)
        assert ties_of(record).exists()

    def test_sent_again_after_reading_it_goes_in(self, scenario, page, of, somebody_ties):
        browser, here = scenario.browser("manager"), P + page.format(scenario.examples[of])
        seen = version_on(browser.get(here))
        record = somebody_ties(scenario, scenario.actor("manager"))

        told = browser.post(here, {"version": seen})
        done = browser.post(here, {"version": version_on(told)})

        assert done.status_code == 302
        assert not ties_of(record).exists()

    def test_a_program_says_which_version_it_saw(self, scenario, page, of, somebody_ties):
        program, here = scenario.program("manager"), f"/api/v1{P}{page.format(scenario.examples[of])}"
        seen = program.get(here).headers["ETag"]
        somebody_ties(scenario, scenario.actor("manager"))

        def send(**headers):
            return program.post(here, "{}", content_type="application/json", headers=headers).status_code

        assert (send(), send(if_match=seen), send(if_match=program.get(here).headers["ETag"])) == (428, 412, 200)


class TestMeeting:
    @pytest.fixture
    def meeting(self, scenario):
        meeting = Meeting.objects.get(pk=scenario.examples["meeting"])
        add_item(meeting, by=scenario.actor("manager"), title="Money", purpose="note")
        return meeting

    def test_nobody_puts_an_agenda_back_that_another_put_in_order(self, scenario, meeting):
        browser, here = scenario.browser("manager"), f"{P}meetings/{meeting.pk}/order/"
        page = browser.get(here)
        plan, money = meeting.items.order_by("position")
        order_agenda(meeting, by=scenario.actor("coordinator"), places={plan: 2, money: 1})

        told = browser.post(here, {"version": version_on(page), f"item-{plan.pk}": 1, f"item-{money.pk}": 2})

        assert "Coordinator changed this on" in words(told)
        assert [str(one) for one in meeting.items.order_by("position")] == ["Money", "Plan for the year"]

    def test_nobody_strikes_out_whom_another_saw(self, scenario, meeting):
        browser, here = scenario.browser("manager"), f"{P}meetings/{meeting.pk}/attendance/"
        seen, seat = version_on(browser.get(here)), seats_of(meeting.group).first()
        record_attendance(meeting, by=scenario.actor("coordinator"), came={seat: "present"})

        told = browser.post(here, {"version": seen, f"seat-{seat.pk}": "absent"})

        assert "Coordinator changed this on" in words(told)
        assert [one.status for one in meeting.attendances.all()] == ["present"]


@pytest.mark.parametrize("name", FORMS)
def test_a_form_that_holds_what_is_kept_says_which_version_it_is_of(scenario, name):
    if name == "undo":
        return  # It names the entry that it takes back, and says so where that is not the last one any more.
    holds = held(scenario, name)

    assert not holds or FORMS[name].offer.is_correction or name in ONLY_PROPOSED, holds


@pytest.mark.parametrize("name", ONLY_PROPOSED)
def test_what_is_only_proposed_is_proposed(scenario, name):
    assert held(scenario, name)
    assert not FORMS[name].offer.is_correction


@pytest.mark.parametrize("name", [name for name, one in FORMS.items() if one.offer.is_correction])
def test_the_page_of_a_form_that_holds_what_is_kept_carries_its_version(scenario, name):
    page = scenario.browser("manager").get(address(scenario, name).replace("/api/v1", ""))

    assert version_on(page).isdecimal()
