"""What each page says first, and that nothing on it leads nowhere."""

import pytest
from web.pages import addresses, words

from wardmote.definitions.catalogue import all_measures

BURGLARY = "/measures/burglary/"
EMPTY_PAGES = ["/", "/measures/", "/loads/", "/assessment/"]


def test_the_overview_says_what_changed_what_is_missing_and_what_is_new(site):
    page = words(site.get("/"))

    assert "changed by more than chance explains: " in page
    assert "Burglaries in Smallshire fell by" in page
    assert "raw was loaded on" in page
    assert "1 set aside. See load 5" in page
    assert "Smallshire: 1 month of crimes missing, February 2023." in page


def test_a_measure_says_first_how_it_changed(site):
    page = words(site.get(BURGLARY))

    assert page.index("Burglaries in Smallshire fell by") < page.index("Choose what to see")


def test_a_measure_shows_when_then_where_then_how_we_know(site):
    page = site.get(BURGLARY).text

    places = [page.index(f'id="{part}"') for part in ("when", "where", "how")]
    assert places == sorted(places)


def test_a_measure_names_its_highest_places_in_a_sentence(site):
    page = words(site.get(BURGLARY))

    assert "Highest are Harbour (" in page
    assert "crimes per 1,000 residents, July 2024 to June 2025." in page


def test_each_picture_has_words_and_a_table(site):
    page = site.get(BURGLARY).text

    kinds = ("Control chart", "Map", "Funnel chart")
    assert [page.count(f'aria-label="{kind}') for kind in kinds] == [1, 1, 1]
    assert page.count('role="img"') == page.count("The figures behind this picture") == 3


def test_how_we_know_names_definition_test_caveats_and_loads(site):
    page = words(site.get(BURGLARY))

    assert "Crimes where the crime type is Burglary (version 1 of the definition)." in page
    assert "Homes and businesses are counted together." in page
    assert "As of load 5. The rows counted came in these loads: Load 5, raw : " in page
    assert " set aside. See all loads" in page


def test_each_figure_of_the_assessment_leads_to_how_its_numbers_are_known(site):
    page = site.get("/assessment/2024-25/")

    figures, known = page.text.count('class="wm-figure"'), page.text.count("How do we know?")
    assert figures == known > 0
    assert "/measures/burglary/#how" in addresses(page)


def test_the_list_has_every_measure_of_the_catalogue(site):
    page = site.get("/measures/")

    listed = {link for link in addresses(page) if link.startswith("/measures/")}
    assert {f"/measures/{one.id}/" for one in all_measures()} <= listed


def test_what_the_partnership_does_does_not_stand_under_incidents(site):
    tables = site.get("/measures/").text.split("<caption")[1:]
    of_heading = {table.partition(">")[2].partition("<")[0].strip(): table for table in tables}

    for id_ in ("training-sessions", "campaign-events", "case-conferences-held", "patrol-hours"):
        assert f"/measures/{id_}/" in of_heading["Activity and savings"], id_
        assert f"/measures/{id_}/" not in of_heading["Incidents and attendances"], id_
    assert "/measures/ed-violence/" in of_heading["Incidents and attendances"]


def test_one_place_has_a_page_of_its_own(site):
    page = words(site.get(f"{BURGLARY}?area=E05000001"))

    assert "Burglaries in Harbour fell by" in page


@pytest.mark.parametrize("period", ["quarter", "year", "rolling-12"])
def test_longer_periods_are_drawn_as_a_line(site, period):
    assert 'aria-label="Line chart' in site.get(f"{BURGLARY}?period={period}").text


def test_too_few_months_are_said_to_be_too_few(site):
    page = words(site.get(f"{BURGLARY}?from=2025-01&to=2025-06"))

    assert "it cannot be told whether the last 12 months differ" in page


def test_a_measure_that_is_not_loaded_says_what_to_load(site):
    answer = site.get("/measures/outcome-charged/")

    assert answer.status_code == 404
    assert "Load the police files first" in words(answer)


def test_every_row_of_a_load_is_accounted_for(site):
    page = words(site.get("/loads/"))

    assert "Every row read is one or the other." in page
    assert "Crimes and incidents: 29 months, January 2023 to June 2025; 1 month missing: February 2023." in page


def test_rows_set_aside_are_shown_with_the_reason(site):
    page = words(site.get("/loads/5/"))

    assert "1 row: the month is not written like 2025-01." in page
    assert "spoiled,not a month" in page


def test_a_load_with_nothing_set_aside_says_so(site):
    assert "No row of this load was set aside." in words(site.get("/loads/1/"))


def test_the_assessment_lists_the_years_that_are_whole(site):
    page = words(site.get("/assessment/"))

    assert "Strategic assessment, 2024-25." in page
    assert "2022-23" not in page


@pytest.mark.parametrize("address", EMPTY_PAGES)
def test_before_anything_is_loaded_a_page_gives_the_command(empty_site, address):
    answer = empty_site.get(address)

    assert answer.status_code == 200
    assert "Nothing has been loaded yet." in words(answer)
    assert "wardmote load 2026-01.zip" in words(answer)


@pytest.mark.parametrize("address", ["/", "/measures/", f"{BURGLARY}?by=lsoa", "/loads/", "/loads/5/", "/assessment/"])
def test_no_link_leads_nowhere(site, address):
    links = {link.partition("#")[0] for link in addresses(site.get(address))}

    answers = {link: site.get(link).status_code for link in links if not link.startswith("/measures/")}
    answers |= {link: site.get(link).status_code for link in sorted(links) if link.startswith(BURGLARY)}

    assert {link for link, status in answers.items() if status != 200} == set()
    assert {"/", "/loads/", "/assessment/"} <= set(answers)
