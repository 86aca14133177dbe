"""Registers as spreadsheets: out and in again without loss, a trial that changes nothing, and all or nothing."""

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models
from hypothesis import given
from hypothesis import strategies as st
from web.pages import words

from wardmote.errors import BadInput
from wardmote.web.core.audit import newest
from wardmote.web.core.lists.files import csv_text, ods_bytes
from wardmote.web.core.rooms import offered
from wardmote.web.core.sheets import bring_in, rows_of
from wardmote.web.core.sheets.reading import read_rows

HEADS = ["Id", "Name", "Note"]
# What a form lets through: no null characters, no lone surrogates, and nothing but letters that XML can hold.
TEXT = st.text(st.characters(min_codepoint=32, exclude_categories=["Cs", "Cc", "Cn"]), max_size=30)
ROWS = st.lists(st.tuples(TEXT, TEXT, TEXT).filter(lambda row: any(cell.strip() for cell in row)), max_size=6)
SHEETS = [sheet for of_room in offered("forms.sheets", "SHEETS") for sheet in of_room.values()]
# Of registers whose rows have a title: the column that holds it.
NAMES = {"risks": "Risk", "grants": "Grant", "savings": "Project", "horizon": "What is coming"}
EACH = pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)


def in_again(content, name):
    return [tuple(row.values()) for _, row in read_rows(content, name=name, heads=HEADS)]


@given(rows=ROWS)
def test_csv_brings_back_every_word(rows):
    assert in_again(csv_text(HEADS, rows).encode(), "rows.csv") == rows


@given(rows=ROWS)
def test_csv_of_excel_with_its_mark_brings_back_every_word(rows):
    assert in_again(csv_text(HEADS, rows).encode("utf-8-sig"), "rows.csv") == rows


@given(rows=ROWS)
def test_ods_brings_back_every_word(rows):
    assert in_again(ods_bytes("Rows", HEADS, rows), "rows.ods") == rows


@pytest.mark.parametrize(
    "text", ["'", "''=1", "=1+1", "first\nsecond", "a\n\nb", "  two  spaces  ", "\ttab", "1.0", "01"]
)
@pytest.mark.parametrize("kind", ["csv", "ods"])
def test_words_that_spreadsheets_like_to_change_come_back(text, kind):
    rows = [("x", text, "end")]
    content = csv_text(HEADS, rows).encode() if kind == "csv" else ods_bytes("Rows", HEADS, rows)

    assert in_again(content, f"rows.{kind}") == rows


@EACH
@pytest.mark.parametrize("kind", ["csv", "ods"])
def test_a_register_that_comes_in_as_it_went_out_changes_nothing(scenario, sheet, kind):
    by = scenario.actor("manager")
    rows = rows_of(sheet, sheet.records(by))
    content = csv_text(sheet.heads, rows).encode() if kind == "csv" else ods_bytes(sheet.title, sheet.heads, rows)
    before = newest()

    brought = bring_in(sheet, content, name=f"{sheet.name}.{kind}", by=by)

    assert (brought.added, brought.changed, brought.same, brought.faults) == (0, 0, len(rows), ())
    assert newest() == before


@EACH
def test_rows_taken_without_their_ids_are_added_as_they_were(scenario, sheet):
    """What goes out is what a new row needs: the same words make the same record, but for what must be unique."""
    by = scenario.actor("manager")
    rows = rows_of(sheet, sheet.records(by))
    copies = [["", *row[1:]] for row in rows]

    brought = bring_in(sheet, csv_text(sheet.heads, copies).encode(), name="copies.csv", by=by, is_trial=True)

    assert brought.added == len(rows) or bool(brought.faults)
    assert all("Row " in fault for fault in brought.faults)


@pytest.mark.parametrize("sheet", [one for one in SHEETS if one.name in NAMES], ids=lambda sheet: sheet.name)
def test_a_trial_says_what_would_change_and_changes_nothing(scenario, sheet):
    by = scenario.actor("manager")
    rows = rows_of(sheet, sheet.records(by))
    rows[0][list(sheet.heads).index(NAMES[sheet.name])] = "Quite another title"
    before = newest()

    brought = bring_in(sheet, csv_text(sheet.heads, rows).encode(), name="x.csv", by=by, is_trial=True)

    assert brought.faults == ()
    assert brought.sentence.startswith("Nothing was brought in yet. This file would add 0 rows, change 1")
    assert "to “Quite another title”" in brought.rows[0]
    assert newest() == before


@EACH
@pytest.mark.parametrize("kind", ["csv", "ods"])
def test_a_changed_cell_changes_one_field_and_nothing_else(scenario, sheet, kind):
    by = scenario.actor("manager")
    rows = rows_of(sheet, sheet.records(by))
    free = [at for at, field in enumerate(sheet.columns, start=1) if is_free_text(sheet, field)]
    assert rows
    assert free
    before = {row[0]: list(row) for row in rows}
    changed = [list(row) for row in rows]
    changed[0][free[-1]] = "Quite other words, “so” = 1"
    write = {
        "csv": lambda: csv_text(sheet.heads, changed).encode(),
        "ods": lambda: ods_bytes("X", sheet.heads, changed),
    }

    brought = bring_in(sheet, write[kind](), name=f"x.{kind}", by=by)

    assert (brought.added, brought.changed, brought.same, brought.faults) == (0, 1, len(rows) - 1, ())
    after = {row[0]: list(row) for row in rows_of(sheet, sheet.records(by))}
    differing = [(id_, at) for id_, row in after.items() for at, cell in enumerate(row) if cell != before[id_][at]]
    assert differing == [(changed[0][0], free[-1])]


def is_free_text(sheet, field):
    found = sheet.form.model._meta.get_field(field)
    return isinstance(found, (models.CharField, models.TextField)) and not found.choices and not found.unique


@EACH
@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "picture.csv", "is not a CSV file in UTF-8"),
        (b"not a spreadsheet", "words.ods", "is not an ODS file"),
        (b"", "nothing.csv", "has no column called"),
        (b"a,b,c\n1,2,3\n", "other.csv", "has no column called “Id”"),
        (b"x" * 2_000_001, "large.csv", "is larger than 2 MB"),
        (b'"unfinished', "unfinished.csv", "is not a CSV file in UTF-8"),
    ],
)
def test_a_file_of_the_wrong_kind_is_refused_in_a_sentence(scenario, sheet, content, name, sentence):
    with pytest.raises(BadInput, match=sentence):
        bring_in(sheet, content, name=name, by=scenario.actor("manager"))


@EACH
def test_one_wrong_row_leaves_all_of_the_file_out(scenario, sheet):
    by = scenario.actor("manager")
    rows = rows_of(sheet, sheet.records(by))
    nobody = "00000000-0000-4000-8000-000000000000"
    wrong = [nobody, *[""] * len(sheet.columns)]
    before = newest()

    brought = bring_in(sheet, csv_text(sheet.heads, [*rows, wrong]).encode(), name="x.csv", by=by)

    assert brought.faults == (f"Row {len(rows) + 2}: there is no record with the id {nobody} here",)
    assert newest() == before


def test_the_page_shows_a_trial(scenario):
    browser, address = scenario.browser("manager"), "/p/exampleshire/registers/risks/in/"
    table = list(csv.reader(io.StringIO(browser.get("/p/exampleshire/registers/risks.csv").text)))
    file = SimpleUploadedFile("risks.csv", csv_text(table[0], table[1:]).encode())

    page = words(browser.post(address, {"file": file, "is_trial": "on"}))

    assert "Nothing was brought in yet. This file would add 0 rows, change 0" in page
