"""The search in the header: what it finds, for whom, and what it says where there is nothing."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from web.pages import addresses, words

from wardmote.web.accounts.models import Member
from wardmote.web.core.directory import directory, kinds, pages
from wardmote.web.core.routes import all_routes

SEARCH = "/p/exampleshire/search/"


def find(scenario, asked, person="manager"):
    return scenario.browser(person).get(SEARCH, {"q": asked})


def test_the_header_of_every_page_holds_the_search_of_the_partnership(scenario):
    assert f'action="{SEARCH}"' in scenario.browser("reader").get("/p/exampleshire/people/").text


def test_a_person_is_found_by_each_word_wherever_it_stands(scenario):
    page = find(scenario, "READER council")

    assert "People Reader Exampleshire Council" in words(page)
    assert f"/p/exampleshire/people/{scenario.people['reader'].pk}/" in addresses(page)


def test_a_measure_is_found_beside_people(scenario):
    assert "/measures/burglary/" in addresses(find(scenario, "burglary"))


def test_another_partnership_s_people_are_not_found(scenario):
    assert "Nothing has “outsider” in it." in words(find(scenario, "outsider"))


def test_whoever_looks_in_from_the_partnership_above_finds_no_figures(scenario):
    page = find(scenario, "burglary", "neighbour")

    assert page.status_code == 200
    assert "Nothing has “burglary” in it." in words(page)


def test_whoever_has_left_is_not_found(scenario):
    Member.objects.filter(pk=scenario.people["reader"].pk).update(left_on="2020-01-01")

    assert "Nothing has “reader” in it." in words(find(scenario, "reader"))


@pytest.mark.parametrize("asked", ["", "   ", "\0"])
def test_nothing_asked_says_what_to_do(scenario, asked):
    assert "Type a word or two of a name. What is searched: people" in words(find(scenario, asked))


@pytest.mark.parametrize(
    "asked", ["%", "_", "'; DROP TABLE accounts_member; --", "<script>alert(1)</script>", "é" * 400]
)
def test_whatever_is_asked_is_taken_as_words(scenario, asked):
    page = find(scenario, asked)

    assert "Try fewer or shorter words." in words(page)
    assert "<script>alert" not in page.text


def test_what_is_more_than_ten_of_a_kind_is_said(scenario):
    council = scenario.agencies["Exampleshire Council"]
    Member.objects.bulk_create(
        Member(partnership=scenario.partnerships["Exampleshire"], agency=council, name=f"Clerk {n:02}")
        for n in range(30)
    )

    page = find(scenario, "clerk")

    assert "At least 10 things have “clerk” in it." in words(page)
    assert "There are more. Add a word, or look through all people ." in words(page)


def test_names_that_begin_with_what_was_typed_come_first(scenario):
    council, place = scenario.agencies["Exampleshire Council"], scenario.partnerships["Exampleshire"]
    for name in ("Ada Zebedee", "Zebedee Young"):
        Member.objects.create(partnership=place, agency=council, name=name)

    found = words(find(scenario, "zebedee"))

    assert found.index("Zebedee Young") < found.index("Ada Zebedee")


def test_a_search_asks_the_database_as_often_for_much_as_for_little(scenario):
    browser = scenario.browser("manager")
    browser.get(SEARCH)
    counts = []
    for asked in ("nothingatall", "e"):
        with CaptureQueriesContext(connection) as captured:
            browser.get(SEARCH, {"q": asked})
        counts.append(len(captured))

    assert counts[0] == counts[1]


def test_a_member_s_search_of_figures_goes_to_their_partnership(scenario):
    answer = scenario.browser("manager").get("/search/", {"q": "burglary & more"})

    assert answer.headers["Location"] == f"{SEARCH}?q=burglary+%26+more"


def test_each_kind_has_a_page_that_shows_it():
    assert {kind.page for kind in kinds().values()} <= set(all_routes())
    assert set(pages()) == {kind.page for kind in kinds().values() if not kind.holder}


@pytest.mark.parametrize("entry", directory(), ids=lambda entry: entry.nouns)
def test_each_entry_of_the_directory_can_be_searched(scenario, entry):
    asked = ("example", "of")

    assert isinstance(entry.find(scenario.actor("manager"), asked, 3), list)
