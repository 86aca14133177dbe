"""Recommendations, requests and referrals; the calendar; and all of it over the API."""

import json
from datetime import date, datetime, timedelta

import icalendar
import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from web.pages import words

from wardmote.web.core.clock import today
from wardmote.web.governance.actions.calendars import give_address, withdraw_address
from wardmote.web.governance.actions.groups import set_up_group
from wardmote.web.governance.actions.meetings import call_meeting
from wardmote.web.governance.actions.scrutiny import (
    answer_recommendation,
    record_recommendation,
    record_request,
    settle_referral,
)
from wardmote.web.governance.models import InformationRequest, Recommendation, Referral
from wardmote.web.governance.presenters.scrutiny import Deadlines, due_words
from wardmote.web.governance.queries.compliance import duty_packs

P = "/p/exampleshire/scrutiny/"
API = "/api/v1/p/exampleshire"


def recommendation(scenario):
    return Recommendation.objects.get(pk=scenario.examples["recommendation"])


def test_a_recommendation_is_recorded_answered_and_reviewed(scenario):
    made = scenario.browser("scrutiny").post(
        f"{P}recommendations/add/",
        {"text": "Publish the minutes.", "received_on": "2/2/2026", "concern": "partnership"},
        follow=True,
    )
    assert "due by 2 March 2026" in words(made)
    record = Recommendation.objects.get(text="Publish the minutes.")

    answered = scenario.browser("coordinator").post(
        f"{P}recommendations/{record.pk}/answer/",
        {"answer": "accepted", "response": "From May on.", "responded_on": "20/2/2026"},
        follow=True,
    )
    reviewed = scenario.browser("scrutiny").post(
        f"{P}recommendations/{record.pk}/review/", {"reviewed_on": "1/6/2026", "review": "Done."}, follow=True
    )

    assert "2 March 2026: answered in time" in words(answered)
    assert "Reviewed on 1 June 2026" in words(reviewed)


def test_what_concerns_one_agency_alone_goes_to_that_agency_s_governing_body(scenario):
    police = scenario.agencies["Exampleshire Police"]
    by = scenario.actor("manager")

    one = record_recommendation(
        by=by, text="Change shifts.", received_on=date(2026, 2, 2), concern="agency", addressee=police
    )

    assert one.route == "the governing body of Exampleshire Police"
    with pytest.raises(ValidationError, match="Say which agency"):
        record_recommendation(by=by, text="Change shifts.", received_on=date(2026, 2, 2), concern="agency")


def test_scrutiny_does_not_answer_itself_and_the_answered_do_not_scrutinise(scenario):
    record = recommendation(scenario)

    assert scenario.browser("scrutiny").get(f"{P}recommendations/{record.pk}/answer/").status_code == 403
    assert scenario.browser("coordinator").get(f"{P}recommendations/{record.pk}/review/").status_code == 403


def test_an_answer_before_the_question_is_refused_and_kept(scenario):
    record = recommendation(scenario)
    typed = {"answer": "accepted", "response": "Already done.", "responded_on": "1/1/2020"}

    answer = scenario.browser("manager").post(f"{P}recommendations/{record.pk}/answer/", typed)

    assert answer.status_code == 400
    assert "It cannot be answered before it was received." in words(answer)
    assert "Already done." in answer.text


@pytest.mark.parametrize(
    ("due", "answered", "said"),
    [
        (date(2026, 3, 23), None, "23 March 2026: 3 days left"),
        (date(2026, 3, 20), None, "20 March 2026: today"),
        (date(2026, 3, 18), None, "18 March 2026: 2 days overdue"),
        (date(2026, 3, 18), date(2026, 3, 18), "18 March 2026: answered in time"),
        (date(2026, 3, 18), date(2026, 3, 20), "18 March 2026: answered 2 days late"),
        (None, None, "no date is set"),
    ],
)
def test_a_deadline_in_words(due, answered, said):
    assert due_words(due, answered, on=date(2026, 3, 20)) == said


def test_requests_run_in_working_days_over_bank_holidays():
    # Easter 2026: 3 and 6 April are bank holidays in England and Wales.
    assert Deadlines(duty_packs()).due("requests", date(2026, 3, 20)) == date(2026, 4, 21)


def test_what_is_given_points_to_no_person(scenario):
    asked = scenario.examples["information_request"]

    answer = scenario.browser("manager").post(f"{P}requests/{asked}/answer/", {"answered_on": f"{today():%d/%m/%Y}"})

    assert answer.status_code == 400
    assert "What is given must point to no person." in words(answer)
    assert InformationRequest.objects.get(pk=asked).answered_on is None


def test_a_request_that_names_a_date_is_due_then(scenario):
    by = scenario.actor("manager")
    record_request(by=by, what="Numbers.", received_on=date(2026, 2, 2), wanted_by=date(2026, 2, 6))

    assert "6 February 2026:" in words(scenario.browser("reader").get(f"{P}requests/"))


def test_a_referral_is_settled_with_its_reasons_and_a_letter(scenario):
    referral = Referral.objects.get(pk=scenario.examples["referral"])
    by = scenario.actor("scrutiny")
    with pytest.raises(ValidationError, match="Say what the committee decided"):
        settle_referral(referral, by=by, considered_on=today(), outcome=" ", letter_on=None)

    settle_referral(referral, by=by, considered_on=today(), outcome="Gates are wanted, because …", letter_on=today())

    page = words(scenario.browser("reader").get(f"{P}referrals/{referral.pk}/"))
    assert "Dear Councillor Ada Ward" in page
    assert "Gates are wanted" in page


