"""The summary counts of the BCP partnership's annual report, read off the pages."""

from datetime import date, datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from web.pages import words
from workspace.report_year import TOLD, YEAR_BEFORE

from wardmote.web.activity.actions.numbers import add_figure, add_site
from wardmote.web.activity.demo import live
from wardmote.web.core.clock import pretending
from wardmote.web.core.targets import Target

LAST_DAY = date(2025, 3, 31)
PRIORITIES = {name: Target(uuid4(), name, "") for name in ("first", "second")}


@pytest.fixture
def told(scenario):
    """The report's year, in Elsewhere, where nothing else is recorded."""
    from wardmote.web.accounts.actions.installation import commander

    by = commander(scenario.partnerships["Elsewhere"])
    agencies = dict.fromkeys(("Exampleshire Council", "Exampleshire Police"), scenario.agencies["Elsewhere Council"])
    with pretending(datetime(2025, 3, 31, 12, tzinfo=ZoneInfo("UTC"))):
        made = live(TOLD, by=by, agencies=agencies, priorities=PRIORITIES, last_day=LAST_DAY)
        shelter = {"name": "Shelters", "town": "Poole", "category": "Bus shelter or station", "number": 151}
        add_site(by=by, activity=made["CCTV"], joined_on=date(2024, 4, 1), **shelter)
        for title, counts in YEAR_BEFORE.items():
            for item, value in counts.items():
                first, last = date(2023, 4, 1), date(2024, 3, 31)
                add_figure(by=by, activity=made[title], item=item, first_on=first, last_on=last, value=value)
    return made


# Of each kind, what stands beside one of its activities.
BESIDE = [
    ("programme", ["Up2U 27 completions"]),
    (
        "service",
        [
            "DA health advocates Two hospitals 400 people supported, 500 staff trained",
            "6 workers, 200 people supported",
        ],
    ),
    (
        "training",
        [
            "DA Forums 6 sessions, 270 places",
            "MARAC training 3 sessions",
            "DA training, levels 1 and 2 16 sessions",
            "Coordinated response leaders’ course Leaders",
        ],
    ),
    ("conference", ["MET panel 26 conferences", "SWRAC 12 conferences", "MARAC 52 conferences, 721 cases heard"]),
    ("campaign", ["Prevent Week of Action 2 events, 240 people who came", "White Ribbon Day 10 partners"]),
    ("pilot", ["Cuckooing support 60 referrals", "Two sites 30 completions", "Focused deterrence 2 completions"]),
    ("co-production", ["Experts by Experience 12 meetings"]),
    ("daha", ["DAHA accreditation 200 staff trained 0 of 8"]),
    ("venue-promise", ["Unity Promise"]),
    ("donation", ["264 bags or items given, 3 donation points, 6 receiving organisations"]),
    ("patrol", ["Accredited officers 13,000 hours"]),
    ("restricted-panel", ["Channel Meeting Elsewhere Council"]),
    ("assurance", ["Regulator’s inspection No weakness found"]),
    ("award", ["National award Gold"]),
]


def page(scenario, address="", query="?year=2024-25"):
    return words(scenario.browser("outsider").get(f"/p/elsewhere/activity/{address}{query}"))


def test_the_counts_of_the_report_stand_on_one_page(scenario, told):
    seen = page(scenario)

    for count in (
        f"{len(TOLD)} activities; 15 of them serve more than one priority (CC). Each is counted once.",
        "170 venues: 102 in Bournemouth, 57 in Poole and 11 in Christchurch",
        "30 businesses: 30 in Bournemouth; 30 trained; 30 pledged",
        "264 bags or items given, 3 donation points, 6 receiving organisations",
        "25 sessions, 270 places",
        "27 completions",
        "600 people supported, 500 staff trained",
        "13,000 hours",
        "1,291 cameras: 1,140 in Bournemouth and 151 in Poole; by type 1,140 Street and 151 Bus shelter or station",
        "0 of 8 standards met",
    ):
        assert count in seen, count


def test_the_case_conference_sat_52_times_and_its_repeats_stand_with_their_base(scenario, told):
    seen = page(scenario, f"{told['MARAC'].pk}/")

    assert (
        "In 2024-25: 52 conferences, 721 cases heard, 116 repeat cases; 13.9 cases at each conference (721 over 52);"
        " 16% of cases were repeats (116 of 721)." in seen
    )
    before = page(scenario, f"{told['MARAC'].pk}/", "?year=2023-24")
    assert "734 cases heard, 160 repeat cases; 14.1 cases at each conference (734 over 52);" in before
    assert "22% of cases were repeats (160 of 734)." in before


def test_each_count_stands_beside_its_activity(scenario, told):
    for kind, counts in BESIDE:
        seen = page(scenario, f"kinds/{kind}/")
        for count in counts:
            assert count in seen, count
    figures = page(scenario, f"{told['Prevent Week of Action'].pk}/figures/", "")
    assert figures.count(" 120 ") == 2
    assert "Safe Places 102 11 57 170" in page(scenario, "places/", "")


def test_the_fifteen_with_a_cc_mark_are_a_list_of_fifteen(scenario, told):
    assert "15 activities." in page(scenario, "all/", "?cc=yes")


def test_another_year_has_none_of_it(scenario, told):
    seen = page(scenario, query="?year=2023-24")

    assert "no figures for this time" in seen
    assert "264" not in seen
    assert "734 cases heard" in seen
