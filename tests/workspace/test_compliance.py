"""The compliance statement: each duty on one line, the six functions of the BCP report, and its gap in scrutiny (F1)."""

import csv
import io
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from python_calamine import CalamineWorkbook
from web.pages import words
from workspace.bcp_governance import REPORT_DAY, SCRUTINY_DAY, tell

from wardmote.definitions.duties import all_duty_packs
from wardmote.web.core.clock import pretending, today
from wardmote.web.governance.actions.duties import record_proof, take_back_proof
from wardmote.web.governance.actions.meetings import call_meeting, change_meeting, record_attendance
from wardmote.web.governance.models import DutyProof, Group, Meeting, Recommendation
from wardmote.web.governance.queries.compliance import due_soon, statement_of
from wardmote.web.governance.rules.statement import Supplies, statement

PAGE = "/p/exampleshire/compliance/"
SIX = [
    "Strategy group",
    "Information sharing",
    "Strategic assessment",
    "Partnership plan",
    "Strategies",
    "Domestic homicide reviews",
]


@pytest.fixture
def bcp(scenario):
    tell(scenario)
    return scenario


def lines(scenario, on, duty="annual-scrutiny"):
    return [line for line in statement_of(scenario.actor("manager"), on=on) if line.duty.id == duty]


def line(scenario, on, duty="annual-scrutiny"):
    (found,) = lines(scenario, on, duty)
    return found


def test_the_six_functions_of_the_report_are_met_on_the_day_of_the_report(bcp):
    found = [one for one in statement_of(bcp.actor("manager"), on=REPORT_DAY) if one.duty.function in SIX]
    of_the_pack = [one for one in found if one.duty.id != "section-17a"]

    assert list(dict.fromkeys(one.duty.function for one in of_the_pack)) == SIX
    assert {one.state for one in of_the_pack} == {"met"}
    assert {one.gap for one in of_the_pack} == {"None"}


def test_f1_the_gap_in_scrutiny_is_told_though_the_newest_sitting_was_a_fortnight_ago(bcp):
    scrutiny = line(bcp, REPORT_DAY)

    assert (scrutiny.state, scrutiny.known.last, scrutiny.due) == ("met", SCRUTINY_DAY, date(2027, 2, 23))
    assert scrutiny.gap == (
        "January 2025 to 23 February 2026 is more than 12 months, whichever day it was: it was due by 31 January 2026. "
        "Evidence of another one in between would close the gap."
    )


def test_on_the_day_before_the_sitting_scrutiny_was_overdue(bcp):
    scrutiny = line(bcp, SCRUTINY_DAY - timedelta(days=1))

    assert scrutiny.state == "overdue"
    assert scrutiny.gap == "It was due by 31 January 2026, 22 days ago."


def test_evidence_of_a_sitting_in_that_capacity_in_between_closes_the_gap(bcp):
    record_proof(
        by=bcp.actor("manager"), duty="annual-scrutiny", what="Sat on the drugs strategy", done_on=date(2025, 9, 8)
    )

    assert line(bcp, REPORT_DAY).gap == "None"


def test_the_board_met_six_times_a_year_and_meets_four(bcp):
    board = Group.objects.get(name="CSP Executive Board")

    page = words(bcp.browser("reader").get(f"/p/exampleshire/groups/{board.pk}/"))

    assert "6 a year from 1 April 2019" in page
    assert "4 a year from 1 January 2026: Reduced serious violence funding and staff capacity" in page


def test_each_strategy_has_a_line_of_its_own(bcp):
    found = lines(bcp, REPORT_DAY, "strategies")

    assert [(one.subject, one.due) for one in found] == [
        ("Pan-Dorset Reducing Reoffending Strategy", date(2027, 1, 31)),
        ("Serious Violence Strategy", date(2027, 1, 31)),
    ]


def test_what_names_its_own_next_date_goes_by_that(bcp):
    record_proof(
        by=bcp.actor("manager"),
        duty="strategies",
        subject="Preventing Domestic Abuse Strategy",
        what="Approved for 2026 to 2030",
        done_on=date(2026, 2, 1),
        due_on=date(2030, 12, 31),
    )

    found = lines(bcp, REPORT_DAY, "strategies")

    assert {one.subject: one.due for one in found}["Preventing Domestic Abuse Strategy"] == date(2030, 12, 31)


def test_the_page_says_how_many_lines_are_met_and_tells_the_gap(bcp):
    page = words(bcp.browser("reader").get(f"{PAGE}?on=9/3/2026"))

    assert "On 9 March 2026, " in page
    assert "January 2025 to 23 February 2026 is more than 12 months" in page
    assert "Police and Justice Act 2006, sections 19 and 20" in page


