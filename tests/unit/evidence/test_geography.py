"""The partnership's areas on the real lookups: councils, CSPs that share a council, lists of codes, and wrong names."""

import csv
import gzip
import io
import itertools
import math
import zipfile

import pytest
from evidence_files import crime, loaded, street_file, taken

from wardmote.evidence.quality import quality_by_month
from wardmote.evidence.status import status_of
from wardmote.evidence.store import Store
from wardmote.evidence.workspace import Workspace

LOOKUPS = (
    "LAD18_CSP18_PFA18_EW_LU.csv",
    "LAD19_CSP19_PFA19_EW_LU.csv",
    "LAD24_CSP24_PFA24_EW.csv",
    "LSOA11_LSOA21_LAD22_EW_LU.csv.gz",
    "LSOA21_WD24_LAD24_EW_LU.csv.gz",
)
POPULATIONS = (
    "population_mid2019_lsoa11_total.csv.gz",
    "census2021_TS007B_lsoa21_broad_age_nomis.csv.gz",
)
AUGUST_2019 = "2019-08/2019-08-dorset-street.csv"
JANUARY_2025 = "2025-01/2025-01-dorset-street.csv"


@pytest.fixture(scope="module")
def store(open_data, tmp_path_factory) -> Store:
    """Lookups, populations, outlines, and one month of Dorset with codes of 2011 and one with codes of 2021."""
    folder = tmp_path_factory.mktemp("store")
    crimes = taken(folder / "crimes", open_data / "police_uk" / "dorset.zip", AUGUST_2019, JANUARY_2025)
    store = Store(folder / "evidence")
    lookups = [open_data / "lookups" / name for name in LOOKUPS]
    populations = [open_data / "population" / name for name in POPULATIONS]
    loaded(store, *lookups, *populations, open_data / "boundaries" / "lsoa_2021_ew.geojson.gz", crimes)
    return store


@pytest.fixture
def geography_of(store):
    """The geography of a partnership chosen by area names or codes, or by LSOA codes."""

    def resolve(*areas: str, lsoas: tuple[str, ...] = ()):
        workspace = Workspace(store.folder.parent, "Test", areas, lsoas, {})
        return workspace.evidence().geography

    return resolve


@pytest.fixture
def evidence(store):
    return Workspace(store.folder.parent, "Test", ("E06000058",), (), {}).evidence()


