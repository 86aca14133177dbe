"""Choices in the address: what may be chosen, what is taken where nothing is, and a sentence for what is wrong."""

from datetime import date

import pytest
from web.smallshire import MONTHS

from wardmote.measures.series import Area
from wardmote.web.insight.forms.choices import ChoicesForm
from wardmote.web.insight.forms.panel import choices_panel
from wardmote.web.insight.queries.choices import Choices, Horizon

HARBOUR = Area("ward", "E05000001", "Harbour")
HORIZON = Horizon(months=tuple(MONTHS), areas={"ward": (HARBOUR,), "lsoa": (Area("lsoa", "E01000001", "Small 1"),)})


def form(**data):
    return ChoicesForm({name.rstrip("_"): value for name, value in data.items()}, horizon=HORIZON)


def test_without_choices_all_months_are_shown_and_wards_compared():
    found = form()

    assert found.is_valid()
    assert found.choices == Choices("ward", "month", date(2023, 1, 1), date(2025, 6, 1), None)


def test_choices_in_the_address_are_taken():
    found = form(by="lsoa", period="quarter", from_="2024-04", to="2025-03", area="E05000001")

    assert found.is_valid()
    assert found.choices == Choices("lsoa", "quarter", date(2024, 4, 1), date(2025, 3, 1), HARBOUR)


@pytest.mark.parametrize(
    ("data", "field", "sentence"),
    [
        ({"by": "street"}, "by", "“street” is not a kind of place that can be compared here; choose one of ward, lsoa"),
        ({"period": "week"}, "period", "“week” is not a period; choose one of month, quarter, year, rolling-12"),
        (
            {"from_": "2019-01"},
            "from",
            "“2019-01” is not a month that evidence is loaded for; choose one from January 2023 to June 2025",
        ),
        (
            {"to": "<script>"},
            "to",
            "“<script>” is not a month that evidence is loaded for; choose one from January 2023 to June 2025",
        ),
        ({"area": "E0"}, "area", "“E0” is not a place that evidence is loaded for; choose one from the list"),
        ({"from_": "2025-03", "to": "2024-03"}, "from", "The first month comes after the last; choose an earlier one"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(data, field, sentence):
    panel = choices_panel(form(**data))

    assert [(error.href, error.text) for error in panel.errors] == [(f"#{field}", sentence)]
    assert {select.name: select.error for select in panel.selects}[field] == sentence


def test_neighbourhoods_are_too_many_for_the_list_of_places():
    place = choices_panel(form()).selects[0]

    assert [(group.label, [option.text for option in group.options]) for group in place.groups] == [
        ("", ["Whole partnership"]),
        ("Wards", ["Harbour"]),
    ]


def test_a_neighbourhood_that_is_chosen_is_in_the_list():
    place = choices_panel(form(area="E01000001")).selects[0]

    assert [option.text for group in place.groups for option in group.options if option.is_selected] == ["Small 1"]


def test_a_page_with_a_wrong_choice_keeps_the_others(site):
    answer = site.get("/measures/burglary/?by=street&period=quarter")

    assert answer.status_code == 400
    assert '<option value="quarter" selected>' in answer.text
    assert "There is a problem" in answer.text


def test_a_file_with_a_wrong_choice_is_a_sentence(site):
    answer = site.get("/measures/burglary/figures.csv?by=street")

    assert answer.status_code == 400
    assert "is not a kind of place" in answer.text