def test_a_duty_without_evidence_says_what_would_show_it(scenario):
    found = line(scenario, today(), "public-meeting")

    assert found.state == "no evidence"
    assert found.gap.startswith("Nothing is recorded that shows it. What would: a public meeting")


def test_a_duty_that_was_not_yet_law_has_no_line(bcp):
    assert lines(bcp, date(2023, 1, 30), "serious-violence-strategy") == []
    assert len(lines(bcp, date(2023, 1, 31), "serious-violence-strategy")) == 1


@pytest.mark.parametrize(
    ("answered", "on", "state", "gap"),
    [
        (None, date(2026, 3, 23), "due soon", "None"),
        (None, date(2026, 3, 24), "overdue", "“Publish it.” was due by 23 March 2026 and has not been answered."),
        (date(2026, 3, 23), date(2026, 4, 30), "met", "None"),
        (
            date(2026, 3, 27),
            date(2026, 4, 30),
            "met",
            "“Publish it.” was due by 23 March 2026 and was answered on 27 March 2026.",
        ),
    ],
)
def test_recommendations_are_answered_in_28_days(scenario, answered, on, state, gap):
    Recommendation.objects.all().delete()
    place = scenario.partnerships["Exampleshire"]
    Recommendation.objects.create(
        partnership=place, text="Publish it.", received_on=date(2026, 2, 23), responded_on=answered
    )

    found = line(scenario, on, "scrutiny-responses")

    assert (found.state, found.gap) == (state, gap)


def test_the_statement_downloads_with_how_sure_each_rule_is(bcp):
    browser = bcp.browser("reader")

    rows = list(csv.DictReader(io.StringIO(browser.get(f"{PAGE}?on=2026-03-09&download=csv").content.decode())))
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(browser.get(f"{PAGE}?on=2026-03-09&download=ods").content))

    scrutiny = next(row for row in rows if "crime and disorder committee sits" in row["Duty"])
    assert (scrutiny["Date"], scrutiny["Next due"]) == ("23 February 2026", "2027-02-23")
    assert scrutiny["How sure"] == "from professional knowledge"
    assert len(sheet.get_sheet_by_index(0).to_python()) == len(rows) + 1
    assert browser.get(f"{PAGE}?download=exe").status_code == 404


def test_a_day_that_cannot_be_is_said_and_kept(scenario):
    answer = scenario.browser("reader").get(f"{PAGE}?on=31/2/2026")

    assert answer.status_code == 400
    assert "write a real date" in words(answer)
    assert 'value="31/2/2026"' in answer.text


def test_evidence_is_recorded_on_the_page_of_its_duty(scenario):
    answer = scenario.browser("coordinator").post(
        f"{PAGE}strategic-assessment/evidence/", {"what": "Assessment of the year", "done_on": "1/2/2026"}, follow=True
    )

    assert answer.status_code == 200
    assert "Assessment of the year" in words(answer)
    assert "1 February 2026" in words(answer)


@pytest.mark.parametrize(
    ("duty", "typed", "sentence"),
    [
        ("strategic-assessment", {"what": "Next year’s", "done_on": "1/1/2999"}, "That day is still to come."),
        ("strategic-assessment", {"what": "", "done_on": "1/2/2026"}, "is missing"),
        ("strategies", {"what": "Approved", "done_on": "1/2/2026"}, "Say which strategy."),
        (
            "strategic-assessment",
            {"what": "Ours", "done_on": "1/2/2026", "due_on": "1/2/2025"},
            "It is due again after it was done.",
        ),
        (
            "strategic-assessment",
            {"what": "Ours", "done_on": "1/2/2026", "address": "javascript:alert(1)"},
            "Enter a valid URL",
        ),
        ("strategic-assessment", {"what": "x" * 10_000, "done_on": "1/2/2026"}, "at most 300 characters"),
    ],
)
def test_evidence_that_cannot_be_keeps_what_was_typed(scenario, duty, typed, sentence):
    answer = scenario.browser("manager").post(f"{PAGE}{duty}/evidence/", typed)

    assert answer.status_code == 400
    assert sentence in words(answer)
    assert f'value="{typed["done_on"]}"' in answer.text
    assert not DutyProof.objects.exists()


def test_a_duty_that_is_not_there_is_said(scenario):
    assert scenario.browser("manager").get(f"{PAGE}to-be-kind/").status_code == 404
    with pytest.raises(ValidationError, match="there is no duty called to-be-kind"):
        record_proof(by=scenario.actor("manager"), duty="to-be-kind", what="Smiled", done_on=date(2026, 1, 1))