def lookup_rows(open_data, name: str) -> list[dict[str, str]]:
    with gzip.open(open_data / "lookups" / name, "rt", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


CHOSEN = {
    "a council by its name": ("Bournemouth, Christchurch and Poole", 240),
    "a council by its name in other letters": ("bournemouth christchurch & poole", 240),
    "a council by its code": ("E06000058", 240),
    "a city by the name that everybody uses": ("Bristol", 268),
    "a city by its full name": ("Bristol, City of", 268),
    "a CSP that is part of a council": ("E22000063", 114),
    "a CSP that spans a council and part of another": ("E22000367", 254),
}


@pytest.mark.parametrize(("area", "lsoas"), CHOSEN.values(), ids=CHOSEN.keys())
def test_an_area_is_found_whole(geography_of, area, lsoas):
    membership = geography_of(area).membership
    assert (len(membership.units), membership.needed, membership.is_resolved) == (lsoas, (), True)


def test_the_three_csps_of_a_council_share_it_out(geography_of):
    bournemouth, poole, dorset = (
        geography_of(code).membership.units for code in ("E22000063", "E22000067", "E22000367")
    )
    councils = geography_of("E06000058", "E06000059").membership.units
    assert bournemouth | poole | dorset == councils
    assert len(bournemouth) + len(poole) + len(dorset) == len(councils) == 463


def test_a_list_of_2011_codes_gives_every_present_part(open_data, geography_of):
    rows = lookup_rows(open_data, "LSOA11_LSOA21_LAD22_EW_LU.csv.gz")
    dorset = [row for row in rows if row["LAD22CD"] == "E06000059"]
    membership = geography_of(lsoas=tuple(sorted({row["LSOA11CD"] for row in dorset}))).membership
    assert membership.units == {row["LSOA21CD"] for row in dorset}
    assert membership.is_resolved


def test_codes_that_are_nowhere_are_counted_in_the_sentence(geography_of):
    membership = geography_of(lsoas=("E01015292", "E01999999")).membership
    assert membership.found == ("1 LSOA by the file of LSOA codes, in which 2 codes are listed.",)


WRONG = {
    "Bornemouth, Christchurch and Poole": (
        "Bornemouth, Christchurch and Poole: no local authority or CSP of this name or code is in what is loaded."
        " Did you mean “Bournemouth, Christchurch and Poole”?"
    ),
    "E22999999": "E22999999: no local authority or CSP of this name or code is in what is loaded.",
    "Camberwick Green": "Camberwick Green: no local authority or CSP of this name or code is in what is loaded.",
}


@pytest.mark.parametrize(("area", "sentence"), WRONG.items(), ids=WRONG.keys())
def test_a_wrong_name_is_told_with_the_nearest_right_one(geography_of, area, sentence):
    membership = geography_of(area).membership
    assert (membership.units, membership.needed, membership.is_resolved) == (frozenset(), (sentence,), False)


def test_one_wrong_name_among_right_ones_leaves_the_partnership_unresolved(geography_of):
    membership = geography_of("Bristol", "Camberwick Green").membership
    assert len(membership.units) == 268
    assert not membership.is_resolved


def test_before_any_lookup_the_names_in_the_crime_files_say_where_they_are(open_data, tmp_path):
    given = taken(tmp_path / "given", open_data / "police_uk" / "dorset.zip", AUGUST_2019)
    workspace = Workspace.create(tmp_path / "workspace", areas=("Bournemouth",))
    assert status_of(workspace.evidence()) == [
        "Bournemouth: nothing is loaded yet. Its area (Bournemouth) is resolved when a lookup arrives."
    ]
    loaded(workspace.store, given)
    geography = workspace.evidence().geography
    with zipfile.ZipFile(open_data / "police_uk" / "dorset.zip") as archive, archive.open(AUGUST_2019) as file:
        rows = list(csv.DictReader(io.TextIOWrapper(file, "utf-8")))
    named = {row["LSOA code"] for row in rows if row["LSOA name"].rpartition(" ")[0] == "Bournemouth"}
    assert geography.membership.units == named
    assert geography.unit_kind == "published"
    assert geography.home_forces == ("dorset",)


def test_every_2011_and_2021_code_has_one_place(open_data, evidence):
    assert evidence.geography.unit_kind == "lsoa21"
    rows = lookup_rows(open_data, "LSOA11_LSOA21_LAD22_EW_LU.csv.gz")
    places = dict(evidence.snapshot.rows("SELECT lsoa_code, unit FROM places"))
    assert len(places) == evidence.snapshot.rows("SELECT count(*) FROM places")[0][0]
    assert set(places) == {row["LSOA11CD"] for row in rows} | {row["LSOA21CD"] for row in rows}
    parts: dict[str, set[str]] = {}
    for row in rows:
        parts.setdefault(row["LSOA11CD"], set()).add(row["LSOA21CD"])
    assert all(places[code] in found for code, found in parts.items() if code not in found)


def test_months_with_codes_of_2011_and_of_2021_are_counted_in_the_same_places(open_data, evidence):
    evidence.geography  # noqa: B018
    counted = evidence.snapshot.rows(
        "SELECT count(*) FROM incidents JOIN places USING (lsoa_code) JOIN units USING (unit)"
        " WHERE is_member GROUP BY month ORDER BY month"
    )
    rows = lookup_rows(open_data, "LSOA11_LSOA21_LAD22_EW_LU.csv.gz")
    ours = {row[column] for row in rows if row["LAD22CD"] == "E06000058" for column in ("LSOA11CD", "LSOA21CD")}
    by_hand = [sum(code in ours for code in street_codes(open_data, member)) for member in (AUGUST_2019, JANUARY_2025)]
    assert [n for (n,) in counted] == by_hand


def test_population_carried_from_2011_to_2021_adds_up(open_data, evidence):
    assert evidence.geography.population_years == (2019, 2021)
    with gzip.open(open_data / "population" / POPULATIONS[0], "rt", encoding="utf-8-sig") as file:
        given = sum(float(row["total_population"]) for row in csv.DictReader(file))
    carried = dict(evidence.snapshot.rows("SELECT year, sum(persons) FROM unit_population GROUP BY year"))
    assert carried[2019] == pytest.approx(given, abs=0.5)
    assert evidence.snapshot.rows("SELECT count(*) FROM unit_population WHERE persons IS NULL OR persons < 0") == [(0,)]


def test_a_row_in_a_split_lsoa_goes_to_the_nearest_part(evidence):
    """The slow twin measures, in plain Python, the distance of each point to every edge of every part."""
    import shapely

    evidence.geography  # noqa: B018
    found = evidence.snapshot.rows("SELECT * FROM split_points ORDER BY ALL")
    outlines = {
        str(code): shapely.from_wkb(bytes(outline))
        for code, outline in evidence.snapshot.rows("SELECT code, outline FROM boundaries WHERE kind = 'lsoa21'")
    }
    parts: dict[str, set[str]] = {}
    for old, new in evidence.snapshot.rows(
        "SELECT DISTINCT from_code, to_code FROM area_links WHERE from_kind = 'lsoa11' AND to_kind = 'lsoa21'"
    ):
        parts.setdefault(str(old), set()).add(str(new))
    assert len({old for old, *_ in found}) > 5
    for old, longitude, latitude, chosen in found:
        distances = {new: distance_m(outlines[new], float(longitude), float(latitude)) for new in parts[str(old)]}
        assert distances[str(chosen)] == pytest.approx(min(distances.values()), abs=1.0)


def distance_m(outline, longitude: float, latitude: float) -> float:
    """Metres from a point to an outline, 0 within it, on a plane that is flat enough for one county."""
    import shapely

    if outline.contains(shapely.Point(longitude, latitude)):
        return 0.0
    east, north = 111_320 * math.cos(math.radians(53.0)), 111_320
    polygons = outline.geoms if hasattr(outline, "geoms") else [outline]
    best = math.inf
    for polygon in polygons:
        for ring in (polygon.exterior, *polygon.interiors):
            corners = [((x - longitude) * east, (y - latitude) * north) for x, y in ring.coords]
            for (ax, ay), (bx, by) in itertools.pairwise(corners):
                length = (bx - ax) ** 2 + (by - ay) ** 2
                along = 0.0 if length == 0 else max(0.0, min(1.0, -(ax * (bx - ax) + ay * (by - ay)) / length))
                best = min(best, math.hypot(ax + along * (bx - ax), ay + along * (by - ay)))
    return best


def test_quality_says_what_has_no_place_lies_outside_repeats_and_has_old_codes(open_data, evidence):
    rows = lookup_rows(open_data, "LSOA11_LSOA21_LAD22_EW_LU.csv.gz")
    home = {
        code
        for row in rows
        if row["LAD22CD"] in {"E06000058", "E06000059"}
        for code in (row["LSOA11CD"], row["LSOA21CD"])
    }
    present = {row["LSOA21CD"] for row in rows}
    codes = street_codes(open_data, AUGUST_2019)
    old, new = quality_by_month(evidence)
    assert (old.force, old.rows, old.without_place, old.repeated_ids) == ("dorset", 6977, 343, 0)
    assert (new.force, new.rows, new.without_place, new.repeated_ids, new.old_codes) == ("dorset", 4156, 6, 0, 0)
    assert old.outside == sum(code not in home for code in codes if code) > 0
    assert old.old_codes == sum(code not in present for code in codes if code) > 0


def street_codes(open_data, member: str) -> list[str]:
    with zipfile.ZipFile(open_data / "police_uk" / "dorset.zip") as archive, archive.open(member) as file:
        return [row["LSOA code"] for row in csv.DictReader(io.TextIOWrapper(file, "utf-8"))]


def test_rows_outside_the_force_are_not_known_before_a_lookup_is_loaded(tmp_path):
    workspace = Workspace.create(tmp_path / "workspace", areas=("Anywhere",))
    loaded(workspace.store, street_file(tmp_path, [crime(1), crime(2)]))
    assert [month.outside for month in quality_by_month(workspace.evidence())] == [None]


def test_missing_months_are_told_as_runs(evidence):
    assert "Crimes of dorset: 2 months, 2019-08 to 2025-01; 64 months between are missing: 2019-09 to 2024-12." in (
        status_of(evidence)
    )
