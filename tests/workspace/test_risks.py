"""The risk register, the funding cliff, savings and the horizon."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from web.pages import words

from wardmote.definitions.duties import all_duty_packs
from wardmote.definitions.horizon import all_shipped_horizon
from wardmote.definitions.risk_scale import all_risk_scales, risk_scale_on
from wardmote.web.core.clock import pretending
from wardmote.web.core.models import AuditEntry
from wardmote.web.core.targets import Target
from wardmote.web.core.ties import ties_of
from wardmote.web.governance.actions.groups import set_up_group
from wardmote.web.governance.actions.meetings import call_meeting, change_meeting
from wardmote.web.plans.actions.actions import give_action
from wardmote.web.plans.actions.plans import adopt_priority, begin_plan
from wardmote.web.risks.actions.money import add_saving, tie_grant
from wardmote.web.risks.actions.risks import add_risk, change_risk, take_risk_to_board
from wardmote.web.risks.models import Grant, HorizonItem, RiskScore
from wardmote.web.risks.queries.changes import changes_since
from wardmote.web.risks.rules.quarters import Span, money_in, quarters_from

BASE = "/p/exampleshire/"


def on(day):
    return pretending(datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo("UTC")))


def risk(scenario, title="Data comes late", likelihood=3, impact=3):
    return add_risk(
        by=scenario.commander(),
        title=title,
        cause="A new system.",
        effect="Old figures.",
        likelihood=likelihood,
        impact=impact,
        mitigation="Ask each month.",
        agency=scenario.agencies["Exampleshire Council"],
        owner=scenario.people["manager"],
        review_on=date(2026, 3, 31),
    )


def test_the_register_says_what_changed_since_a_meeting(scenario):
    with on(date(2025, 10, 1)):
        up, down, same = (risk(scenario, title) for title in ("Up", "Down", "Same"))
    with on(date(2026, 1, 20)):
        new = risk(scenario, "New")
        change_risk(up, by=scenario.commander(), note="Worse.", likelihood=5)
        change_risk(down, by=scenario.commander(), likelihood=1)

    found = changes_since(scenario.actor("reader"), date(2025, 12, 31))

    assert [found[one.pk].words for one in (up, down, same, new)] == [
        "up from 9 to 15",
        "down from 9 to 3",
        "no change",
        "new",
    ]
    seen = words(scenario.browser("reader").get(f"{BASE}risks/?since=2025-12-31"))
    assert "Up from 9 to 15" in seen
    assert "Changes are since 31 December 2025." in seen


def test_a_score_is_added_to_and_never_changed(scenario):
    record = risk(scenario)
    change_risk(record, by=scenario.commander(), mitigation="Ask each week.")
    change_risk(record, by=scenario.commander(), note="It is worse.", likelihood=4)

    scores = [(one.likelihood, one.note) for one in RiskScore.objects.filter(risk=record)]
    assert scores == [(4, "It is worse."), (3, "")]


def test_the_heat_map_says_each_band_in_words(scenario):
    seen = words(scenario.browser("reader").get(f"{BASE}risks/heat/"))

    assert "1 open risk: 1 very high." in seen
    assert "Very high (16) The grant is not renewed" in seen
    assert "Low (1)" in seen


def test_a_step_that_the_scale_does_not_have_is_refused(scenario):
    with pytest.raises(ValidationError, match="Choose a step from 1 to 5"):
        risk(scenario, likelihood=6)


def test_a_scale_holds_from_its_day_on():
    assert risk_scale_on(date(2026, 1, 1)) == all_risk_scales()[-1]
    assert risk_scale_on(date(1990, 1, 1)) == all_risk_scales()[0]


def test_what_ends_stands_by_how_soon_with_what_stops(scenario):
    with on(date(2025, 12, 1)):
        seen = words(scenario.browser("reader").get(f"{BASE}money/"))

    assert "Within six months 1 grant of £268,000 ends, and 1.5 full-time posts hang on it." in seen
    assert "Ends within six months" in seen
    assert "Grant money falls from £67,551 in Oct to Dec 2025 to £0 in Oct to Dec 2026" in seen
    assert "£268,000 from Home Office ends on 31 March 2026. Nothing is known of what comes after it." in seen
    assert "Knife crime worker (1.5 full-time posts): No mentoring." in seen
    assert "Jan to Mar 2026 £66,082 £0 1.5 Serious violence grant" in seen


def test_a_grant_that_has_ended_is_no_cliff(scenario):
    with on(date(2026, 4, 1)):
        assert "No grant that is held has an end ahead." in words(scenario.browser("reader").get(f"{BASE}money/"))


def test_money_is_spread_over_its_days():
    """Day by day, with nothing but addition."""
    spans = (
        Span(date(2025, 2, 10), date(2026, 5, 3), Decimal(100_000)),
        Span(date(2025, 5, 1), date(2025, 5, 1), Decimal(90)),
    )

    for quarter in quarters_from(date(2025, 1, 31), 7):
        days = [quarter.first + timedelta(n) for n in range((quarter.last - quarter.first).days + 1)]
        slow = sum(
            one.amount / ((one.last - one.first).days + 1)
            for one in spans
            for day in days
            if one.first <= day <= one.last
        )
        assert abs(money_in(quarter, spans) - slow) < 1, quarter.name


def test_a_year_has_four_quarters_that_follow_each_other():
    quarters = list(quarters_from(date(2025, 12, 31), 5))

    assert [one.name for one in quarters] == [
        "Oct to Dec 2025",
        "Jan to Mar 2026",
        "Apr to Jun 2026",
        "Jul to Sep 2026",
        "Oct to Dec 2026",
    ]
    assert all(one.last + timedelta(days=1) == one.next.first for one in quarters)


def test_what_hangs_on_a_grant_is_read_on_both_pages(scenario):
    by, grant, activity = scenario.commander(), Grant.objects.get(), scenario.examples["activity"]
    target = Target(activity, "Safe Places in Exampleshire", "")
    tie_grant(grant, by=by, actions=[], activities=[target])
    browser = scenario.browser("reader")

    assert "Activity Safe Places in Exampleshire Open the activity" in words(
        browser.get(f"{BASE}money/grants/{grant.pk}/")
    )
    assert "Tied to this Grant Serious violence grant Open the grant" in words(
        browser.get(f"{BASE}activity/{activity}/")
    )
    assert "Risk The grant is not renewed Open the risk" in words(browser.get(f"{BASE}money/grants/{grant.pk}/"))
    with on(date(2025, 12, 1)):
        assert "Activity: Safe Places in Exampleshire" in words(browser.get(f"{BASE}money/"))


def test_a_grant_is_tied_on_its_page(scenario):
    grant, activity = scenario.examples["grant"], str(scenario.examples["activity"])

    answer = scenario.browser("manager").post(f"{BASE}money/grants/{grant}/ties/", {"activities": [activity]})

    assert answer.status_code == 302
    assert [str(tie.target_id) for tie in ties_of(Grant.objects.get(pk=grant))] == [activity]


def test_a_risk_is_taken_to_a_board_and_closed(scenario):
    browser, record = scenario.browser("coordinator"), risk(scenario)
    address = f"{BASE}risks/{record.pk}/"

    browser.post(f"{address}board/", {"to": "the Executive Board"})

    assert "before the Executive Board" in words(browser.get(f"{BASE}risks/?board=yes"))
    assert "Before a board: Data comes late (the Executive Board)." in words(browser.get(f"{BASE}risks/"))
    with on(date(2026, 4, 10)):
        seen = words(browser.get(f"{BASE}risks/?review=late"))
        assert "Review is late: Data comes late;" in seen
        assert "31 March 2026 10 days late" in seen
    review = {
        "likelihood": 1,
        "impact": 3,
        "mitigation": "Done.",
        "review_on": "31/3/2027",
        "state": "closed",
        "note": "All send.",
    }
    assert browser.post(f"{address}review/", review).status_code == 302

    record.refresh_from_db()
    assert (record.state, record.escalated_on, record.escalated_to) == ("closed", None, "")
    assert "Data comes late" not in words(browser.get(f"{BASE}risks/heat/"))
    with pytest.raises(ValidationError, match="Only an open risk"):
        take_risk_to_board(record, by=scenario.commander(), to="the board")


def test_the_register_compares_with_the_board_s_last_meeting(scenario):
    with on(date(2026, 2, 1)):
        board = set_up_group(
            by=scenario.commander(), name="Board", kind="executive-board", remit="All.", opened_on=date(2020, 1, 1)
        )
        meeting = call_meeting(board, by=scenario.commander(), held_on=date(2026, 1, 15))
        change_meeting(meeting, by=scenario.commander(), status="held")
        seen = words(scenario.browser("reader").get(f"{BASE}risks/"))

    assert "Changes are since 15 January 2026." in seen


def test_what_is_coming_says_which_rules_change_and_when(scenario):
    browser = scenario.browser("coordinator")
    browser.post(f"{BASE}horizon/catalogue/data-use-and-access-act/", {"is_ours": "yes"})

    seen = words(browser.get(f"{BASE}horizon/?kind=legal"))

    assert "The partnership’s own functions on 1 February 2026" in seen


def test_there_is_no_saving_without_its_method(scenario):
    day = date(2025, 4, 1)
    with pytest.raises(ValidationError, match="method"):
        add_saving(
            by=scenario.commander(),
            title="Visits",
            agency=scenario.agencies["Exampleshire Council"],
            first_on=day,
            last_on=day,
            amount=Decimal(100),
            method="",
        )
    assert "Blocked calls times the maker" in words(scenario.browser("reader").get(f"{BASE}money/savings/"))


def test_an_item_of_the_catalogue_is_taken_over_once_or_not_at_all(scenario):
    browser, shipped = scenario.browser("coordinator"), all_shipped_horizon()

    browser.post(f"{BASE}horizon/catalogue/csp-review/", {"is_ours": "yes"})
    browser.post(f"{BASE}horizon/catalogue/hotspot-fund/", {"is_ours": "no"})

    held = dict(HorizonItem.objects.exclude(shipped="").values_list("shipped", "state"))
    assert held == {"csp-review": "watching", "hotspot-fund": "not-ours"}
    assert browser.get(f"{BASE}horizon/catalogue/csp-review/").status_code == 404
    left = words(browser.get(f"{BASE}horizon/catalogue/"))
    assert shipped["csp-review"].title not in left
    assert "to be checked:" in left


@pytest.mark.parametrize("item", all_shipped_horizon().values(), ids=lambda item: item.id)
def test_each_item_of_the_catalogue_says_where_it_is_from_and_what_to_check(item):
    assert item.source
    assert item.to_check
    assert item.rule_pack in {"", *(pack.id for pack in all_duty_packs())}
    assert item.as_of < date(2026, 11, 1)


def test_a_risk_keeps_what_was_typed_when_something_is_missing(scenario):
    answer = scenario.browser("manager").post(f"{BASE}risks/add/", {"title": "Half a risk", "likelihood": "9"})

    assert answer.status_code == 400
    assert "Because of is missing" in words(answer)
    assert 'value="Half a risk"' in answer.text


def test_another_partnership_s_owner_and_grant_cannot_be_chosen(scenario):
    given = {
        "title": "R", "cause": "c", "effect": "e", "likelihood": 1, "impact": 1, "mitigation": "m", "state": "open",
        "agency": scenario.agencies["Elsewhere Council"].pk, "owner": scenario.people["outsider"].pk,
        "review_on": "1/4/2026",
    }  # fmt: skip

    answer = scenario.browser("manager").post(f"{BASE}risks/add/", given)

    assert answer.status_code == 400
    assert words(answer).count("Select a valid choice") >= 2


@pytest.mark.parametrize("query", ["since=yesterday", "since=2025-13-01"])
def test_a_day_that_is_none_is_said_in_a_sentence(scenario, query):
    assert scenario.browser("reader").get(f"{BASE}risks/?{query}").status_code == 400


@pytest.mark.parametrize("sheet", ["risks", "grants", "dependents", "savings", "horizon"])
@pytest.mark.parametrize("ending", ["csv", "ods"])
def test_a_register_comes_back_without_loss_and_changes_nothing(scenario, sheet, ending):
    browser, entries = scenario.browser("manager"), AuditEntry.objects.count()
    content = browser.get(f"{BASE}registers/{sheet}.{ending}").content

    answer = browser.post(f"{BASE}registers/{sheet}/in/", {"file": SimpleUploadedFile(f"{sheet}.{ending}", content)})

    assert "0 rows added, 0 changed and 1 left as they were." in words(answer)
    assert AuditEntry.objects.count() == entries


def test_a_coordinator_brings_risks_in_but_no_grants(scenario):
    browser = scenario.browser("coordinator")
    files = {name: browser.get(f"{BASE}registers/{name}.csv").content.decode() for name in ("risks", "grants")}
    changed = {
        "risks": files["risks"].replace("Mentoring stops.", "It ends."),
        "grants": files["grants"].replace("268000", "9"),
    }

    answers = {
        name: browser.post(f"{BASE}registers/{name}/in/", {"file": SimpleUploadedFile(f"{name}.csv", text.encode())})
        for name, text in changed.items()
    }

    assert "0 rows added, 1 changed" in words(answers["risks"])
    assert "Your role does not let you do that" in words(answers["grants"]) or "Only those" in words(answers["grants"])
    assert Grant.objects.get().amount == 268_000


def with_actions(scenario, number):
    """A priority with so many actions, the last of which is about lamps."""
    by = scenario.commander()
    plan = begin_plan(
        by=by, title="Plan", starts_on=date(2024, 4, 1), ends_on=date(2027, 3, 31), aims=["Safer streets"]
    )
    priority = adopt_priority(plan, by=by, title="Safer streets", aim="Fewer hurt.", starts_on=date(2024, 4, 1))
    owner = scenario.people["owner"]
    for at in range(number - 1):
        give_action(priority, by=by, title=f"Visit {at:03}", owner=owner, due_on=date(2027, 1, 1))
    return give_action(priority, by=by, title="Mend the lamps", owner=owner, due_on=date(2027, 2, 1))


def test_a_risk_is_tied_to_one_of_many_actions_found_by_a_word_and_keeps_what_it_is_tied_to(scenario):
    lamps = with_actions(scenario, 60)
    tied = risk(scenario)
    address = f"{BASE}risks/{tied.pk}/ties/"
    manager = scenario.browser("manager")

    first = words(manager.get(address))
    assert "The first 50 are listed." in first
    assert "Mend the lamps" not in first

    found = words(manager.get(f"{address}?find=lamps"))
    assert "Mend the lamps" in found
    assert "Visit 001" not in found

    assert manager.post(f"{address}?find=lamps", {"actions": [str(lamps.pk)]}).status_code == 302
    assert "Mend the lamps" in words(manager.get(f"{BASE}risks/{tied.pk}/"))
    assert "Mend the lamps" in words(manager.get(address))


def test_a_risk_is_read_with_as_many_queries_whatever_the_plan_holds(scenario):
    tied = risk(scenario)
    manager = scenario.browser("manager")

    def queries():
        with CaptureQueriesContext(connection) as seen:
            manager.get(f"{BASE}risks/{tied.pk}/")
        return len(seen)

    before = queries()
    with_actions(scenario, 20)
    assert queries() == before
