"""A file of answers becomes rows of `answers`: what each cell means, what is set aside, and what goes nowhere."""

import pytest
import xlsxwriter
from unit.surveys.conftest import PANEL_HEADER, panel_row, write_csv

from wardmote.evidence.loading import load_paths


def asked(workspace, sql):
    return workspace.evidence().snapshot.rows(sql)


CELLS = [
    ({"Experienced Crime": "Yes"}, "experienced-crime", ["yes"]),
    ({"Experienced Crime": " YES "}, "experienced-crime", ["yes"]),
    ({"Experienced Crime": "y"}, "experienced-crime", ["yes"]),
    ({"Experienced Crime": "Prefer not to say"}, "experienced-crime", []),
    ({"Experienced Crime": ""}, "experienced-crime", []),
    ({"Local Problems": "ASB; rural crime"}, "problems", ["anti-social behaviour", "rural crime"]),
    ({"Local Problems": "ASB; asb;"}, "problems", ["anti-social behaviour"]),
    ({"Local Problems": "None"}, "problems", ["none of these"]),
    ({"Age Group": "55+"}, "age", ["55 and over"]),
    ({"Age Group": "34"}, "age", ["18 to 34"]),  # an age in years becomes a band
    ({"Age Group": "35"}, "age", ["35 to 54"]),
    ({"Age Group": "101"}, "age", ["55 and over"]),
    ({"Sex": "not stated"}, "sex", []),
    ({"Town": "  East   mere "}, "town", ["East mere"]),
]
REASONS = [
    ({"Experienced Crime": "maybe"}, "the answer to “experienced-crime” is not one of the card's"),
    ({"Local Problems": "ASB; dragons"}, "1 of the answers to “problems” are not the card's"),
    ({"Wave": "1066"}, "the wave is not one of the card's"),
    ({"Age Group": "17"}, "the age is in none of the card's groups"),
    ({"Weight": "0"}, "the weight is not a number above zero"),
    ({"Weight": "inf"}, "the weight is not a number above zero"),
    ({"Weight": ""}, "the weight is not a number above zero"),
    (
        {"Local Problems": "", "Crime Issue": "", "Experienced Crime": "", "Experienced ASB": ""},
        "no question is answered",
    ),
]


def test_what_each_cell_means(workspace, load):
    load([panel_row(**cells) for cells, _, _ in CELLS])
    found = {(row, question): [] for row, (_, question, _) in enumerate(CELLS, start=1)}
    for row, question, answer in asked(workspace, "SELECT respondent, question, answer FROM answers ORDER BY ALL"):
        if (row, question) in found:
            found[row, question].append(answer)
    assert list(found.values()) == [answers for _, _, answers in CELLS]


def test_why_each_row_is_set_aside(workspace, load):
    loaded = load([panel_row(Weight="1"), *({**panel_row(Weight="1"), **cells} for cells, _ in REASONS)])
    assert (loaded.read, loaded.kept, loaded.quarantined) == (1 + len(REASONS), 1, len(REASONS))
    assert asked(workspace, "SELECT row, reason, text FROM quarantine ORDER BY row") == [
        (row, reason, None) for row, (_, reason) in enumerate(REASONS, start=2)
    ]


def test_the_wave_may_stand_in_the_files_name(workspace, load):
    row = panel_row()
    del row["Wave"]
    load([row], name="panel 2022 export.csv")
    assert asked(workspace, "SELECT DISTINCT survey, wave FROM answers") == [("peoples-panel", "2022")]


@pytest.mark.parametrize("name", ["panel.csv", "panel 2022 and 2023.csv"])
def test_a_file_that_does_not_say_its_wave_is_refused(workspace, tmp_path, name):
    row = panel_row()
    del row["Wave"]
    report = load_paths(workspace.store, [write_csv(tmp_path / name, [row])])
    assert [one.reason for one in report.not_loaded] == [
        (
            f"{name}: does not say which wave of peoples-panel it is. Name the file for one of its waves (2021, 2022, 2023),"
            " or add the column Wave."
        )
    ]


def test_a_wave_that_comes_again_replaces_the_first(workspace, load):
    load([panel_row(), panel_row()])
    again = load([panel_row(Sex="M")], name="again.csv")
    assert again.superseded == 2
    assert asked(workspace, "SELECT count(DISTINCT respondent) FROM answers") == [(1,)]


def test_the_same_file_again_changes_nothing(workspace, load):
    assert load([panel_row()]).number == 1
    assert load([panel_row()]).number == 0


def test_what_people_write_beside_their_answers_is_nowhere_on_disk(workspace, load):
    load([panel_row(Name="Zebedee Quux", Comments="I live at 7 Frobnicate Lane"), panel_row(Name="Quux", Sex="?Quux?")])
    written = [path for path in workspace.folder.rglob("*") if path.is_file()]
    assert written
    assert [path.name for path in written if any(word in path.read_bytes() for word in (b"Quux", b"Frobnicate"))] == []


def test_a_workbook_under_a_title_reads_like_a_csv(workspace, load, tmp_path):
    path = tmp_path / "panel.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Answers")
    sheet.write(0, 0, "People's Panel")
    for number, row in enumerate(
        [dict(zip(PANEL_HEADER, PANEL_HEADER, strict=True)), panel_row(), panel_row()], start=2
    ):
        sheet.write_row(number, 0, list(row.values()))
    book.close()
    report = load_paths(workspace.store, [path])
    assert [(one.read, one.kept) for one in report.loads] == [(2, 2)]
    from_workbook = asked(workspace, "SELECT * EXCLUDE respondent FROM answers ORDER BY ALL")
    load([panel_row(), panel_row()])
    assert asked(workspace, "SELECT * EXCLUDE respondent FROM answers ORDER BY ALL") == from_workbook


def test_answers_with_a_column_each(workspace, tmp_path):
    (workspace.folder / "surveys").mkdir()
    (workspace.folder / "surveys" / "streets.yaml").write_text(
        """
title: Streets
owner: the council
population: residents
selection: Everybody was asked.
waves: {"2024": {first: 2024-01-01, last: 2024-02-01}}
wave: [Wave]
recognise: [seen]
questions:
  seen:
    wording: What have you seen?
    options: {litter: [Seen litter], graffiti: [Seen graffiti]}
""",
        encoding="utf-8",
    )
    cells = [("Yes", "No"), ("No", "No"), ("", ""), ("1", "x"), ("", "yes")]
    rows = [{"Wave": "2024", "Seen litter": litter, "Seen graffiti": graffiti} for litter, graffiti in cells]
    report = load_paths(workspace.store, [write_csv(tmp_path / "streets.csv", rows)])
    assert [(one.read, one.kept) for one in report.loads] == [(5, 4)]
    assert asked(workspace, "SELECT respondent, answer FROM answers ORDER BY ALL") == [
        (1, "litter"),
        (2, "none of these"),
        (4, "graffiti"),
        (4, "litter"),
        (5, "graffiti"),
    ]
