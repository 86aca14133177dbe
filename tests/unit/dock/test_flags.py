"""What a record is flagged with, and which flags it answers at all."""

import pytest
from dock_files import csv_text, incident, load, rows, workspace

HAS_COLUMNS = {"Alcohol": "", "Knife": "", "Flags": "", "Notes": ""}


def flags(tmp_path, **cells):
    at = workspace(tmp_path)
    load(at, csv_text([incident(1, **{**HAS_COLUMNS, **cells})]))
    return rows(at, "flags, answered")[0]


@pytest.mark.parametrize("yes", ["Y", "yes", "TRUE", "1", "x"])
def test_yes(tmp_path, yes):
    assert flags(tmp_path, Alcohol=yes) == (["alcohol"], ["alcohol", "knife"])


@pytest.mark.parametrize("no", ["N", "No", "false", "0"])
def test_no_is_an_answer(tmp_path, no):
    assert flags(tmp_path, Alcohol=no) == ([], ["alcohol", "knife"])


@pytest.mark.parametrize("unanswered", ["", "Unknown", "not recorded", "perhaps"])
def test_neither_is_no_answer(tmp_path, unanswered):
    assert flags(tmp_path, Alcohol=unanswered) == ([], ["knife"])


def test_a_blank_is_no_where_the_card_says_so(tmp_path):
    assert flags(tmp_path)[1] == ["knife"]


def test_a_flag_without_a_column_is_not_answered(tmp_path):
    at = workspace(tmp_path)
    load(at, csv_text([incident(1)]))
    assert rows(at, "flags, answered") == [([], [])]


@pytest.mark.parametrize(
    ("listed", "raised"),
    [("DA", ["domestic-abuse"]), ("da; Drug Related ;other", ["domestic-abuse", "drugs"]), ("OTHER", []), ("ADA", [])],
)
def test_a_list_answers_all_that_it_could_name(tmp_path, listed, raised):
    assert flags(tmp_path, Flags=listed) == (raised, ["domestic-abuse", "drugs", "knife"])


def test_a_blank_list_answers_nothing(tmp_path):
    assert flags(tmp_path, Flags="unknown")[1] == ["knife"]


@pytest.mark.parametrize(
    ("notes", "raised"), [("He was DRUNK, they say", ["alcohol"]), ("drunken sailor", []), ("quiet", [])]
)
def test_free_text_can_only_say_yes(tmp_path, notes, raised):
    assert flags(tmp_path, Notes=notes) == (raised, sorted([*raised, "knife"]))


def test_a_flag_that_two_columns_raise_is_raised_once(tmp_path):
    assert flags(tmp_path, Alcohol="Y", Notes="drunk")[0] == ["alcohol"]
