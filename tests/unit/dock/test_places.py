"""Where a record was: every way of saying so, brought to one, and never to a house."""

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import shapely
from dock_files import CARD, csv_text, incident, load, rows, set_aside, workspace

from wardmote.evidence.dock.points import place_points


def placed(tmp_path, *, snap=0, **place):
    at = workspace(tmp_path, ("watch", CARD.replace("snap_m: 0", f"snap_m: {snap}")))
    load(at, csv_text([incident(1, **place)]))
    return rows(at, "longitude, latitude, postcode, lsoa_code, place_precision")[0]


def test_eastings_and_northings_by_the_ordnance_surveys_own_transformation(tmp_path):
    # Caister water tower, in the worked example of the Ordnance Survey's OSTN15 developer pack.
    longitude, latitude, *_ = placed(tmp_path, Easting="651409.804", Northing="313177.450")
    assert (longitude, latitude) == pytest.approx((1.716074, 52.658008), abs=2e-6)


def test_longitude_and_latitude_are_kept(tmp_path):
    assert placed(tmp_path, Longitude="-1.879", Latitude="50.720")[:2] == pytest.approx((-1.879, 50.720), abs=1e-6)


@pytest.mark.parametrize(
    ("reference", "easting", "northing"),
    [("SZ 085 911", 408550, 91150), ("SZ0850091100", 408500.5, 91100.5), ("sz 08 91", 408500, 91500), ("TG 51409 13177", 651409.5, 313177.5), ("HU 396 753", 439650, 1175350)],
)  # fmt: skip
def test_a_grid_reference_is_the_middle_of_its_square(tmp_path, reference, easting, northing):
    by_reference = placed(tmp_path / "a", Grid_Ref=reference)
    by_numbers = placed(tmp_path / "b", Easting=easting, Northing=northing)
    assert by_reference == by_numbers


def test_a_point_is_moved_to_the_middle_of_its_square(tmp_path):
    one = placed(tmp_path / "a", snap=100, Easting=408512, Northing=91123)
    other = placed(tmp_path / "b", snap=100, Easting=408588, Northing=91101)
    middle = placed(tmp_path / "c", Easting=408550, Northing=91150)
    assert one == other == middle


@pytest.mark.parametrize(
    ("written", "stored"),
    [("BH1 2AB", "BH1 2"), ("bh12ab", "BH1 2"), ("BH1 2", "BH1 2"), ("BH1", "BH1"), ("EC1A 1BB", "EC1A 1")],
)
def test_a_postcode_is_cut_to_its_sector(tmp_path, written, stored):
    assert placed(tmp_path, Postcode=written)[2:] == (stored, None, "postcode sector")


def test_an_lsoa_is_enough(tmp_path):
    assert placed(tmp_path, LSOA="e01015292")[2:] == (None, "E01015292", "lsoa")


def test_nought_is_no_place(tmp_path):
    assert placed(tmp_path, Easting="0", Northing="0", Longitude="0", Latitude="0") == (None, None, None, None, "none")


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ({"Easting": "here", "Northing": "1"}, "the easting is not a number"),
        ({"Longitude": "50.7", "Latitude": "-1.9"}, "the point lies outside Great Britain (are its two numbers the right way round?)"),
        ({"Easting": "9000000", "Northing": "1"}, "the point lies outside Great Britain (are its two numbers the right way round?)"),
        ({"Grid_Ref": "somewhere"}, "the grid reference is not written like one"),
        ({"LSOA": "Poole 1A"}, "the LSOA code is not written like one"),
    ],
)  # fmt: skip
def test_a_place_that_is_none_sets_the_row_aside(tmp_path, place, reason):
    at = workspace(tmp_path)
    load(at, csv_text([incident(1), incident(2, **place)]))
    assert set_aside(at) == [(2, reason)]


def test_a_point_gets_the_lsoa_of_its_outline_or_of_one_near(tmp_path):
    import duckdb

    west, east = shapely.box(-1.90, 50.70, -1.88, 50.72), shapely.box(-1.88, 50.70, -1.86, 50.72)
    outlines = pa.table({"kind": ["lsoa21"] * 2, "code": ["E01000001", "E01000002"], "outline": [west.wkb, east.wkb]})
    pq.write_table(outlines, tmp_path / "outlines.parquet")
    connection = duckdb.connect()
    connection.execute(
        """
        CREATE TABLE found AS SELECT * FROM (VALUES
            (1, -1.89, 50.71, NULL), (2, -1.87, 50.71, NULL), (3, -1.857, 50.71, NULL), (4, -1.80, 50.71, NULL),
            (5, -1.89, 50.71, 'E01999999')
        ) AS points(row, ".longitude", ".latitude", lsoa_code),
        (SELECT CAST(NULL AS DOUBLE) AS ".easting", CAST(NULL AS DOUBLE) AS ".northing", CAST(NULL AS VARCHAR) AS reason,
            CAST(NULL AS DOUBLE) AS longitude, CAST(NULL AS DOUBLE) AS latitude)
        """
    )
    assert place_points(connection, snap_m=100, outlines=[tmp_path / "outlines.parquet"]) == 1
    found = connection.execute("SELECT lsoa_code FROM found ORDER BY row").fetchall()
    assert found == [("E01000001",), ("E01000002",), ("E01000002",), (None,), ("E01999999",)]
