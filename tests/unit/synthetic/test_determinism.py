"""The same seed gives the same bytes, in whatever order and wherever it is written."""

import zipfile
from hashlib import sha256

import pytest

from wardmote.errors import BadInput
from wardmote.synthetic import write_exampleshire, write_incidents


def _bytes_of(folder):
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_second_run_with_the_same_seed_writes_the_same_bytes_zipped_or_not(exampleshire, tmp_path):
    write_exampleshire(tmp_path, is_zipped=True)
    archive = tmp_path / "police_uk" / "exampleshire.zip"
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(archive.parent)
    archive.unlink()
    assert _bytes_of(tmp_path) == _bytes_of(exampleshire)


def test_another_seed_changes_the_crimes_but_not_the_names_of_places(exampleshire, tmp_path):
    write_exampleshire(tmp_path, seed=7, months=24)
    here, there = _bytes_of(tmp_path), _bytes_of(exampleshire)
    assert here.keys() < there.keys()
    same = {path for path, digest in here.items() if there[path] == digest}
    names = {path for path in here if path.startswith("lookups/")}
    assert same == {*names, "sections.csv"}


def test_a_later_release_holds_the_last_three_months(exampleshire, later_release):
    months = {path.name for path in (later_release / "police_uk").iterdir()}
    assert months == {"2025-01", "2025-02", "2025-03"}
    assert _bytes_of(later_release).keys() < _bytes_of(exampleshire).keys()


def test_fewer_than_two_years_are_refused(tmp_path):
    with pytest.raises(BadInput, match="23 months are too few"):
        write_exampleshire(tmp_path, months=23)
    assert list(tmp_path.iterdir()) == []


def test_scale_files_are_the_same_again_and_the_same_when_zipped(tmp_path):
    tree, again, zips = (tmp_path / name for name in ("tree", "again", "zips"))
    for folder, is_zipped in ((tree, False), (again, False), (zips, True)):
        write_incidents(folder, rows=3000, seed=5, is_zipped=is_zipped)
    assert _bytes_of(again) == _bytes_of(tree)
    with zipfile.ZipFile(zips / "scaleshire-001.zip") as archive:
        packed = {name: sha256(archive.read(name)).hexdigest() for name in archive.namelist()}
    assert packed == _bytes_of(tree)
