"""The files have the forms of the real ones, down to their marks, line ends and words."""

import csv
import gzip
import io
import json
import zipfile

import pytest

from wardmote.synthetic.endings import OUTCOME_TYPES
from wardmote.synthetic.offences import CRIME_TYPES

TABLES = (
    "lookups/LSOA11_LSOA21_LAD22_EW_LU.csv",
    "lookups/LSOA21_WD24_LAD24_EW_LU.csv",
    "lookups/LAD24_CSP24_PFA24_EW.csv",
    "population/population_mid2020_lsoa11_single_year_age.csv",
    "deprivation/imd2025_england_lsoa21.csv",
)
BOUNDARIES = ("lsoa_2011_ew", "lsoa_2021_ew", "wards_2022", "lad_2024_uk", "pfa_2020_ew")
KINDS = ("street", "outcomes", "stop-and-search")


def _first_line(path):
    packed = path.with_name(path.name + ".gz")
    with gzip.open(packed) if packed.is_file() else path.open("rb") as file:
        return file.readline()


def _real_rows(open_data, kind):
    with zipfile.ZipFile(open_data / "police_uk" / "avon-and-somerset.zip") as archive:
        text = archive.read(f"2019-07/2019-07-avon-and-somerset-{kind}.csv").decode("utf-8")
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize("table", TABLES)
def test_a_table_begins_with_the_very_bytes_of_the_real_one(exampleshire, open_data, table):
    assert _first_line(exampleshire / table) == _first_line(open_data / table)


@pytest.mark.parametrize("kind", KINDS)
def test_a_police_file_has_the_real_header(exampleshire, open_data, kind):
    path = exampleshire / "police_uk" / "2022-04" / f"2022-04-exampleshire-{kind}.csv"
    assert path.read_text(encoding="utf-8").splitlines()[0].split(",") == list(_real_rows(open_data, kind)[0])


def test_the_crime_types_are_the_real_fourteen(open_data):
    assert {row["Crime type"] for row in _real_rows(open_data, "street")} == set(CRIME_TYPES)


def test_every_outcome_is_one_the_police_files_use(street, open_data):
    """Rare outcomes need many months, and the City of London's files are many and small."""
    decided, shown = set(), set()
    with zipfile.ZipFile(open_data / "police_uk" / "city-of-london.zip") as archive:
        for name in archive.namelist():
            rows = list(csv.DictReader(io.StringIO(archive.read(name).decode("utf-8"))))
            decided |= {row["Outcome type"] for row in rows if name.endswith("-outcomes.csv")}
            shown |= {row["Last outcome category"] for row in rows if name.endswith("-street.csv")}
    assert set(OUTCOME_TYPES) <= decided
    assert {row["Last outcome category"] for row in street} <= shown


@pytest.mark.parametrize("name", BOUNDARIES)
def test_boundaries_have_the_real_properties(exampleshire, open_data, name):
    invented = json.loads((exampleshire / "boundaries" / f"{name}.geojson").read_text(encoding="utf-8"))
    with gzip.open(open_data / "boundaries" / f"{name}.geojson.gz", "rt", encoding="utf-8") as file:
        start = file.read(400)
    assert invented["type"] == "FeatureCollection"
    for feature in invented["features"]:
        assert feature["geometry"]["type"] == "MultiPolygon"
        assert all(f'"{key}"' in start for key in feature["properties"])


def test_the_census_table_is_laid_out_like_a_nomis_download(exampleshire, open_data):
    name = "census2021_TS007B_lsoa21_broad_age_nomis.csv"
    invented = (exampleshire / "population" / name).read_text(encoding="utf-8").split("\n")
    with gzip.open(open_data / "population" / f"{name}.gz", "rt", encoding="utf-8") as file:
        real = file.read().split("\n")
    assert invented[:2] == real[:2]
    assert invented[3:7] == real[3:7]
    assert invented[-4:] == real[-4:] == ["", "", "", ""]
    cells = invented[7].split(",")
    assert int(cells[2]) == sum(map(int, cells[3:]))


def test_lsoa_codes_are_of_2011_up_to_april_2023_and_of_2021_after(street, exampleshire, rows):
    pairs = list(rows(exampleshire / "lookups" / "LSOA11_LSOA21_LAD22_EW_LU.csv"))
    old, new = ({row[column] for row in pairs} for column in ("LSOA11CD", "LSOA21CD"))
    before = {row["LSOA code"] for row in street if row["Month"] <= "2023-04"} - {""}
    after = {row["LSOA code"] for row in street if row["Month"] > "2023-04"} - {""}
    assert before <= old
    assert after <= new
    assert before - new
    assert after - old


def test_all_four_kinds_of_lsoa_change_occur(exampleshire, rows):
    kinds = {row["CHGIND"] for row in rows(exampleshire / "lookups" / "LSOA11_LSOA21_LAD22_EW_LU.csv")}
    assert kinds == {"U", "S", "M", "X"}


def test_the_small_faults_of_real_files_are_there_on_a_small_scale(street):
    asb = [row for row in street if row["Crime type"] == "Anti-social behaviour"]
    ids = [row["Crime ID"] for row in street if row["Crime ID"]]
    nowhere = [row for row in street if row["Location"] == "No Location"]
    outside = [row for row in street if row["LSOA name"].startswith("Beyondshire")]
    assert {row["Crime ID"] for row in asb} == {""}
    assert len(asb) + len(ids) == len(street)
    assert 50 < len(ids) - len(set(ids)) < 0.002 * len(ids)
    assert 0.002 * len(street) < len(nowhere) < 0.008 * len(street)
    assert 0 < len(outside) < 0.002 * len(street)
    blank = {(row["Longitude"], row["Latitude"], row["LSOA code"], row["LSOA name"]) for row in nowhere}
    assert blank == {("", "", "", "")}
    assert len({tuple(row.values()) for row in asb}) < len(asb)


def test_in_summer_a_search_at_local_midnight_falls_in_the_month_before(exampleshire, rows):
    strangers = {
        row["Date"]
        for path in exampleshire.glob("police_uk/*/*-stop-and-search.csv")
        for row in rows(path)
        if not row["Date"].startswith(path.parent.name)
    }
    assert "2022-05-31T23:00:00+00:00" in strangers
    assert all(date[8:13] in {"30T23", "31T23"} for date in strangers)
