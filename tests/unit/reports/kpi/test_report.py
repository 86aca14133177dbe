"""The report of a real store: what is in it, what is left out, and that all forms say the same."""

from decimal import Decimal

import odfdo
import openpyxl
import pytest

from wardmote.definitions.catalogue import find_measure
from wardmote.errors import BadInput, NotAvailable
from wardmote.measures import measure_series
from wardmote.reports.kpi.building import build_kpi_report
from wardmote.reports.kpi.writing import write_report


def test_only_live_measures_with_evidence_are_reported(report):
    assert [entry.measure.id for entry in report.entries] == ["burglary", "outcome-charged", "robbery"]
    assert [one.measure.id for one in report.without_evidence] == ["marac-repeat-cases"]
    assert [(one.measure.id, one.reason) for one in report.not_live] == [("drugs", "draft"), ("shoplifting", "retired")]


def test_the_figures_are_those_of_the_quarter_and_the_same_one_a_year_before(report, evidence):
    series = measure_series(evidence, find_measure("burglary"), period="quarter")
    value = {period.label: series.value[0, j] for j, period in enumerate(series.periods)}
    entry = report.entries[0]
    assert (entry.latest.period, entry.latest.value) == ("2024-25 Q4", value["2024-25 Q4"])
    assert (entry.year_before.period, entry.year_before.value) == ("2023-24 Q4", value["2023-24 Q4"])


def test_a_measure_that_hides_small_counts_has_a_chart_only_where_no_month_is_small(report, evidence):
    months = measure_series(evidence, find_measure("robbery"), period="month", end=report.quarter.last)
    is_any_small = bool(((months.count > 0) & (months.count < 5)).any())
    robbery = report.entries[2]
    assert (robbery.control is None) == is_any_small


def test_every_chart_ends_with_the_quarter(report):
    for entry in report.entries:
        if entry.control:
            assert entry.control.series[0].periods[-1].last == report.quarter.last


def _as_float(cell):
    return float(cell) if isinstance(cell, Decimal) else cell


def test_all_forms_hold_the_same_sentences_and_figures(report, written):
    page = written.html.read_text(encoding="utf-8")
    book = openpyxl.load_workbook(written.xlsx)
    ods = odfdo.Document(written.ods)
    for name in [name for name in book.sheetnames if name != "Contents"]:
        in_xlsx = [list(row) for row in book[name].iter_rows(values_only=True)]
        in_ods = ods.body.get_table(name=name).get_values()
        assert [[_as_float(cell) for cell in row] for row in in_ods] == in_xlsx
    for entry in report.entries:
        assert entry.finding.sentence in page
        assert entry.finding.sentence in [row[1] for row in book["Findings"].iter_rows(values_only=True)]


def test_a_quarter_with_nothing_loaded_says_what_to_do(evidence):
    with pytest.raises(NotAvailable, match="Load the files of that quarter first"):
        build_kpi_report(evidence, quarter="2050-51 Q1", measures=[find_measure("marac-cases")])


def test_a_folder_that_cannot_be_made_is_one_sentence(report, tmp_path):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(BadInput, match="cannot be written"):
        write_report(report, tmp_path / "file" / "below")
