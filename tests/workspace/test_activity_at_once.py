"""Pages that show many activities at once: by kind, by place, and training by agency and level."""

from datetime import date
from decimal import Decimal

import pytest
from web.pages import words

from wardmote.web.activity.actions.activities import add_activity
from wardmote.web.activity.actions.numbers import add_figure, add_site

BASE = "/p/exampleshire/activity/"


def activity(scenario, kind, title, **more):
    agency = scenario.agencies["Exampleshire Council"]
    return add_activity(by=scenario.commander(), kind=kind, title=title, agency=agency, **more)


def figure(scenario, record, item, value, day, **more):
    add_figure(by=scenario.commander(), activity=record, item=item, first_on=day, last_on=day, value=value, **more)


def seen(scenario, address):
    return words(scenario.browser("reader").get(f"{BASE}{address}"))


def test_a_kind_s_activities_stand_with_their_words_and_numbers(scenario):
    week = activity(scenario, "campaign", "A week", words={"audience": "Shops", "heard": "They want more"})
    for item, value in (("events", 3), ("attended", 40), ("reach", 900)):
        figure(scenario, week, item, value, date(2025, 6, 1))
    activity(scenario, "campaign", "Another", words={"audience": "Schools"})

    page = seen(scenario, "kinds/campaign/")

    assert "In all years: 3 events, 40 people who came, 900 people reached." in page
    assert "Name ▲ Audience What came back In numbers Lead agency" in page
    assert "A week Shops They want more 3 events, 40 people who came, 900 people reached Exampleshire Council" in page
    assert "Another Schools no figures for this time" in page


def test_what_was_said_stands_beside_what_was_done(scenario):
    said = {"who": "Pupils", "said": "The path is dark.", "did": "The lights were mended."}
    activity(scenario, "co-production", "The way home", words=said)

    assert "The way home Pupils The path is dark. The lights were mended." in seen(scenario, "kinds/co-production/")


def test_a_follow_up_is_told_with_its_cohort_and_its_base(scenario):
    course = activity(scenario, "programme", "A course", words={"cohort": "Those of the year before"})
    for item, value in (("completed", 27), ("followed", 24), ("no_further", 19)):
        figure(scenario, course, item, value, date(2025, 3, 1))

    page = seen(scenario, "kinds/programme/?year=2024-25")

    assert "Those of the year before" in page
    assert "79% of those followed up had no further offence (19 of 24)" in page


def test_training_stands_by_agency_and_level(scenario):
    course = activity(scenario, "training", "A course", words={"level": "Level 1"})
    council, police = scenario.agencies["Exampleshire Council"], scenario.agencies["Exampleshire Police"]
    day = date(2025, 5, 1)
    for item, value in (("sessions", 2), ("places", 40)):
        figure(scenario, course, item, value, day)
    for agency, booked, attended in ((council, 20, 18), (police, 12, 9)):
        figure(scenario, course, "booked", booked, day, of_agency=agency)
        figure(scenario, course, "attended", attended, day, of_agency=agency)

    page = seen(scenario, "training/?year=2025-26")

    assert "In 2025-26 27 people attended: 68% of 40 places." in page
    assert "Level 1 2 40 32 27" in page
    assert "Exampleshire Council 18 of 20 booked 18" in page
    assert "Exampleshire Police 9 of 12 booked 9" in page
    assert "In 2024-25 no places on courses are recorded." in seen(scenario, "training/?year=2024-25")


def test_venues_stand_by_town_and_patrols_by_place_and_month(scenario):
    scheme = activity(scenario, "venue-promise", "A promise")
    for name, town in (("Anchor", "Poole"), ("Bell", "Poole"), ("Crown", "Christchurch")):
        point = {"longitude": Decimal("-1.9"), "latitude": Decimal("50.7")} if name == "Bell" else {}
        add_site(by=scenario.commander(), activity=scheme, name=name, town=town, joined_on=date(2025, 4, 1), **point)
    watch = activity(scenario, "patrol", "On foot")
    for day, place, hours in (
        (date(2025, 4, 1), "Poole", 30),
        (date(2025, 5, 1), "Poole", 20),
        (date(2025, 5, 9), "", 7),
    ):
        figure(scenario, watch, "hours", hours, day, place=place)

    page = seen(scenario, "places/?year=2025-26")

    # The scenario's own venue is one more.
    assert "1 venue, 3 businesses in 3 towns." in page
    assert "A promise 1 2 0 3 1 of 3" in page
    assert "Month No place named Poole In all April 2025 – 30 30 May 2025 7 20 27 In all 7 50 57" in page
    assert "There is no map yet" in page


@pytest.mark.parametrize("page", ["kinds/nothing/", "kinds/training/?year=soon"])
def test_what_is_not_there_is_said_in_a_sentence(scenario, page):
    assert scenario.browser("reader").get(f"{BASE}{page}").status_code == 400
