"""Every address of the figures, and how it answers: an address that is not listed here fails."""

import pytest

from wardmote.web.insight.urls import urlpatterns

MEASURE, YEAR = "/measures/burglary/", "/assessment/2023-24/"

# Name of the address: (an example of it, its status, its type).
ROUTES = {
    "overview": ("/", 200, "text/html"),
    "measures": ("/measures/", 200, "text/html"),
    "measure": (MEASURE, 200, "text/html"),
    "measure-file": (f"{MEASURE}figures.csv", 200, "text/csv"),
    "loads": ("/loads/", 200, "text/html"),
    "load": ("/loads/5/", 200, "text/html"),
    "assessments": ("/assessment/", 200, "text/html"),
    "assessment": (YEAR, 200, "text/html"),
    "assessment-pdf": (f"{YEAR}assessment.pdf", 200, "application/pdf"),
    "assessment-figure": (f"{YEAR}nothing.csv", 404, "text/html"),
}


def names(patterns):
    for pattern in patterns:
        if hasattr(pattern, "url_patterns"):
            yield from names(pattern.url_patterns)
        else:
            yield pattern.name


def test_every_address_is_listed():
    assert sorted(names(urlpatterns)) == sorted(ROUTES)


@pytest.mark.parametrize("name", ROUTES)
def test_an_address_answers_as_listed(site, name):
    address, status, kind = ROUTES[name]

    answer = site.get(address)

    assert (answer.status_code, answer.headers["Content-Type"].split(";")[0]) == (status, kind)


@pytest.mark.parametrize("name", ROUTES)
def test_no_address_takes_anything_but_questions(site, name):
    assert site.post(ROUTES[name][0]).status_code == 405


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("/nowhere/", "There is no page at this address."),
        ("/measures/burglery/", "the catalogue: there is no measure called burglery. Did you mean burglary?"),
        (f"{MEASURE}figures.xlsx", "figures.xlsx is not a file of this page."),
        ("/loads/99/", "There is no load 99. Choose one from the list of loads"),
        ("/assessment/banana/", "“banana” is not a financial year. Write it like 2020-21."),
        (f"{YEAR}nothing.csv", "The assessment of 2023-24 has no figure called nothing."),
    ],
)
def test_what_is_not_there_is_said_in_words(site, address, sentence):
    answer = site.get(address)

    assert answer.status_code == 404
    assert sentence in answer.content.decode()


def test_a_year_that_is_not_loaded_says_what_to_load(site):
    answer = site.get("/assessment/2030-31/")

    assert answer.status_code == 404
    assert "load" in answer.text
