"""The page that sets two years, two places or two versions of a definition side by side."""

import pytest
from web.pages import words

ALIKE = "measure=burglary&first=2024-06&second=2025-06"


def test_two_years_say_the_difference_first(site):
    page = words(site.get(f"/compare/?{ALIKE}"))

    assert "In Smallshire the level of burglaries in July 2024 to June 2025 was" in page
    assert "95% interval" in page
    assert "Jul 2023 to Jun 2024" in page


def test_years_that_share_months_are_shown_and_not_tested(site):
    page = words(site.get("/compare/?measure=burglary&first=2025-03&second=2025-06"))

    assert "The two years share months, so no test is made" in page
    assert "Not tested." in page


def test_two_places_are_compared_by_their_rates(site):
    page = words(site.get("/compare/?kind=areas&measure=burglary&area=E05000001&other=E05000002"))

    assert "In Hill the rate of burglaries was" in page
    assert "Crimes per 1,000 residents" in page


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("kind=areas&area=E05000001&other=E05000001", "Choose a place other than the first"),
        ("kind=areas&area=E05000001&other=E01000001", "Choose a place of the same kind as Harbour"),
        ("measure=nothing", "“nothing” cannot be chosen here"),
        ("kind=colours", "“colours” cannot be chosen here"),
        ("second=1999-01", "“1999-01” cannot be chosen here"),
    ],
)
def test_what_cannot_be_compared_is_said_beside_the_form(site, query, sentence):
    page = site.get(f"/compare/?{query}")

    assert page.status_code == 400
    assert sentence in words(page)


def test_a_measure_without_evidence_says_so(site):
    page = site.get("/compare/?measure=crime-severity")

    assert page.status_code == 200
    assert "Load" in words(page)


def test_with_nothing_loaded_the_page_says_what_to_do(empty_site):
    assert "wardmote load" in words(empty_site.get("/compare/"))


def test_the_choices_live_in_the_address(site):
    page = site.get("/compare/?kind=areas&measure=burglary&area=E05000001&other=E05000002").text

    assert 'value="areas" selected' in page
    assert 'value="E05000002" selected' in page
