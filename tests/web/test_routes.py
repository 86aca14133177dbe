"""Every address of the figures, and how it answers: an address that is not listed here fails."""

import pytest
from django.test import Client, override_settings

from wardmote.web.insight.urls import urlpatterns

MEASURE, YEAR = "/measures/burglary/", "/assessment/2023-24/"

# Name of the address: (an example of it, its status, its type).
ROUTES = {
    "overview": ("/", 200, "text/html"),
    "measures": ("/measures/", 200, "text/html"),
    "measure": (MEASURE, 200, "text/html"),
    "measure-file": (f"{MEASURE}figures.csv", 200, "text/csv"),
    "compare": ("/compare/", 200, "text/html"),
    "loads": ("/loads/", 200, "text/html"),
    "load": ("/loads/5/", 200, "text/html"),
    "waiting": ("/loads/files/unknown/", 404, "text/html"),
    "waiting-file": ("/loads/files/unknown/1/", 404, "text/html"),
    "waiting-columns": ("/loads/files/unknown/1/columns/", 404, "text/html"),
    "pairs": ("/loads/pairs/", 200, "text/html"),
    "under-way": ("/loads/under-way/", 302, "text/html"),
    "calendar": ("/calendar/", 200, "text/html"),
    "kpi-quarters": ("/kpi/", 200, "text/html"),
    "kpi": ("/kpi/2024-25-Q4/", 200, "text/html"),
    "kpi-file": ("/kpi/2024-25-Q4/kpi.csv", 404, "text/html"),
    "assessments": ("/assessment/", 200, "text/html"),
    "assessment": (YEAR, 200, "text/html"),
    "assessment-pdf": (f"{YEAR}assessment.pdf", 200, "application/pdf"),
    "assessment-figure": (f"{YEAR}nothing.csv", 404, "text/html"),
}
# What changes something is asked for by a form and by nothing else.
FORMS = {
    "take-files": "/loads/files/",
    "load-waiting": "/loads/files/unknown/load/",
    "forget-waiting": "/loads/files/unknown/forget/",
    "decide-pairs": "/loads/pairs/decide/",
    "stop-load": "/loads/under-way/stop/",
    "name-officer": "/calendar/officers/",
}
BOTH = {"waiting-file", "waiting-columns"}


def names(patterns):
    for pattern in patterns:
        if hasattr(pattern, "url_patterns"):
            yield from names(pattern.url_patterns)
        else:
            yield pattern.name


def test_every_address_is_listed():
    assert sorted(names(urlpatterns)) == sorted((*ROUTES, *FORMS))


@pytest.mark.parametrize("name", ROUTES)
def test_an_address_answers_as_listed(site, name):
    address, status, kind = ROUTES[name]

    answer = site.get(address)

    assert (answer.status_code, answer.headers["Content-Type"].split(";")[0]) == (status, kind)


@pytest.mark.parametrize("name", sorted(set(ROUTES) - BOTH))
def test_a_page_takes_nothing_but_questions(site, name):
    assert site.post(ROUTES[name][0]).status_code == 405


@pytest.mark.parametrize("name", FORMS)
def test_nothing_is_changed_by_a_question(site, name):
    assert site.get(FORMS[name]).status_code == 405


@pytest.mark.parametrize("address", [*FORMS.values(), *(ROUTES[name][0] for name in sorted(BOTH))])
def test_a_form_from_elsewhere_is_refused(smallshire, address):
    with override_settings(WARDMOTE_WORKSPACE=smallshire):
        answer = Client(headers={"host": "127.0.0.1"}, enforce_csrf_checks=True).post(address)

    assert answer.status_code == 403
    assert "That form cannot be used" in answer.text


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("/nowhere/", "There is no page at this address."),
        ("/measures/burglery/", "the catalogue: there is no measure called burglery. Did you mean burglary?"),
        (f"{MEASURE}figures.xlsx", "figures.xlsx is not a file of this page."),
        ("/loads/99/", "There is no load 99. Choose one from the list of loads"),
        ("/kpi/banana/", "“banana” is not a quarter. Write it like 2024-25-Q4."),
        ("/kpi/2024-25-Q4/kpi.csv", "kpi.csv is not a file of this page."),
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