# --- the calendar ---------------------------------------------------------------------------------------------------


def read(words_):
    return Client(headers={"host": "127.0.0.1"}).get(f"/calendar/{words_}.ics")


def test_a_calendar_has_meetings_and_due_days_and_nobody_s_name(scenario):
    by = scenario.actor("reader")
    _, address = give_address(scenario.people["reader"], by=by, title="Phone")
    board = set_up_group(
        by=scenario.actor("manager"), name="Forum", kind="forum", remit="Listens.", opened_on=date(2025, 1, 1)
    )
    from datetime import time

    day = today() + timedelta(days=9)
    call_meeting(board, by=scenario.actor("manager"), held_on=day, starts_at=time(14), place="Town Hall")

    answer = read(address)
    events = list(icalendar.Calendar.from_ical(answer.content).walk("VEVENT"))

    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    forum = next(event for event in events if event["summary"] == "Forum")
    assert (forum["location"], forum["dtstart"].dt.date(), forum["dtstart"].dt.hour) == ("Town Hall", day, 14)
    assert isinstance(forum["dtstart"].dt, datetime)
    assert any(str(event["summary"]).startswith("Due: Recommendations") for event in events)
    assert len({str(event["uid"]) for event in events}) == len(events)
    text = answer.content.decode()
    assert not any(member.name in text for member in scenario.people.values() if member.name != "Board")
    assert "Ada Ward" not in text


def test_a_withdrawn_calendar_is_gone(scenario):
    by = scenario.actor("reader")
    record, address = give_address(scenario.people["reader"], by=by, title="Phone")
    assert read(address).status_code == 200

    withdraw_address(record, by=by)

    assert read(address).status_code == 404
    assert read("guessed").status_code == 404


def test_a_calendar_of_somebody_who_left_is_gone(scenario):
    _, address = give_address(scenario.people["reader"], by=scenario.actor("reader"), title="Phone")
    member = scenario.people["reader"]
    type(member).objects.filter(pk=member.pk).update(left_on=today())

    assert read(address).status_code == 404


def test_an_address_is_shown_once_and_kept_only_as_its_digest(scenario):
    browser = scenario.browser("reader")

    shown = browser.post("/p/exampleshire/calendar/give/", {"title": "Phone"})
    listed = browser.get("/p/exampleshire/calendar/")

    assert ".ics" in shown.text
    assert ".ics" not in listed.text
    assert "Phone" in words(listed)


# --- over the API ---------------------------------------------------------------------------------------------------


def post(program, path, given):
    seen = {"if-match": "*"} if path.endswith("/answer/") else {}
    return program.post(f"{API}{path}", json.dumps(given), content_type="application/json", headers=seen)


def test_the_statement_over_the_api(scenario):
    rows = scenario.program("reader").get(f"{API}/compliance/?on=2026-03-01").json()

    scrutiny = next(row for row in rows if row["duty"] == "annual-scrutiny")
    assert (scrutiny["state"], scrutiny["certainty"]) == ("no evidence", "from professional knowledge")


def test_evidence_over_the_api_is_audited_like_any_other(scenario):
    given = {"what": "Finished", "done_on": "2026-02-01"}

    made = post(scenario.program("manager"), "/compliance/strategic-assessment/evidence/", given)
    refused = post(scenario.program("reader"), "/compliance/strategic-assessment/evidence/", given)

    assert (made.status_code, refused.status_code) == (200, 403)
    history = words(scenario.browser("manager").get(f"/p/exampleshire/history/{made.json()['done'][0]['id']}/"))
    assert "Recorded evidence of a duty by Manager" in history


def test_what_cannot_be_is_told_over_the_api(scenario):
    record = recommendation(scenario)
    answered = {"answer": "accepted", "response": "Yes.", "responded_on": "2020-01-01"}

    answer = post(scenario.program("manager"), f"/scrutiny/recommendations/{record.pk}/answer/", answered)

    assert answer.status_code == 422
    assert "It cannot be answered before it was received." in answer.json()["detail"]


def test_answering_over_the_api(scenario):
    record = recommendation(scenario)
    given = {"answer": "partly", "response": "In part.", "responded_on": f"{today()}"}

    answer = post(scenario.program("manager"), f"/scrutiny/recommendations/{record.pk}/answer/", given)

    assert answer.json()["page"] == f"/p/exampleshire/scrutiny/recommendations/{record.pk}/"
    assert Recommendation.objects.get(pk=record.pk).answer == "partly"


def test_groups_and_meetings_over_the_api(scenario):
    program = scenario.program("reader")

    (group,) = program.get(f"{API}/groups/").json()["rows"]
    (meeting,) = program.get(f"{API}/meetings/").json()["rows"]

    assert group["fields"]["name"] == "Executive Board"
    assert meeting["fields"]["group"] == group["id"]
    assert meeting["shown"]["group"] == "Executive Board"


def test_an_answer_by_an_actor_of_another_partnership_is_refused(scenario):
    from wardmote.web.core.actors import Refused

    with pytest.raises(Refused):
        answer_recommendation(
            recommendation(scenario),
            by=scenario.actor("outsider"),
            answer="accepted",
            response="x",
            responded_on=today(),
        )
