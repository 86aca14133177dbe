"""What people decide of pairs near the threshold, what later loads know of earlier ones, and what is refused."""

import pytest
from dock_files import csv_text, incident, rows, workspace
from typer.testing import CliRunner

from wardmote.cli import app
from wardmote.evidence.linkage.held import read_decisions, read_persons
from wardmote.evidence.linkage.pairs import read_pairs
from wardmote.evidence.people import Key

ZOE = {"Victim_Forename": "Zoe", "Victim_Surname": "Obrandishaw", "Victim_DOB": "01/02/1980"}
ZOE_MISTYPED = {**ZOE, "Victim_Surname": "Obrandishwa"}
# Alike in nothing but the birth date and most of the forename, and so a pair for a person to decide.
MARINA, MARINE = (
    {"Victim_Forename": forename, "Victim_Surname": surname, "Victim_DOB": "29/07/1983"}
    for forename, surname in (("Marina", "Vandermole"), ("Marine", "Thistlequack"))
)
AMY = {"Victim_Forename": "Amy", "Victim_Surname": "Vandermole"}


def told(*words):
    return CliRunner().invoke(app, [str(word) for word in words])


def load(at, *files, options=()):
    """Load files, each a list of rows, with people linked."""
    paths = []
    for number, incidents in enumerate(files):
        path = at.folder.parent / f"file{number}.csv"
        path.write_text(csv_text(incidents), encoding="utf-8")
        paths.append(path)
    return told("load", *paths, "--link", *options, "-w", at.folder)


def victims(at):
    """The pseudonym of each row's victim, in the order of months and rows."""
    return [person for (person,) in rows(at, "person", "event_people", order="month, row")]


def march(number, **who):
    return incident(number, **who)


def april(number, **who):
    return incident(number, Recorded="05/04/2024 10:15", **who)


@pytest.fixture
def at(tmp_path):
    return workspace(tmp_path)


def test_two_spellings_are_one_person_by_the_pseudonym_of_an_ordinary_load(at):
    assert load(at, [march(1, **ZOE), march(2, **ZOE)], [april(3, **ZOE_MISTYPED)]).exit_code == 0
    own = Key.of(at.folder / "keys").pseudonym("name", "zoe", "obrandishaw", "1980-02-01")
    assert victims(at) == [own, own, own]


def test_a_later_load_of_the_other_spelling_alone_finds_the_person_again(at):
    load(at, [march(1, **ZOE), march(2, **ZOE)], [april(3, **ZOE_MISTYPED)])
    first = victims(at)[0]
    assert load(at, [incident(4, Recorded="05/05/2024", **ZOE_MISTYPED)]).exit_code == 0
    assert victims(at) == [first] * 4


def test_loading_without_linking_again_parts_them(at):
    load(at, [march(1, **ZOE)], [april(2, **ZOE_MISTYPED)])
    assert len(set(victims(at))) == 1
    told("load", at.folder.parent / "file0.csv", at.folder.parent / "file1.csv", "-w", at.folder)
    assert len(set(victims(at))) == 2


def test_numbers_of_one_agency_are_believed_and_a_name_joins_one_of_them(at):
    load(at, [march(1, Victim_Ref="N1", **ZOE), march(2, Victim_Ref="N2", **ZOE)], [april(3, **ZOE_MISTYPED)])
    one, two, mistyped = victims(at)
    assert one != two
    assert mistyped in (one, two)


def test_a_single_person_named_too_vaguely_has_no_pseudonym_and_two_linked_have_one(at):
    load(at, [march(1, **AMY)], [april(2, **ZOE)])
    assert victims(at)[0] is None
    load(at, [march(1, **AMY)], [april(2, **AMY)])
    assert victims(at)[0] is not None
    assert len(set(victims(at))) == 1