def test_evidence_recorded_by_mistake_is_taken_back(bcp):
    for proof in DutyProof.objects.filter(duty="strategic-assessment"):
        take_back_proof(proof, by=bcp.actor("manager"))

    assert line(bcp, REPORT_DAY, "strategic-assessment").state == "no evidence"


def test_another_partnership_s_evidence_shows_nothing_here(bcp):
    assert {one.state for one in statement_of(bcp.actor("outsider"), on=REPORT_DAY)} <= {"no evidence", "nothing to do"}


def test_what_is_due_is_ordered_by_day_and_warned_of(bcp):
    with pretending(datetime(2026, 12, 1, 9, tzinfo=ZoneInfo("Europe/London"))):
        due = due_soon(bcp.actor("manager"), on=date(2026, 12, 1))

    scrutiny = next(one for one in due if one.duty.id == "annual-scrutiny")
    assert (scrutiny.state, scrutiny.due) == ("due soon", date(2027, 2, 23))
    days = [one.due for one in due if one.due]
    assert days == sorted(days)


@pytest.mark.parametrize(
    ("on", "state", "warning"),
    [
        (date(2026, 11, 22), "met", ""),
        (date(2026, 11, 24), "due soon", "9 months have gone by"),
        (date(2026, 12, 24), "due soon", "10 months have gone by"),
        (date(2027, 1, 24), "due soon", "11 months have gone by"),
        (date(2027, 2, 23), "due soon", "11 months have gone by"),
        (date(2027, 2, 24), "overdue", ""),
    ],
)
def test_scrutiny_is_warned_of_at_9_10_and_11_months_and_fails_after_12(bcp, on, state, warning):
    scrutiny = line(bcp, on)

    assert (scrutiny.state, scrutiny.warning) == (state, warning)
    page = words(bcp.browser("reader").get(f"{PAGE}?on={on:%d/%m/%Y}"))
    assert not warning or f"Due soon {warning}" in page


def test_a_public_meeting_shows_its_notice_who_came_and_what_was_made_known(scenario):
    manager, meeting = scenario.actor("manager"), Meeting.objects.get(pk=scenario.examples["meeting"])
    notice = meeting.held_on - timedelta(days=14)
    change_meeting(meeting, by=manager, status="held", capacity="public-meeting", is_public=True, notice_on=notice)
    seats = meeting.group.seats.select_related("member__agency")
    record_attendance(meeting, by=manager, came=dict.fromkeys(seats, "present"))

    page = words(scenario.browser("reader").get(f"{PAGE}public-meeting/"))

    row = page[page.index("Responsible authorities that came") :]
    assert f"{notice.day} {notice:%B %Y} 2 minutes not written" in row


def test_a_partnership_s_own_rule_stands_in_place_of_ours(bcp, folder):
    own = folder / "rules" / "duties"
    own.mkdir(parents=True)
    ours = "title: Ours\norder: 20\nsources: [ours]\nchecked_on: 2026-01-01\nduties:\n"
    duty = "  - {id: annual-scrutiny, title: Twice a year, function: Scrutiny, shown_by: a sitting, versions: [{valid_from: "
    clock = "2009-04-30, clock: {kind: every, span: {months: 6}}, law: ours, certainty: local practice}]}\n"
    (own / "scrutiny.yaml").write_text(ours + duty + clock, encoding="utf-8")
    try:
        assert lines(bcp, date(2026, 9, 1))[0].title == "Twice a year"
    finally:
        (own / "scrutiny.yaml").unlink()
        own.rmdir()


@pytest.mark.parametrize(
    ("supplies", "state", "gap"),
    [
        (Supplies("30 supplies fell due", "None", date(2026, 6, 30), is_known=True), "met", "None"),
        (Supplies("30 supplies fell due", "Not come: fire.", None, is_known=True), "overdue", "Not come: fire."),
        (
            Supplies("No evidence is loaded", "Nothing shows it.", None, is_known=False),
            "no evidence",
            "Nothing shows it.",
        ),
    ],
)
def test_section_17a_is_read_from_the_calendar_of_partners(supplies, state, gap):
    found = statement(all_duty_packs(), proofs=[], asks={}, supplies=supplies, on=REPORT_DAY)

    (sharing,) = [one for one in found if one.duty.id == "section-17a"]
    assert (sharing.state, sharing.gap, sharing.due) == (state, gap, supplies.next_due)


def test_a_sitting_that_was_cancelled_shows_nothing(scenario):
    board = Group.objects.get(name="Executive Board", partnership=scenario.partnerships["Exampleshire"])
    by = scenario.actor("manager")
    meeting = call_meeting(board, by=by, held_on=date(2026, 1, 5), capacity="public-meeting")
    change_meeting(meeting, by=by, status="cancelled")

    assert line(scenario, date(2026, 3, 1), "public-meeting").state == "no evidence"
