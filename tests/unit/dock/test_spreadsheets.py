"""What real spreadsheets do to those who read them, each in a real file."""

import io
from datetime import date, datetime

import pytest
from dock_files import csv_text, incident, load, rows, set_aside, workspace

HEADINGS = ["Ref", "Recorded", "Type", "Cost"]


def xlsx(sheets, *, merged=0, date_cells=()):
    """A workbook; the first `merged` rows of each sheet are titles over all columns."""
    from xlsxwriter import Workbook

    content = io.BytesIO()
    book = Workbook(content, {"in_memory": True})
    day = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
    for name, table in sheets.items():
        sheet = book.add_worksheet(name)
        for number, row in enumerate(table):
            if number < merged:
                sheet.merge_range(number, 0, number, 3, row[0])
                continue
            for column, value in enumerate(row):
                if isinstance(value, date | datetime):
                    sheet.write_datetime(number, column, value, day)
                else:
                    sheet.write(number, column, value)
    book.close()
    return content.getvalue()


def ods(table):
    from odfdo import Document, Table

    document = Document("spreadsheet")
    document.body.clear()
    sheet = Table("Incidents")
    for number, row in enumerate(table):
        sheet.set_row_values(number, row)
    document.body.append(sheet)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def kept(tmp_path, content, *, name="watch.csv", columns="recorded_on, category"):
    at = workspace(tmp_path)
    report = load(at, content, name=name)
    assert report.not_loaded == ()
    return rows(at, columns)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "cp1252", "utf-16"])
def test_any_usual_encoding(tmp_path, encoding):
    text = csv_text([incident(Type="Café row, £5")])
    assert kept(tmp_path, text.encode(encoding), columns="category") == [("Café row, £5",)]


