"""Nothing in Exampleshire is a real place."""

import csv
import gzip
import json

import pytest
import shapely

from wardmote.synthetic.names import SECTIONS, TOWNS
from wardmote.synthetic.places import cells


@pytest.fixture(scope="module")
def real(open_data):
    """Every word that stands in a real lookup, in lower case."""
    words = set()
    for path in (open_data / "lookups").glob("*.csv*"):
        opener = gzip.open if path.suffix == ".gz" else open
        with opener(path, "rt", encoding="utf-8-sig", newline="") as file:
            words |= {value.lower() for row in csv.reader(file) for value in row}
    return words


def _named(cell):
    return (cell.lsoa11, cell.lsoa21, cell.ward, cell.district.lad, cell.district.csp, cell.district.pfa)


def test_no_code_and_no_name_occurs_in_a_real_lookup(real):
    invented = {text for cell in cells() for named in _named(cell) for text in (named.code, named.name)}
    invented |= {*TOWNS, *(name for pair in SECTIONS for name in pair)}
    assert {text for text in invented if text.lower() in real} == set()


def test_codes_have_the_shape_of_real_ones_and_each_names_one_place():
    named = {place for cell in cells() for place in _named(cell)}
    assert {(place.code[:3], len(place.code)) for place in named} == {
        (start, 9) for start in ("E01", "E05", "E06", "E07", "E22", "E23")
    }
    assert len({place.code for place in named}) == len(named)


def test_six_sections_of_three_towns_hold_about_as_many_residents_each(truths):
    assert len(truths.sections) == 6
    assert len(TOWNS) == 3
    assert 380_000 < truths.residents < 420_000


def test_the_country_lies_in_the_sea_and_its_areas_neither_overlap_nor_leave_gaps(exampleshire):
    for path in sorted((exampleshire / "boundaries").glob("*.geojson")):
        features = json.loads(path.read_text(encoding="utf-8"))["features"]
        shapes = [shapely.from_geojson(json.dumps(feature["geometry"])) for feature in features]
        assert all(shape.is_valid for shape in shapes)
        whole = shapely.union_all(shapes)
        assert whole.area == pytest.approx(sum(shape.area for shape in shapes))
        west, south, east, north = whole.bounds
        assert (west, south, east, north) == pytest.approx((0.75, 54.69, 0.75, 54.69), abs=0.2)


def test_every_crime_lies_inside_its_own_lsoa(exampleshire, street):
    codes = {}
    for year in ("2011", "2021"):
        path = exampleshire / "boundaries" / f"lsoa_{year}_ew.geojson"
        for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
            code = feature["properties"][f"lsoa{year[2:]}_code"]
            codes[code] = shapely.from_geojson(json.dumps(feature["geometry"]))
    placed = {(r["LSOA code"], r["Longitude"], r["Latitude"]) for r in street if r["LSOA code"]}
    assert all(codes[code].intersects(shapely.Point(float(x), float(y))) for code, x, y in placed)
