"""What a page downloads is what it shows, in the promised shapes."""

import csv
import io
import json

import pytest

COLUMNS = [
    "measure",
    "version",
    "area_kind",
    "area_code",
    "area_name",
    "period",
    "value",
    "lower",
    "upper",
    "count",
    "base",
    "status",
]
BURGLARY = "/measures/burglary/"


def rows(answer):
    return list(csv.DictReader(io.StringIO(answer.text)))


def test_figures_have_the_promised_columns(site):
    assert site.get(f"{BURGLARY}figures.csv").text.splitlines()[0].split(",") == COLUMNS


def test_figures_are_those_of_the_choices(site):
    found = rows(site.get(f"{BURGLARY}figures.csv?area=E05000001&from=2024-07&to=2024-09"))

    assert [(row["area_name"], row["period"], row["status"]) for row in found] == [
        ("Harbour", "2024-07", "ok"),
        ("Harbour", "2024-08", "ok"),
        ("Harbour", "2024-09", "ok"),
    ]


def test_a_missing_month_is_a_gap_and_never_a_zero(site):
    gap = next(row for row in rows(site.get(f"{BURGLARY}figures.csv")) if row["period"] == "2023-02")

    assert (gap["value"], gap["count"], gap["status"]) == ("", "", "gap")


def test_places_are_those_that_are_compared(site):
    found = rows(site.get(f"{BURGLARY}places.csv?by=ward"))

    assert sorted(row["area_name"] for row in found) == ["Harbour", "Hill", "Market", "Meadow"]
    assert {row["base"] for row in found} == {"3000.0"}


@pytest.mark.parametrize("name", ["figures.json", "places.json"])
def test_json_has_series_and_findings(site, name):
    content = json.loads(site.get(f"{BURGLARY}{name}").content)

    assert list(content) == ["unit", "load", "series", "findings", "notes"]
    assert list(content["series"][0]) == [*COLUMNS, "expected", "expected_lower", "expected_upper", "marks"]
    assert {"kind", "distinguishable", "sentence", "method"} <= set(content["findings"][0])


def test_a_map_for_other_programs_has_the_places_that_the_table_has(site):
    content = json.loads(site.get(f"{BURGLARY}places.geojson?by=ward").content)

    features = content["features"]
    assert sorted(one["properties"]["name"] for one in features) == ["Harbour", "Hill", "Market", "Meadow"]
    assert all("crimes per 1,000 residents (95% interval: " in one["properties"]["said"] for one in features)
    assert {one["properties"]["colour"] for one in features} == {one["colour"] for one in content["legend"]}


def test_without_a_level_to_compare_there_is_no_map(site):
    assert site.get("/measures/savings-through-prevention/places.geojson").status_code == 404


def test_a_file_is_named_after_what_it_holds(site):
    headers = site.get(f"{BURGLARY}places.csv").headers

    assert headers["Content-Disposition"] == 'attachment; filename="burglary-places.csv"'


def test_the_assessment_is_a_pdf(site):
    assert site.get("/assessment/2024-25/assessment.pdf").content.startswith(b"%PDF-")


def test_each_figure_of_the_assessment_gives_its_data(site):
    page = site.get("/assessment/2024-25/").text
    links = {part.split('"')[0] for part in page.split('href="')[1:] if part.split('"')[0].endswith(".csv")}

    assert links
    for link in links:
        assert site.get(link).text.splitlines()[0].split(",") == COLUMNS
