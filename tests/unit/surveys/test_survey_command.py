"""`wardmote survey`: what a person at the keyboard sees."""

import csv
import io
import json

from typer.testing import CliRunner
from unit.surveys.conftest import panel_of_90

from wardmote.cli import app


def run(*words):
    return CliRunner().invoke(app, ["survey", *map(str, words)])


def test_a_survey_may_be_named_at_once(workspace, load):
    load(panel_of_90())
    short, long = (
        run(*words, "peoples-panel", "--question", "problems", "-w", workspace.folder) for words in ((), ("show",))
    )
    assert (short.exit_code, short.output) == (0, long.output)
    assert "People's Panel, 2023: 90 answered" in short.output
    assert "Residents volunteered to join the panel" in " ".join(short.output.split())


def test_csv_and_json_hold_the_same_rows(workspace, load):
    load(panel_of_90())
    choices = ("peoples-panel", "--wave", "2023", "--question", "experienced-crime", "-w", workspace.folder)
    from_csv = list(csv.DictReader(io.StringIO(run(*choices, "--as", "csv").output)))
    from_json = json.loads(run(*choices, "--as", "json").output)
    assert [(row["answer"], row["percent"], row["base"]) for row in from_csv] == [
        ("yes", "14.7727", "88"),
        ("no", "85.2273", "88"),
    ]
    assert [{key: str(value) for key, value in row.items()} for row in from_json[0]["rows"]] == from_csv


def test_check_says_what_cannot_be_and_fails():
    said = run("check", "--percent", "14.8", "--base", 90)
    assert (said.exit_code, said.output) == (
        1,
        (
            "No whole number of 90 gives 14.8%: the nearest, 13 of 90, is 14.4%."
            " 13 of 88 would give it: ask what it stands on.\n"
        ),
    )
    assert run("check", "--percent", "14.8", "--base", 88).exit_code == 0


def test_list_names_surveys_questions_and_waves(workspace, load):
    load(panel_of_90())
    lines = run("list", "-w", workspace.folder).output.splitlines()
    assert lines[0] == "peoples-panel: People's Panel. Waves loaded: 2023."
    assert "resident-survey: Resident survey. Waves loaded: none yet." in lines
