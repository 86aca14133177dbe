"""Lists of people from files, and the commands on them."""

from datetime import date

import pytest
from typer.testing import CliRunner

from wardmote.cli import app
from wardmote.errors import BadInput
from wardmote.evidence.linkage.files import read_people, read_truth

LIST = "Person Ref,Forename,Surname,DOB,Sex,Postcode Sector\n"


def write(folder, name, text):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_list_is_read_with_either_form_of_date(tmp_path):
    text = LIST + "N1,Ann,Lee,1980-01-31,F,QX1 1\nN2,Bob,Ray,31/01/1980,M,QX1 2\nN3,Cy,Fox,unknown,M\n"

    people = read_people(write(tmp_path, "a.csv", text))

    assert people.references == ("N1", "N2", "N3")
    assert people.records.born == (date(1980, 1, 31), date(1980, 1, 31), None)
    assert people.records.sector == ("QX1 1", "QX1 2", "")
    assert people.records.row == (2, 3, 4)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Forename,Surname\nZebulon,Crake\n", "no column for: born, reference"),
        ("", "is empty"),
    ],
)
def test_a_file_that_is_no_list_is_refused_without_its_rows(tmp_path, text, says):
    with pytest.raises(BadInput, match=says) as caught:
        read_people(write(tmp_path, "a.csv", text))

    assert "Zebulon" not in str(caught.value)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(BadInput, match="cannot be read"):
        read_people(tmp_path / "none.csv")


def test_pairs_that_share_a_record_are_one_person(tmp_path):
    first = read_people(write(tmp_path, "a.csv", LIST + "A1,Ann,Lee,,F,\nA2,Ann,Lee,,F,\nA3,Cy,Fox,,M,\n"))
    second = read_people(write(tmp_path, "b.csv", LIST + "B1,Ann,Lee,,F,\nB2,Di,Roe,,F,\n"))

    truth = read_truth(write(tmp_path, "truth.csv", "A,B\nA1,B1\nA2,B1\n"), (first, second))

    assert truth == (0, 0, 1, 0, 2)


def test_a_pair_of_nobody_is_refused_by_its_line(tmp_path):
    people = read_people(write(tmp_path, "a.csv", LIST + "A1,Ann,Lee,,F,\n"))

    with pytest.raises(BadInput, match="line 2 is no pair"):
        read_truth(write(tmp_path, "truth.csv", "A,B\nA1,B9\n"), (people, people))


def test_the_command_prints_how_good_the_links_are(sets):
    told = CliRunner().invoke(
        app, ["link", "quality", str(sets.police), str(sets.health), "--truth", str(sets.matches)]
    )

    assert told.exit_code == 0
    for words in ("Precision", "Recall", "F1", "with exact pseudonyms only", "At other thresholds"):
        assert words in told.output


def test_the_command_shows_links_by_row_and_without_names(sets, lists):
    told = CliRunner().invoke(app, ["link", "review", str(sets.police), str(sets.health), "--most", "20"])

    assert "police-people.csv line " in told.output
    assert "20 shown" in told.output
    surnames = {name.lower() for one in lists for name in one.records.surname}
    assert [name for name in surnames if name in told.output.lower()] == []
