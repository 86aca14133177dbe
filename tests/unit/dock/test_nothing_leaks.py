"""No file that is written anywhere holds a name, a birth date or an address of the people in an extract."""

import logging
import tempfile

import pyarrow.parquet as pq
import pytest
from dock_files import card, csv_text, incident, load, rows, set_aside, workspace
from typer.testing import CliRunner

from wardmote.cli import app
from wardmote.errors import WardmoteError
from wardmote.evidence.dock.pseudonymised import pseudonymised
from wardmote.evidence.linkage.pairs import read_pairs
from wardmote.evidence.people import Key
from wardmote.evidence.progress import Silent
from wardmote.evidence.workspace import Workspace

NAMES = ("Quizzlebert", "Vandermole", "Thistlequack", "Obrandishaw")
ADDRESS = "17 Kettlewhistle Row"
BORN = ("1983-07-29", "29/07/1983", "29-Jul-1983", "29 July 1983", "19830729", "30526")
REFERENCES = ("NOM7755331", "NOM8866442")
MISTYPED = ("Vandermol", "Quizzlebers")
PLANTED = (*NAMES, *MISTYPED, ADDRESS, "Kettlewhistle", *BORN, *REFERENCES)


def extract():
    """Good rows and rows spoilt in ways that put names where they do not belong."""
    who = {
        "Victim_Forename": NAMES[0],
        "Victim_Surname": NAMES[1],
        "Address": ADDRESS,
        "Notes": f"{NAMES[0]} was drunk",
    }
    good = [incident(n, **who, Victim_DOB=born, Suspect_Ref=REFERENCES[n % 2]) for n, born in enumerate(BORN)]
    spoilt = [
        incident(90, **who, Recorded=NAMES[2]),
        incident(91, **who, Easting=NAMES[2], Northing=NAMES[3]),
        incident(92, **who, Cost=ADDRESS),
        incident(93, **who, LSOA=NAMES[2]),
        incident(94, **{**who, "Victim_DOB": NAMES[3]}),
        incident(95, **who, Grid_Ref=ADDRESS),
        incident(96, **who, Postcode=ADDRESS),
        incident(97, **who, Alcohol=NAMES[2], Flags=NAMES[3]),
        incident(98, **who, Recorded="05/03/2124"),
        incident(99, **who, Type=NAMES[2]),
        incident(100, **who, Type=f"{NAMES[2]} {NAMES[3]}, {BORN[1]}"),
        incident(101, **who, Section=NAMES[3]),
        incident(102, **who, Section=ADDRESS),
        incident(103, **{**who, "Notes": f"{NAMES[0]}, born {BORN[0]}, of {ADDRESS}, was drunk"}),
        {**incident(104, **who), "Ref": NAMES[2]},
        {**incident(105, **who), "Ref": f"{NAMES[3]} {BORN[1]}"},
    ]
    text = csv_text([*good, *spoilt])
    return text + f'"{NAMES[0]},open\n{NAMES[1]},{ADDRESS},too,many\nTotal,{NAMES[2]}\n'


def everything(folder):
    """Each file below a folder as it lies there, and the values within those that are packed."""
    for path in folder.rglob("*"):
        if path.is_file():
            yield path, path.read_bytes()
            if path.suffix == ".parquet":
                yield path, str(pq.ParquetFile(path).read().to_pydict()).encode()
                yield path, str(pq.ParquetFile(path).metadata.to_dict()).encode()


