"""What is written to a folder, and what is said when it cannot be."""

import csv

import pytest
from unit.reports.made_up import assessment

from wardmote.errors import BadInput
from wardmote.reports.writing import write_assessment


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    return write_assessment(assessment(), tmp_path_factory.mktemp("out") / "new")


def test_a_page_a_pdf_and_the_data_of_each_figure_are_written(written):
    assert written.html.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert written.pdf.read_bytes().startswith(b"%PDF-")
    assert [path.name for path in written.data] == [
        "figure-1-f-lines.csv",
        "figure-2-f-panels.csv",
        "figure-3-f-ranked.csv",
        "figure-4-f-control.csv",
        "figure-5-f-season.csv",
        "figure-6-f-map.csv",
    ]


def test_the_data_have_the_promised_columns(written):
    with written.data[2].open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    promised = [
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
    assert list(rows[0]) == promised
    assert [row["value"] for row in rows] == ["10.0", "20.0", "30.0"]


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path):
    (tmp_path / "taken").write_text("", encoding="utf-8")
    with pytest.raises(BadInput, match=r"taken: the assessment cannot be written .*[Cc]hoose a folder"):
        write_assessment(assessment(), tmp_path / "taken")
