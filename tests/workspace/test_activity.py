"""Recording activity: its forms, its lists, its spreadsheets, and who may do what."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from web.pages import words

from wardmote.definitions.activity_kind import all_activity_kinds
from wardmote.web.activity.actions.activities import add_activity
from wardmote.web.activity.actions.numbers import add_figure
from wardmote.web.activity.models import Activity, ActivityFigure, Site
from wardmote.web.core.actors import Refused
from wardmote.web.core.models import AuditEntry
from wardmote.web.core.no_persons import refuse_persons

BASE = "/p/exampleshire/activity/"
DAY = date(2025, 4, 3)


def course(scenario, **more):
    agency = scenario.agencies["Exampleshire Council"]
    return add_activity(by=scenario.commander(), kind="training", title="A course", agency=agency, **more)


def test_every_kind_of_the_catalogue_can_be_added(scenario):
    browser, agency = scenario.browser("coordinator"), scenario.agencies["Exampleshire Police"].pk

    for kind in all_activity_kinds():
        answer = browser.post(f"{BASE}add/{kind}/", {"title": f"My {kind}", "agency": agency, "state": "running"})
        assert answer.status_code == 302, kind

    assert Activity.objects.filter(title__startswith="My ").count() == len(all_activity_kinds())


def test_an_accreditation_begins_with_the_standards_of_the_catalogue(scenario):
    agency = scenario.agencies["Exampleshire Council"]
    homes = add_activity(by=scenario.commander(), kind="daha", title="Homes", agency=agency)

    assert homes.standards.count() == 8
    assert "Where they are from: DAHA" in words(scenario.browser("reader").get(f"{BASE}{homes.pk}/"))


def test_what_was_typed_is_kept_when_dates_are_out_of_order(scenario):
    given = {
        "item": "places",
        "first_on": "30/4/2025",
        "last_on": "1/4/2025",
        "value": "45",
        "note": "<script>x</script>",
    }

    answer = scenario.browser("coordinator").post(f"{BASE}{course(scenario).pk}/figures/add/", given)

    assert answer.status_code == 400
    assert "The last day cannot come before the first." in words(answer)
    assert "&lt;script&gt;x&lt;/script&gt;" in answer.text
    assert "<script>x" not in answer.text


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Ms A, NHS 943 476 5919, came twice", "NHS number"),
        ("AB 12 34 56 C", "National Insurance number"),
        ("dob 3/4/1990", "birth date"),
    ],
)
def test_what_points_to_one_person_is_refused(scenario, text, sentence):
    given = {"item": "places", "first_on": "1/4/2025", "last_on": "1/4/2025", "value": "45", "note": text}

    answer = scenario.browser("coordinator").post(f"{BASE}{course(scenario).pk}/figures/add/", given)

    assert answer.status_code == 400
    assert f"This looks like a{'n' if sentence[0] == 'N' and sentence[1] == 'H' else ''} {sentence}" in words(answer)


@pytest.mark.parametrize("text", ["Call 01202 123 456 on 3/4/2025", "943 476 5910", "AB 12", "1,300 cameras"])
def test_ordinary_numbers_are_let_through(text):
    refuse_persons(text)


def test_a_figure_that_its_kind_does_not_count_is_refused(scenario):
    with pytest.raises(ValidationError, match="is not counted here"):
        add_figure(
            by=scenario.commander(),
            activity=course(scenario),
            item="hours",
            first_on=DAY,
            last_on=DAY,
            value=Decimal(1),
        )


def test_an_action_owner_records_for_their_own_agency_only(scenario):
    police, council = scenario.agencies["Exampleshire Police"], scenario.agencies["Exampleshire Council"]
    colleague = scenario.actor("colleague")

    add_activity(by=colleague, kind="patrol", title="Ours", agency=police)
    with pytest.raises(Refused):
        add_activity(by=colleague, kind="patrol", title="Theirs", agency=council)


def test_the_priorities_that_it_serves_are_set_on_a_page_and_shown_with_the_cc_mark(scenario):
    from wardmote.web.core.targets import targets

    record, browser = course(scenario), scenario.browser("coordinator")
    first = targets("priority", scenario.actor("coordinator"))[0]

    browser.post(f"{BASE}{record.pk}/serves/", {"first": str(first.id)})
    refused = browser.post(f"{BASE}{record.pk}/serves/", {"first": str(first.id), "others": [str(first.id)]})

    assert f"First: {first.name}." in words(browser.get(f"{BASE}{record.pk}/"))
    assert "Choose here only what it serves beside its first priority." in words(refused)
    assert AuditEntry.objects.filter(doing="tied a record").count() == 1


def test_another_partnership_s_activity_cannot_be_reached_through_its_figures(scenario):
    figure = ActivityFigure.objects.get(pk=scenario.examples["figure"])

    answer = scenario.browser("outsider").post(f"/p/elsewhere/activity/figures/{figure.pk}/remove/")

    assert answer.status_code == 404
    assert ActivityFigure.objects.filter(pk=figure.pk).exists()


def test_a_spreadsheet_comes_back_without_loss_and_changes_nothing(scenario):
    record = course(scenario, words={"theme": "=cmd|' /C calc'"}, summary="Über alles, “so” said\nin two lines")
    add_figure(
        by=scenario.commander(), activity=record, item="places", first_on=DAY, last_on=DAY, value=Decimal("45.5")
    )
    browser, entries = scenario.browser("manager"), AuditEntry.objects.count()

    for sheet in ("activities", "figures", "sites"):
        for ending in ("csv", "ods"):
            content = browser.get(f"{BASE}sheets/{sheet}.{ending}").content
            answer = browser.post(
                f"{BASE}sheets/{sheet}/in/", {"file": SimpleUploadedFile(f"{sheet}.{ending}", content)}
            )
            assert "0 rows added, 0 changed and" in words(answer), (sheet, ending)

    assert AuditEntry.objects.count() == entries


def test_a_changed_spreadsheet_adds_and_changes_and_nothing_else(scenario):
    browser = scenario.browser("manager")
    lines = browser.get(f"{BASE}sheets/sites.csv").content.decode().splitlines()
    lines[1] = lines[1].replace("The Library", "The Old Library")
    lines.append(",Safe Places in Exampleshire,The Station,Station,Mottlebury,,,1,2025-05-02,2025-05-02,,,")

    answer = bring(browser, "sites", "\r\n".join(lines))

    assert "1 row added, 1 changed and 0 left as they were." in words(answer)
    assert sorted(Site.objects.values_list("name", flat=True)) == ["The Old Library", "The Station"]


def test_one_wrong_row_leaves_everything_as_it_was(scenario):
    browser = scenario.browser("manager")
    lines = browser.get(f"{BASE}sheets/sites.csv").content.decode().splitlines()
    good = ",Safe Places in Exampleshire,The Station,Station,Mottlebury,,,1,2025-05-02,,,,"
    wrong = ",Safe Places in Exampleshire,The Pier,,Mottlebury,,,1,31/02/2025,,,,"

    answer = bring(browser, "sites", "\r\n".join([*lines, good, wrong]))

    assert answer.status_code == 400
    assert "Row 4: Since:" in words(answer)
    assert Site.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("sites.csv", b"a,b\n1,2\n", "has no column called “Id”"),
        ("sites.csv", b"\xff\xfe\x00\x01", "is not a CSV file in UTF-8"),
        ("sites.ods", b"no zip at all", "is not an ODS file"),
        ("sites.csv", b"x" * 2_100_000, "is larger than 2 MB"),
    ],
)
def test_a_file_of_another_kind_is_answered_with_a_sentence(scenario, name, content, sentence):
    answer = scenario.browser("manager").post(f"{BASE}sheets/sites/in/", {"file": SimpleUploadedFile(name, content)})

    assert answer.status_code == 400
    assert sentence in words(answer)


def test_another_partnership_s_id_in_a_spreadsheet_is_not_found(scenario):
    content = scenario.browser("manager").get(f"{BASE}sheets/sites.csv").content

    answer = scenario.browser("outsider").post(
        "/p/elsewhere/activity/sheets/sites/in/", {"file": SimpleUploadedFile("sites.csv", content)}
    )

    assert "there is no record with the id" in words(answer)


@pytest.mark.parametrize("query", ["year=1066-67", "year=x", "year=2024-26"])
def test_a_year_that_is_none_is_said_in_a_sentence(scenario, query):
    assert scenario.browser("reader").get(f"{BASE}?{query}").status_code == 400


def test_a_program_enters_a_figure(scenario):
    given = {"item": "trained", "first_on": "2025-06-01", "last_on": "2025-06-30", "value": 7}
    address = f"/api/v1{BASE}{scenario.examples['activity']}/figures/add/"

    answer = scenario.program("manager").post(address, given, content_type="application/json")
    wrong = scenario.program("manager").post(address, {**given, "item": "x"}, content_type="application/json")

    assert [one["doing"] for one in answer.json()["done"]] == ["entered a figure"]
    assert wrong.status_code == 422
    assert "x is not one of the available choices" in wrong.json()["fields"]["item"][0]


def bring(browser, sheet, text):
    return browser.post(f"{BASE}sheets/{sheet}/in/", {"file": SimpleUploadedFile(f"{sheet}.csv", text.encode())})