def test_curly_quotes_as_windows_writes_them(tmp_path):
    assert kept(tmp_path, csv_text([incident(Type="“Noise”")]).encode("cp1252"), columns="category") == [("“Noise”",)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_any_usual_delimiter(tmp_path, delimiter):
    rows_ = [incident(1, Type="Noise; loud, and long"), incident(2)]
    text = csv_text(rows_, delimiter=delimiter)
    assert kept(tmp_path, text, columns="category") == [("Noise; loud, and long",), ("Noise",)]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_any_line_end(tmp_path, line_end):
    text = csv_text([incident(1), incident(2)]).replace("\r\n", line_end)
    assert len(kept(tmp_path, text)) == 2


def test_title_lines_above_a_csv_header(tmp_path):
    text = "Watch extract - OFFICIAL\nRun on 5 March\n\n" + csv_text([incident()])
    assert kept(tmp_path, text) == [(date(2024, 3, 5), "Noise")]


def test_merged_titles_above_the_header_of_a_workbook(tmp_path):
    table = [
        ["Watch: incidents"],
        ["Extract of March"],
        [],
        HEADINGS,
        ["W/1", datetime(2024, 3, 5, 10, 15), "Noise", 12],
    ]
    content = xlsx({"Data": table}, merged=2)
    assert kept(tmp_path, content, name="watch.xlsx") == [(date(2024, 3, 5), "Noise")]


def test_headings_merged_over_those_below_them(tmp_path):
    two_lines = """
title: Two lines of headings
partner: watch
table: events
recognise: [victim.reference, suspect.reference]
columns: {reference: Record Ref, recorded: Record When, category: Record Type}
codes: {category: {words: {Noise: []}}}
people:
  - {role: victim, reference: Victim Ref}
  - {role: suspect, reference: Suspect Ref}
"""
    at = workspace(tmp_path, ("two-lines", two_lines))
    report = load(at, "Record,,,Victim,,Suspect,\nRef,When,Type,Ref,DOB,Ref,DOB\nW/1,05/03/2024,Noise,V1,,S1,\n")
    assert report.not_loaded == ()
    assert rows(at, "role, person IS NOT NULL", "event_people", order="role") == [("suspect", True), ("victim", True)]


def test_headings_with_line_breaks_and_odd_spaces(tmp_path):
    text = '"Ref ","Recorded\n",TYPE_,"  cost (£) "\nW/1,05/03/2024,Noise,3\n'.replace("TYPE_", "Ty pe")
    assert kept(tmp_path, text) == [(date(2024, 3, 5), "Noise")]


def test_a_totals_row_and_blank_rows_below_the_table(tmp_path):
    at = workspace(tmp_path)
    text = csv_text([incident(1, Cost="1"), incident(2, Cost="2")]) + "Total,,,3\r\n,,,\r\n,,,\r\n\r\n"
    report = load(at, text)
    assert (report.loads[0].read, report.loads[0].kept) == (3, 2)
    assert set_aside(at) == [(3, "the row adds up others")]


def test_a_record_that_begins_like_a_total_is_kept(tmp_path):
    assert len(kept(tmp_path, csv_text([incident(Ref="Total Fitness")]))) == 1


@pytest.mark.parametrize(
    "written",
    ["2024-03-05", "2024-03-05T10:15:00", "05/03/2024", "5/3/24", "05.03.2024", "05-Mar-24", "5 March 2024",
     "5th Mar 2024", "Tue 5 Mar 2024", "20240305", "45356", "45356.5", "05/03/2024 10:15", "5/3/2024 9:05 PM"],
)  # fmt: skip
def test_dates_as_people_write_them(tmp_path, written):
    assert kept(tmp_path, csv_text([incident(Recorded=written)]), columns="recorded_on") == [(date(2024, 3, 5),)]


def test_dates_as_a_spreadsheet_holds_them_beside_dates_as_text(tmp_path):
    table = [HEADINGS, ["W/1", date(2024, 3, 5), "a", 1], ["W/2", 45356, "b", 1], ["W/3", "05/03/2024", "c", 1]]
    assert kept(tmp_path, xlsx({"Data": table}), name="w.xlsx", columns="recorded_on") == [(date(2024, 3, 5),)] * 3


def test_a_year_of_two_figures_is_never_in_the_future(tmp_path):
    at = workspace(tmp_path)
    load(at, csv_text([incident(1, From="12-Jun-67"), incident(2, From="12/06/24")]))
    assert rows(at, "occurred_on") == [(date(1967, 6, 12),), (date(2024, 6, 12),)]


def test_the_hour_is_known_only_where_a_time_is_given(tmp_path):
    at = workspace(tmp_path)
    load(
        at,
        csv_text([incident(1, From="05/03/2024 23:40"), incident(2, From="05/03/2024"), incident(3, From="45356.75")]),
    )
    assert rows(at, "occurred_hour") == [(23,), (None,), (18,)]


def test_amounts_with_commas_pounds_and_spaces(tmp_path):
    text = csv_text([incident(1, Cost="£1,234.50"), incident(2, Cost=" 1 000 "), incident(3, Cost="-")])
    assert kept(tmp_path, text, columns="amount") == [(1234.5,), (1000.0,), (None,)]


@pytest.mark.parametrize("nothing", ["", " ", "-", "N/A", "n/a", "NULL", "\u00a0", "[x]", "#N/A"])
def test_words_that_say_nothing_are_nothing(tmp_path, nothing):
    assert kept(tmp_path, csv_text([incident(Section=nothing)]), columns="section") == [(None,)]


def test_spaces_around_cells_are_not_part_of_them(tmp_path):
    text = csv_text([incident(Type="\u00a0 Noise \t", Section=" North ")])
    assert kept(tmp_path, text, columns="category, section") == [("Noise", "North")]


def test_a_workbook_of_several_sheets_of_which_some_hold_the_table(tmp_path):
    at = workspace(tmp_path)
    sheets = {
        "Notes": [["About this file"], ["Nothing here"]],
        "2023": [HEADINGS, ["W/1", "05/03/2023", "a", 1], ["W/2", "never", "a", 1]],
        "2024": [HEADINGS, ["W/3", "05/03/2024", "b", 1], ["W/4", "nor here", "b", 1]],
    }
    load(at, xlsx(sheets), name="watch.xlsx")
    assert rows(at, "category, row", order="row") == [("a", 1), ("b", 3)]
    assert rows(at, "file, row", "quarantine", order="file") == [
        ("watch.xlsx, sheet 2", 2),
        ("watch.xlsx, sheet 3", 2),
    ]


def test_an_open_document_spreadsheet(tmp_path):
    content = ods([["Watch"], [], HEADINGS, ["W/1", "05/03/2024", "Noise", 3]])
    assert kept(tmp_path, content, name="watch.ods") == [(date(2024, 3, 5), "Noise")]


def test_numbers_in_a_workbook_are_references_without_a_decimal_point(tmp_path):
    at = workspace(tmp_path)
    table = [[*HEADINGS, "Victim Ref"], [101, "05/03/2024", "a", 1, 7001]]
    load(at, xlsx({"Data": table}), name="watch.xlsx")
    load(at, csv_text([incident(Ref="101", Recorded="05/04/2024", Victim_Ref="7001")]), name="again.csv")
    assert rows(at, "count(DISTINCT person), count(*)", "event_people", order="1") == [(1, 2)]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"PK\x03\x04 not a zip", "watch.xlsx: is not a whole spreadsheet. Export it again."),
        (b"", "watch.xlsx: is empty. Export it again."),
    ],
)
def test_a_broken_workbook_is_one_sentence(tmp_path, content, sentence):
    report = load(workspace(tmp_path), content, name="watch.xlsx")
    assert [one.reason for one in report.not_loaded] == [sentence]
