"""Lists: filters, order and pages in the address, downloads, and a fixed number of queries."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook
from web.pages import words

from wardmote.web.accounts.models import Member
from wardmote.web.core.lists.files import read_cell, safe_cell

PEOPLE = "/p/exampleshire/people/"


def add_people(scenario, number):
    place, agency = scenario.partnerships["Exampleshire"], scenario.agencies["Exampleshire Council"]
    Member.objects.bulk_create(
        Member(partnership=place, agency=agency, name=f"Person {n:03}", job_title="Clerk") for n in range(number)
    )


def test_a_long_list_has_pages(scenario):
    add_people(scenario, 120)
    browser = scenario.browser("manager")

    first, last = words(browser.get(PEOPLE)), words(browser.get(f"{PEOPLE}?page=3"))

    assert "1 to 50 of 128 people." in first
    assert "Next page" in first
    assert "101 to 128 of 128 people." in last
    assert "Next page" not in last


def test_a_list_is_narrowed_and_sorted_by_its_address(scenario):
    page = words(scenario.browser("manager").get(f"{PEOPLE}?role=action-owner&sort=-name"))

    assert "2 people." in page
    assert page.index("Owner") < page.index("Colleague")


def test_a_search_finds_words_in_several_columns(scenario):
    assert "2 people." in words(scenario.browser("manager").get(f"{PEOPLE}?search=police"))


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("role=king", "“king” cannot be chosen for role."),
        ("sort=password", "This list cannot be sorted by “password”."),
    ],
)
def test_what_cannot_be_chosen_is_said_in_a_sentence(scenario, query, sentence):
    answer = scenario.browser("manager").get(f"{PEOPLE}?{query}")

    assert answer.status_code == 400
    assert sentence in words(answer)


@pytest.mark.parametrize(
    "query", ["page=0", "page=x", "page=999", "search=%00", "search=" + "x" * 5000, "search=%25_'"]
)
def test_odd_requests_get_an_ordinary_page(scenario, query):
    assert scenario.browser("manager").get(f"{PEOPLE}?{query}").status_code == 200


def test_a_list_downloads_as_csv_with_all_its_pages(scenario):
    add_people(scenario, 120)

    rows = list(csv.DictReader(io.StringIO(scenario.browser("manager").get(f"{PEOPLE}?download=csv").content.decode())))

    assert len(rows) == 128
    assert rows[0] == {"Name": "Analyst", "Job title": "", "Agency": "Exampleshire Council", "Roles": "analyst"}


def test_a_list_downloads_as_a_spreadsheet_of_words(scenario):
    Member.objects.filter(pk=scenario.people["analyst"].pk).update(job_title="=1+1")

    answer = scenario.browser("manager").get(f"{PEOPLE}?download=ods&role=analyst")

    rows = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    assert rows == [
        ["Name", "Job title", "Agency", "Roles"],
        ["Analyst", "=1+1", "Exampleshire Council", "analyst"],
    ]


@given(st.text())
def test_a_cell_is_never_a_formula_and_comes_back_as_it_was(text):
    assert read_cell(safe_cell(text)) == text
    assert not safe_cell(text).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_script_in_a_field_is_shown_as_it_was_typed(scenario):
    Member.objects.filter(pk=scenario.people["analyst"].pk).update(name="<script>alert(1)</script>")

    page = scenario.browser("manager").get(PEOPLE).content.decode()

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
