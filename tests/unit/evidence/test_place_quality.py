"""How precisely partners' records are placed, and what a postcode sector is worth."""

import pytest
from dock_files import CARD, csv_text, incident, load, workspace

from wardmote.evidence.loading import load_paths
from wardmote.evidence.place_quality import place_precision, precision_in_words
from wardmote.evidence.status import status_of

HERE, NEAR, THERE = "E01000001", "E01000002", "E01000003"


@pytest.fixture
def at(tmp_path):
    """A workspace with three LSOAs, two of them in one ward, which stands in for a section."""
    made = workspace(tmp_path, ("watch", CARD))
    wards = {HERE: "North", NEAR: "North", THERE: "South"}
    lookup = [
        {"LSOA21CD": code, "LSOA21NM": code, "WD24CD": f"E0500000{len(ward)}{ward[0]}", "WD24NM": ward, "LAD24CD": "E06000001", "LAD24NM": "Smallshire"}
        for code, ward in wards.items()
    ]  # fmt: skip
    (tmp_path / "lookup.csv").write_text(csv_text(lookup), encoding="utf-8")
    load_paths(made.store, [tmp_path / "lookup.csv"])
    return made


def directory(at, **lsoas_of):
    """A directory in which each sector has one postcode in each of these LSOAs."""
    rows = [
        {"pcds": f"{sector.replace('_', ' ')}A{'ABDEFGHJLN'[i]}", "lsoa21": code}
        for sector, codes in lsoas_of.items()
        for i, code in enumerate(codes)
    ]
    path = at.folder.parent / "postcodes.csv"
    path.write_text(csv_text(rows), encoding="utf-8")
    load_paths(at.store, [path])


def words(at, *places):
    load(at, csv_text([incident(number, **place) for number, place in enumerate(places, start=1)]))
    (one,) = place_precision(at.evidence())
    return precision_in_words(one)


def test_each_precision_is_counted(at):
    assert words(
        at, {"Longitude": -1.88, "Latitude": 50.72}, {"LSOA": HERE}, {"LSOA": HERE, "Postcode": "BH1 2"},
        {"Section": "North"}, {}, {},
    ) == "Places of watch: of 6 records, 1 by point, 2 by LSOA, 1 by section, 2 without a place."  # fmt: skip


def test_sectors_without_a_directory_ask_for_it(at):
    assert words(at, {"Postcode": "BH1 2"}).endswith(
        " No postcode directory says where these sectors lie: load the ONS Postcode Directory."
    )


def test_sectors_that_straddle_sections_are_told(at):
    directory(at, BH1_2=[HERE] * 5 + [NEAR] * 4, BH1_3=[HERE] * 9 + [THERE], BH1_4=[HERE] * 8 + [THERE] * 2)
    assert words(at, {"Postcode": "BH1 2"}, {"Postcode": "BH1 3"}, {"Postcode": "BH1 4"}, {"Postcode": "BH1"}) == (
        "Places of watch: of 4 records, 4 by postcode sector. 3 by postcode sector are counted in the LSOA with most of"
        " their sector’s postcodes, 1 of them in sectors of which more than 10% lies in another section."
    )


def test_the_state_of_a_workspace_says_it(at):
    load(at, csv_text([incident(1, LSOA=HERE)]))
    assert "Places of watch: of 1 record, 1 by LSOA." in status_of(at.evidence())
