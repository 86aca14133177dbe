"""Records with only a postcode sector, placed in the LSOA that fits the sector best."""

import csv
from collections import Counter

import pytest
from dock_files import CARD, csv_text, incident, load, rows, set_aside, workspace

from wardmote.definitions.catalogue import find_measure
from wardmote.evidence.loading import load_paths
from wardmote.measures import measure_series
from wardmote.measures.making_cubes import placed_rows

HERE, THERE, ELSEWHERE = "E01000001", "E01000002", "E01000003"


def entry(postcode, lsoa, *, doterm=""):
    return {"pcds": postcode, "doterm": doterm, "oa21": "", "lsoa21": lsoa, "lat": "50.7"}


@pytest.fixture
def at(tmp_path):
    """A workspace with a lookup of three LSOAs, in two sections."""
    made = workspace(tmp_path, ("watch", CARD))
    codes = (HERE, THERE, ELSEWHERE)
    lookup = [{"LSOA21CD": code, "LSOA21NM": code, "LAD24CD": "E06000001", "LAD24NM": "Smallshire"} for code in codes]
    (tmp_path / "lookup.csv").write_text(csv_text(lookup), encoding="utf-8")
    load_paths(made.store, [tmp_path / "lookup.csv"])
    return made


def directory(at, *entries, name="ONSPD_MAY_2024_UK.csv"):
    path = at.folder.parent / name
    path.write_text(csv_text(list(entries)), encoding="utf-8")
    report = load_paths(at.store, [path])
    for one in report.loads:
        assert all(file.is_balanced for file in one.files)
    return report


def units(at, **place):
    """The LSOA that a record of this place is counted in."""
    load(at, csv_text([incident(1, **place)]))
    evidence = at.evidence()
    found = placed_rows(evidence, evidence.frames(), "events").collect("pyarrow").to_native()
    return found["unit"].to_pylist()


def test_a_directory_is_reduced_to_sectors(at):
    report = directory(
        at, entry("BH1 2AB", HERE), entry("bh1 2ac", HERE), entry("BH1 2AD", THERE), entry("DT11 7AA", THERE)
    )
    assert report.loads[0].kept == 4
    assert rows(at, "edition, sector, kind, lsoa_code, postcodes", "postcode_sectors", order="ALL") == [
        ("BH", "BH1 2", "lsoa21", HERE, 2),
        ("BH", "BH1 2", "lsoa21", THERE, 1),
        ("DT", "DT11 7", "lsoa21", THERE, 1),
    ]


def test_no_postcode_is_written_anywhere(at):
    directory(at, entry("BH1 2AB", HERE), entry("BH1 2ZZ", HERE, doterm="201001"), entry("BH1 2QQQ", HERE))
    path = at.folder.parent / "ONSPD_MAY_2024_UK.csv"
    assert b"BH1 2AB" in path.read_bytes()
    written = [one for one in at.folder.rglob("*") if one.is_file()]
    assert written
    assert not any(code in one.read_bytes() for one in written for code in (b"BH1 2AB", b"BH12AB", b"2ZZ", b"2QQQ"))
    assert rows(at, "text", "quarantine") == [(None,)]


@pytest.mark.parametrize("header", [("pcd7", "lsoa21cd"), ("PCDS", "LSOA21"), ("pcd", "lsoa11"), ("pcd8", "lsoa11cd")])
def test_the_columns_of_every_edition_are_known(at, header):
    postcode, lsoa = header
    assert directory(at, {postcode: "BH1 2AB", "oslaua": "", lsoa: HERE}).loads[0].source == "postcode-directory"
    assert rows(at, "sector, kind", "postcode_sectors", order="sector") == [("BH1 2", lsoa.lower()[:6])]


def test_postcodes_of_other_nations_are_passed_over_and_what_is_none_is_set_aside(at):
    report = directory(
        at,
        entry("BH1 2AB", HERE),
        entry("AB1 0AA", "S01000001"),
        entry("JE1 1AA", "L99999999"),
        entry("x", HERE),
        entry("BH1", HERE),
    )
    (file,) = report.loads[0].files
    assert (file.read, file.kept, file.quarantined) == (3, 1, 2)
    assert file.notes == ("2 postcodes outside England and Wales were passed over",)
    assert set_aside(at) == [(4, "the postcode is not written like one"), (5, "the postcode is not written like one")]


def test_postcodes_that_ended_count_only_where_no_other_is_left(at):
    directory(
        at,
        entry("BH1 2AB", HERE),
        *(entry(f"BH1 2A{end}", THERE, doterm="201001") for end in "DEF"),
        entry("BH9 9AA", THERE, doterm="201001"),
    )
    assert rows(at, "sector, lsoa_code, postcodes", "postcode_sectors", order="ALL") == [
        ("BH1 2", HERE, 1),
        ("BH9 9", THERE, 1),
    ]


def test_a_record_lies_in_the_lsoa_of_most_postcodes_of_its_sector(at):
    directory(at, entry("BH1 2AB", THERE), entry("BH1 2AC", THERE), entry("BH1 2AD", HERE))
    assert units(at, Postcode="BH1 2") == [THERE]
    assert rows(at, "lsoa_code, place_precision") == [(None, "postcode sector")]


def test_of_equals_the_first_by_code_is_taken(at):
    directory(at, entry("BH1 2AB", THERE), entry("BH1 2AD", HERE))
    assert units(at, Postcode="BH1 2ZZ") == [HERE]


@pytest.mark.parametrize(
    ("place", "unit"),
    [
        ({"Postcode": "BH1"}, None),
        ({"Postcode": "BH9 9"}, None),
        ({"Postcode": "BH1 2", "LSOA": ELSEWHERE}, ELSEWHERE),
        ({}, None),
    ],
)
def test_only_a_known_sector_and_nothing_finer_is_placed_so(at, place, unit):
    directory(at, entry("BH1 2AB", THERE))
    assert units(at, **place) == [unit]


def test_a_later_directory_replaces_the_postcode_areas_that_it_has(at):
    directory(at, entry("BH1 2AB", HERE), entry("DT1 1AA", HERE))
    assert directory(at, entry("BH1 2AB", THERE), name="ONSPD_AUG_2024_UK_BH.csv").loads[0].superseded == 1
    assert rows(at, "sector, lsoa_code", "postcode_sectors", order="ALL") == [("BH1 2", THERE), ("DT1 1", HERE)]


def test_exampleshires_ambulance_calls_are_placed_as_a_plain_reader_places_them(partners):
    evidence, truths = partners
    folder = evidence.workspace.folder.parent / "partners"
    lived = Counter()
    with (folder / "postcode-directory.csv").open(encoding="utf-8", newline="") as file:
        for row in list(csv.DictReader(file))[:-1]:
            if not row["doterm"]:
                lived[row["pcds"][:-2], row["lsoa21"]] += 1
    best = {}
    for (sector, code), _ in sorted(lived.items(), key=lambda one: (-one[1], one[0][1])):
        best.setdefault(sector, code)
    aside = {one.row for one in truths.file("ambulance.csv").set_aside}
    with (folder / "ambulance.csv").open(encoding="utf-8-sig", newline="") as file:
        calls = [row for number, row in enumerate(csv.DictReader(file), start=1) if number not in aside]
    expected = Counter(best[row["Postcode Sector"]] for row in calls if row["Postcode Sector"])
    series = measure_series(evidence, find_measure("ambulance-violence"), by="lsoa")
    found = {
        area.code: int(number) for area, number in zip(series.areas, series.count.sum(axis=1), strict=True) if number
    }
    assert found == expected
    assert sum(found.values()) > 1000
