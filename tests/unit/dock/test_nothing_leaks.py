"""No file that is written anywhere holds a name, a birth date or an address of the people in an extract."""

import logging
import tempfile

import pyarrow.parquet as pq
import pytest
from dock_files import csv_text, incident, load, rows, workspace

from wardmote.errors import WardmoteError
from wardmote.evidence.progress import Silent

NAMES = ("Quizzlebert", "Vandermole", "Thistlequack", "Obrandishaw")
ADDRESS = "17 Kettlewhistle Row"
BORN = ("1983-07-29", "29/07/1983", "29-Jul-1983", "29 July 1983", "19830729", "30526")
REFERENCES = ("NOM7755331", "NOM8866442")
PLANTED = (*NAMES, ADDRESS, "Kettlewhistle", *BORN, *REFERENCES)


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
