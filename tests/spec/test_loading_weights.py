"""Severity weights in the forms that publishers use, and files that are not what their name says."""

import json
from dataclasses import dataclass

import pytest
from evidence_files import asked, loaded
from openpyxl import Workbook

from wardmote.evidence.loading import load_paths
from wardmote.evidence.store import Store

# Invented weights: no publisher's number stands here.
ONS_FORM = [
    ["Crime Severity Score, England and Wales: offence weights"],
    ["Source: invented for this test"],
    [],
    ["Offence group", "Offence code", "Offence", "Weight 2013", "Weight 2019"],
    ["Violence", "008N", "Assault with injury", 90, 91.5],
    ["Violence", "105A", "Assault without injury", 10, 11],
    ["Violence", "", "All violence", "", ""],
    ["Theft", "46", "Shoplifting", 4, "not yet weighted"],
]
CAMBRIDGE_FORM = [
    ["Cambridge Crime Harm Index"],
    ["Home Office code", "Offence description", "Starting point (days)"],
    ["8N", "Assault with injury", "20"],
    ["46", "Shoplifting", "1.25"],
]


# The headings of the editions of 2021 to 2026, as public code that reads them has them.
CAMBRIDGE_SHEET = [
    ["ATHENA URN", "FULL_OFFENCE_TITLE", "CCHI Score", "Starting Point", "GROUP", "SUB_GROUP", "SUB_SUB_GROUP",
     "HOME_OFFICE_CLASSIFICATION", "HO_CODE", "HO_SUB_CODE", "HO_SUB_SUB_CODE",
     "If no sentencing data available what similar offence was used", "CJS CODE"],
    ["AB1", "Assault with injury", "20", "Medium level community order", "VIOLENCE", "WITH INJURY", "", "008/06", "8", "6", "", "", "OF61"],
    ["AB2", "Shoplifting", "1.25", "Band B fine", "THEFT", "SHOPLIFTING", "", "046/00", "46", "0", "", "another theft", "TH68"],
    ["AB3", "An offence without a guideline", "", "", "OTHER", "", "", "099/99", "99", "99", "", "", ""],
]  # fmt: skip


@dataclass(frozen=True)
class Given:
    """A file's `name` and `rows`; it is stored as the `scale` with these `weights`, and `aside` rows are set aside."""

    name: str
    rows: list[list[object]]
    scale: str
    weights: dict[str, float]
    aside: int


FORMS = {
    "the newest weight of the ONS, titles above and a total among the rows": Given(
        "offences.xlsx", ONS_FORM, "css", {"8N": 91.5, "105A": 11.0}, 2
    ),
    "days of imprisonment of the Cambridge index": Given(
        "harm.xlsx", CAMBRIDGE_FORM, "cchi", {"8N": 20.0, "46": 1.25}, 0
    ),
    "the Cambridge index by whole classifications, beside what each score was made of": Given(
        "Cambridge-CCHI-2026-update.xlsx", CAMBRIDGE_SHEET, "cchi", {"8/06": 20.0, "46/00": 1.25}, 1
    ),
    "the same as CSV": Given("harm.csv", CAMBRIDGE_FORM, "cchi", {"8N": 20.0, "46": 1.25}, 0),
}


def write(folder, name, rows):
    path = folder / name
    if name.endswith(".csv"):
        path.write_text("\n".join(",".join(str(cell) for cell in row) for row in rows) + "\n", encoding="utf-8")
        return path
    book = Workbook()
    cover = book.active
    cover.title = "Contents"
    cover.append(["What is in this file"])
    sheet = book.create_sheet("List")
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


@pytest.mark.parametrize("form", FORMS)
def test_a_publishers_form_is_read(form, tmp_path):
    given = FORMS[form]
    store = Store(tmp_path / "evidence")
    report = loaded(store, write(tmp_path, given.name, given.rows))
    assert {scale for (scale,) in asked(store, "SELECT DISTINCT scale FROM weights")} == {given.scale}
    assert dict(asked(store, "SELECT code, weight FROM weights")) == given.weights
    assert report.loads[0].files[0].quarantined == given.aside


def test_a_newer_edition_takes_the_place_of_the_older(tmp_path):
    store = Store(tmp_path / "evidence")
    loaded(store, write(tmp_path, "2019.xlsx", ONS_FORM))
    newer = [*ONS_FORM[:4], ["Violence", "8N", "Assault with injury", 90, 95]]
    report = loaded(store, write(tmp_path, "2024.xlsx", newer))
    assert asked(store, "SELECT code, weight FROM weights") == [("8N", 95.0)]
    assert report.loads[0].files[0].superseded == 2


@pytest.mark.parametrize(
    ("name", "rows", "reason"),
    [
        ("crime-harm-index.csv", [["Offence", "Group"], ["Theft", "Property"]], "column of offence codes"),
        ("crime_severity_score.csv", [["Offence code", "Weight"], ["8N", "none"]], "not a number"),
    ],
)
def test_a_file_that_is_not_what_it_is_called_is_refused_in_a_sentence(name, rows, reason, tmp_path):
    store = Store(tmp_path / "evidence")
    report = load_paths(store, [write(tmp_path, name, rows)])
    assert not report.loads
    (refusal,) = report.not_loaded
    assert reason in refusal.reason
    assert refusal.reason.endswith(".")


def test_weights_by_category_as_they_went_round(open_data, tmp_path):
    source = open_data / "crime_harm" / "ons_css_weights_by_policeuk_category_secondary.json"
    store = Store(tmp_path / "evidence")
    report = loaded(store, source)
    listed = json.loads(source.read_text(encoding="utf-8"))["weights_by_policeuk_category"]
    assert report.loads[0].files[0].read == sum(len(weights) for weights in listed.values())
    assert asked(store, "SELECT weight FROM weights WHERE code = 'Robbery'") == [(746.0,), (746.0,)]
    disowned = "SELECT count(*) FROM weights WHERE code IN ('Anti-social behaviour', 'Bicycle theft')"
    assert asked(store, disowned) == [(0,)]
    assert {scale for (scale,) in asked(store, "SELECT scale FROM weights")} == {"css"}