@pytest.fixture
def whole_disk(tmp_path, monkeypatch):
    """A folder in which everything happens: the workspace, the temporary folder and the current one."""
    for name in ("temporary", "current"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    monkeypatch.chdir(tmp_path / "current")
    return tmp_path


def leaks(folder):
    return sorted(
        (str(path.relative_to(folder)), planted)
        for path, content in everything(folder)
        for planted in PLANTED
        if planted.lower().encode() in content.lower()
    )


def test_the_search_finds_what_is_there(tmp_path):
    (tmp_path / "a.txt").write_text(f"{NAMES[0]} of {ADDRESS}", encoding="utf-8")
    assert {planted for _, planted in leaks(tmp_path)} == {NAMES[0], ADDRESS, "Kettlewhistle"}


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1"])
def test_nothing_written_holds_who_it_was(whole_disk, caplog, capsys, encoding):
    at = workspace(whole_disk)
    caplog.set_level(logging.DEBUG)
    report = load(at, extract(), encoding=encoding)
    (whole_disk / "watch.csv").unlink()
    assert report.loads[0].kept >= 7
    assert report.loads[0].quarantined >= 8
    assert len(rows(at, "person", "event_people")) >= 7
    assert leaks(whole_disk) == []
    said = caplog.text + str(report) + "".join(capsys.readouterr())
    assert [planted for planted in PLANTED if planted in said] == []


def test_a_name_in_a_column_of_words_is_neither_stored_nor_costs_the_row_where_it_may_be_left_out(whole_disk):
    at = workspace(whole_disk)
    kinds = [incident(1, Type=NAMES[2]), incident(2, Section=NAMES[3]), {**incident(3), "Ref": NAMES[0]}]
    report = load(at, csv_text([*kinds, incident(4, Notes=f"{NAMES[0]} was drunk")]))
    assert rows(at, "row, category, section, flags") == [
        (2, "Noise", None, []),
        (3, "Noise", None, []),
        (4, "Noise", None, ["alcohol"]),
    ]
    assert set_aside(at) == [(1, "the category is not one that the card lists")]
    assert report.loads[0].files[0].notes == ("1 row has a section that the card does not list, which is left out",)


def people_alike():
    """People written in ways that links are near for, and others that they are sure of."""
    who = {"Address": ADDRESS, "Victim_DOB": BORN[1]}
    written = [(NAMES[0], NAMES[1]), (NAMES[0], MISTYPED[0]), (MISTYPED[1], NAMES[2]), (NAMES[2], NAMES[3])]
    return [
        incident(200 + number, Victim_Forename=forename, Victim_Surname=surname, **who)
        for number, (forename, surname) in enumerate(written)
    ]


def test_nor_does_a_load_with_people_linked_nor_what_is_decided_of_them(whole_disk, caplog, capfd):
    at = workspace(whole_disk)
    caplog.set_level(logging.DEBUG)
    files = {"watch.csv": extract(), "april.csv": csv_text(people_alike()).replace("/03/2024", "/04/2024")}
    for name, text in files.items():
        (whole_disk / name).write_text(text, encoding="utf-8")
    given = [str(whole_disk / name) for name in files]
    options = ["--workspace", str(at.folder)]

    done = CliRunner().invoke(app, ["load", *given, "--link", *options])
    assert done.exit_code == 0, done.output
    pairs = read_pairs(at.folder)
    assert pairs
    listed = CliRunner().invoke(app, ["link", "pairs", *options])
    decided = CliRunner().invoke(app, ["link", "refuse", *(one.code for one in pairs), *options])
    again = CliRunner().invoke(app, ["load", *given, "--link", "--threshold", "0.6", *options])

    for name in files:
        (whole_disk / name).unlink()
    assert {path.name for path in (at.folder / "linkage").iterdir()} == {"pairs.csv", "persons.csv", "decisions.csv"}
    assert leaks(whole_disk) == []
    said = caplog.text + "".join(capfd.readouterr()) + repr(pairs)
    said += "".join(one.output for one in (done, listed, decided, again))
    assert [planted for planted in PLANTED if planted.lower() in said.lower()] == []


def test_nor_does_what_leaves_an_agency(whole_disk):
    text = pseudonymised(extract().encode(), card(), Key(b"\7" * 32), name="watch.csv")
    assert text.count("\n") >= len(BORN)
    assert [planted for planted in PLANTED if planted.lower() in text.lower()] == []


# A police extract by the card that ships, with names where forces have been seen to put them.
POLICE = """Occurrence Reference,Offence Code,Offence Group,Date Recorded,Section,LSOA,Outcome,Notes,Victim Surname,Victim DOB
{refs}
"""
LOOKUP = "LSOA21CD,LSOA21NM,WD24CD,WD24NM,LAD24CD,LAD24NM\nE01000001,Smallshire 001A,E05000001,Hill Top,E06000001,Smallshire\n"


def police_rows():
    plain = "8N,Violence with injury,{day},Hill Top,E01000001,Charged,drunk,{name},{born}"
    bad = [
        f"X1,8N,{NAMES[2]},05/03/2024,Hill Top,E01000001,Charged,,,",
        f"X2,8N,Violence with injury,05/03/2024,{NAMES[3]},E01000001,Charged,,,",
        f"{NAMES[0]},8N,Violence with injury,05/03/2024,Hill Top,E01000001,{NAMES[1]},,,",
        f"X3,{NAMES[2]},Violence with injury,05/03/2024,Hill Top,E01000001,Charged,{NAMES[0]} of {ADDRESS},,",
    ]
    good = [
        f"G{n},"
        + plain.format(day=f"{1 + n % 28:02d}/{1 + n % 12:02d}/{2022 + n % 3}", name=NAMES[n % 4], born=BORN[1])
        for n in range(400)
    ]
    return POLICE.format(refs="\n".join([*bad, *good]))


def test_nor_does_any_report_chart_or_table_made_from_it(whole_disk, capsys):
    at = Workspace.create(whole_disk / "workspace", areas=("Smallshire",))
    load(at, LOOKUP, name="lookup.csv")
    report = load(at, police_rows(), name="crimes.csv")
    for name in ("lookup.csv", "crimes.csv"):
        (whole_disk / name).unlink()
    assert (report.loads[0].kept, report.loads[0].quarantined) == (403, 1)
    said = ""
    for words in (
        ["kpi", "--quarter", "2024-25 Q2"],
        ["measure", "violent-crimes", "--by", "ward", "--as", "csv"],
        ["quarantine"],
        ["loads"],
    ):
        done = CliRunner().invoke(app, [*words, "--workspace", str(at.folder)])
        assert done.exit_code == 0, done.output
        said += done.output
    (whole_disk / "said.txt").write_text(said, encoding="utf-8")
    assert any(path.suffix == ".html" for path in whole_disk.rglob("*"))
    assert leaks(whole_disk) == []


def test_nor_does_a_load_that_fails(whole_disk):
    at = workspace(whole_disk)
    text = csv_text([incident(1, Recorded=NAMES[2], Victim_Surname=NAMES[1], Victim_DOB=BORN[0])])
    report = load(at, text)
    (whole_disk / "watch.csv").unlink()
    assert [one.is_fault for one in report.not_loaded] == [True]
    assert leaks(whole_disk) == []
    assert not any(planted in report.not_loaded[0].reason for planted in PLANTED)


def test_nor_one_that_is_cut_off(whole_disk):
    class StopsAtTheEnd(Silent):
        def advance(self, what):
            raise WardmoteError("somebody stopped it")

    from wardmote.evidence.loading import load_paths

    at = workspace(whole_disk)
    path = whole_disk / "watch.csv"
    path.write_text(extract(), encoding="utf-8")
    with pytest.raises(WardmoteError, match="somebody stopped it"):
        load_paths(at.store, [path], progress=StopsAtTheEnd())
    path.unlink()
    assert leaks(whole_disk) == []