def test_a_refused_pair_is_parted_by_the_next_load_and_an_accepted_one_joined(at):
    files = [march(1, **MARINA)], [april(2, **MARINE)]
    assert "1 pair stands near the threshold" in load(at, *files).output
    assert len(set(victims(at))) == 1
    (pair,) = read_pairs(at.folder)
    listed = told("link", "pairs", "-w", at.folder).output
    assert pair.code in listed
    assert "vanderm" not in listed.lower()

    assert told("link", "refuse", pair.code, "-w", at.folder).exit_code == 0
    assert load(at, *files).exit_code == 0
    assert len(set(victims(at))) == 2

    told("link", "accept", pair.code, "-w", at.folder)
    load(at, *files, options=("--threshold", "0.99"))
    assert len(set(victims(at))) == 1


def test_a_refused_pair_does_not_come_back_through_what_stood_before(at):
    load(at, [march(1, **ZOE), march(2, **ZOE)], [april(3, **ZOE_MISTYPED)])
    one, other = sorted(read_persons(at.folder))
    (at.folder / "linkage" / "decisions.csv").write_text(
        f"one,other,decision\n{one},{other},refuse\n", encoding="utf-8"
    )
    load(at, [incident(4, Recorded="05/05/2024", **ZOE_MISTYPED)])
    assert victims(at)[3] != victims(at)[0]


def test_the_threshold_of_the_settings_counts_and_the_option_goes_before_it(at):
    settings = at.folder / "wardmote.toml"
    settings.write_text(settings.read_text(encoding="utf-8") + "\n[linkage]\nthreshold = 0.99\n", encoding="utf-8")
    files = [march(1, **MARINA)], [april(2, **MARINE)]
    assert "Linking at 0.99" in load(at, *files).output
    assert len(set(victims(at))) == 2
    load(at, *files, options=("--threshold", "0.6"))
    assert len(set(victims(at))) == 1


@pytest.mark.parametrize(
    ("written", "says"),
    [
        (
            'threshold = "high"',
            "the threshold “high” under [linkage] does not lie between 0.05 and 1. Write one like 0.9.",
        ),
        ("threshold = 7", "the threshold “7” under [linkage] does not lie between 0.05 and 1."),
        ("limit = 0.9", "[linkage] holds something other than a threshold."),
    ],
)
def test_settings_that_cannot_be_used_are_refused(at, written, says):
    settings = at.folder / "wardmote.toml"
    settings.write_text(settings.read_text(encoding="utf-8") + f"\n[linkage]\n{written}\n", encoding="utf-8")
    found = load(at, [march(1, **ZOE)])
    assert found.exit_code == 1
    assert says in str(found.exception)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("load", "--threshold", "0.8", "file0.csv"), "a threshold is for linking"),
        (("link", "refuse", "nonsense"), "there is no pair “nonsense”. Choose one of those that are listed"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(at, words, says):
    found = told(*words, "-w", at.folder)
    assert found.exit_code == 1
    assert says in str(found.exception)
    assert read_decisions(at.folder) == {}


@pytest.mark.parametrize("line", ["a,b,refuse", "0a0a0a-" + "0" * 32 + "," + "0a0a0a-" + "1" * 32 + ",perhaps", "x"])
def test_decisions_that_were_spoilt_stop_the_load(at, line):
    (at.folder / "linkage").mkdir()
    (at.folder / "linkage" / "decisions.csv").write_text(f"one,other,decision\n{line}\n", encoding="utf-8")
    found = load(at, [march(1, **ZOE)])
    assert found.exit_code == 1
    assert "decisions.csv" in str(found.exception)
    assert at.store.loads() == ()


def test_files_that_name_nobody_are_loaded_and_that_is_said(at):
    found = load(at, [march(1, Victim_Ref="N1")])
    assert found.exit_code == 0
    assert "Nobody was linked: none of these files names people." in found.output
    assert len(victims(at)) == 1


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_linked(at):
    (at.folder.parent / "other.csv").write_text(
        "Ref,Recorded,Type,Victim Surname\nW/9,never,Noise,Bee\n", encoding="utf-8"
    )
    found = load(at, [march(1, **ZOE)], [april(2, **ZOE_MISTYPED)], options=(at.folder.parent / "other.csv",))
    assert found.exit_code == 1
    assert "none of its 1 rows can be used" in found.output
    assert len(set(victims(at))) == 1
