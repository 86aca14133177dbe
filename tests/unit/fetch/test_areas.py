"""Lookups, boundaries, populations and deprivation, from services that misbehave in their own ways."""

import csv
import io
import json
import zipfile

import pytest

from wardmote.errors import BadInput, DefinitionError
from wardmote.evidence.fetch.areas import choose_items, fetch_areas
from wardmote.evidence.fetch.downloads import Item, read_downloads

LAYER = "https://geo.example/rest/services/Thing/FeatureServer/0/query"
LAYER_AT = "/geo.example/rest/services/Thing/FeatureServer/0/query"
NOMIS = "https://nomis.example/api/NM_1.data.csv?geography=TYPE151&date=latest"
NOMIS_AT = "/nomis.example/api/NM_1.data.csv"


def item(**changes):
    return Item.model_validate(
        {
            "id": "thing",
            "group": "lookups",
            "title": "A thing",
            "publisher": "Nobody",
            "licence": "None",
            "kind": "arcgis-query",
            "addresses": [LAYER],
            "file": "thing.csv",
            "columns": ["CODE", "NAME"],
            "order_by": "CODE",
            "page": 40,
            "checked": "not checked",
            "seen": "here",
            **changes,
        }
    )


def arcgis(server, *, rows=100, limit=1000):
    """A feature service with `rows` features that gives at most `limit` to a page."""

    def answer(handler):
        made = type(server.resources[LAYER_AT])
        asked = handler.query
        if "returnCountOnly" in asked:
            return made(json.dumps({"count": rows}).encode())
        first = int(asked["resultOffset"])
        numbers = range(first, min(rows, first + min(limit, int(asked["resultRecordCount"]))))
        values = [{"CODE": f"E{n:03d}", "NAME": f"Glyn, n{n} â"} for n in numbers]
        if asked["f"] == "geojson":
            point = {"type": "Point", "coordinates": [0, 51]}
            features = [{"type": "Feature", "properties": each, "geometry": point} for each in values]
            return made(json.dumps({"type": "FeatureCollection", "features": features}).encode())
        return made(json.dumps({"features": [{"attributes": each} for each in values]}).encode())

    server.has(LAYER_AT, answer=answer)


def nomis(server, *, rows=100, limit=40):
    def answer(handler):
        first = int(handler.query["recordoffset"])
        numbers = range(first, min(rows, first + min(limit, int(handler.query["recordlimit"]))))
        lines = "".join(f'"E{n:03d}","Área {n}",{n},{rows}\n' for n in numbers)
        header = '"GEOGRAPHY_CODE","GEOGRAPHY_NAME","OBS_VALUE","RECORD_COUNT"\n'
        return type(server.resources[NOMIS_AT])((header + lines).encode())

    server.has(NOMIS_AT, answer=answer)


NOMIS_ITEM = {"kind": "nomis", "addresses": [NOMIS], "columns": ["GEOGRAPHY_CODE", "GEOGRAPHY_NAME", "OBS_VALUE"]}


@pytest.fixture
def fetch(client, tmp_path):
    def run(*items, **rest):
        return list(fetch_areas(client, items, folder=tmp_path, **rest))

    return run


def read(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


@pytest.mark.parametrize("limit", [1000, 40, 7, 1])
def test_a_table_comes_whole_whatever_the_page_limit_of_the_service(server, fetch, tmp_path, limit):
    arcgis(server, limit=limit)
    (outcome,) = fetch(item(rows=100))
    assert outcome.state == "fetched"
    assert read(outcome.path) == [["CODE", "NAME"], *([f"E{n:03d}", f"Glyn, n{n} â"] for n in range(100))]
    assert [path.name for path in tmp_path.iterdir()] == ["thing.csv"]


def test_boundaries_come_as_one_geojson(server, fetch):
    arcgis(server)
    (outcome,) = fetch(item(file="thing.geojson"))
    layer = json.loads(outcome.path.read_text(encoding="utf-8"))
    assert [feature["properties"]["CODE"] for feature in layer["features"]] == [f"E{n:03d}" for n in range(100)]


def test_an_error_inside_a_page_of_status_200_is_an_error(server, fetch):
    server.has(LAYER_AT, b'{"error": {"code": 400, "message": "Invalid URL"}}')
    (outcome,) = fetch(item())
    assert (outcome.state, outcome.why) == (
        "missing",
        "geo.example: the service does not give this layer (Invalid URL)",
    )


def test_an_error_on_a_later_page_leaves_no_half_table(server, fetch, tmp_path):
    arcgis(server)
    good = server.resources[LAYER_AT].answer

    def then_fails(handler):
        if handler.query.get("resultOffset") == "80":
            return type(server.resources[LAYER_AT])(b'{"error": {"message": "Out of memory"}}')
        return good(handler)

    server.resources[LAYER_AT].answer = then_fails
    (outcome,) = fetch(item())
    assert (outcome.state, outcome.why) == (
        "missing",
        "geo.example: the service answered with an error (Out of memory)",
    )
    assert not (tmp_path / "thing.csv").exists()

    server.resources[LAYER_AT].answer = good
    server.requests.clear()
    assert fetch(item())[0].state == "fetched"
    assert len(server.requests) == 2, "the count and the one page that was missing"


def test_a_service_that_runs_out_of_rows_is_found_out(server, fetch):
    arcgis(server)
    good = server.resources[LAYER_AT].answer

    def nothing_after_forty(handler):
        if handler.query.get("resultOffset") == "40":
            return type(server.resources[LAYER_AT])(b'{"features": []}')
        return good(handler)

    server.resources[LAYER_AT].answer = nothing_after_forty
    assert fetch(item())[0].why == "geo.example: the server gave 40 of 100 rows and then none"


def test_a_layer_without_the_columns_is_refused(server, fetch):
    arcgis(server)
    (outcome,) = fetch(item(columns=["CODE", "LAD24NM"]))
    assert outcome.why == "geo.example: the columns LAD24NM are not in what arrived"


def test_a_layer_with_another_number_of_rows_is_refused_before_it_travels(server, fetch):
    arcgis(server)
    assert fetch(item(rows=101))[0].why == "geo.example: 100 rows arrived and there should be 101"
    assert len(server.requests) == 1


def test_pages_of_another_query_are_not_taken_for_its_own(server, fetch, tmp_path):
    (tmp_path / "thing.csv.pages").mkdir()
    (tmp_path / "thing.csv.pages" / "00000000").write_text('{"features": []}', encoding="utf-8")
    arcgis(server)
    assert fetch(item())[0].state == "fetched"


def test_the_second_address_is_used_when_the_first_fails(server, fetch):
    arcgis(server)
    assert fetch(item(addresses=["https://geo.example/gone", LAYER]))[0].state == "fetched"


@pytest.mark.parametrize("limit", [1000, 40, 7])
def test_a_nomis_table_comes_whole(server, fetch, limit):
    nomis(server, limit=limit)
    (outcome,) = fetch(item(**NOMIS_ITEM, rows=100))
    assert outcome.state == "fetched"
    assert read(outcome.path) == [
        ["GEOGRAPHY_CODE", "GEOGRAPHY_NAME", "OBS_VALUE"],
        *([f"E{n:03d}", f"Área {n}", str(n)] for n in range(100)),
    ]


def test_nomis_without_rows_says_that_a_code_is_out_of_date(server, fetch):
    server.has(NOMIS_AT, b'"GEOGRAPHY_CODE","RECORD_COUNT"\n')
    assert "out of date" in fetch(item(**NOMIS_ITEM))[0].why


def test_a_plain_file_is_checked_and_put_in_place(server, fetch):
    server.has("/gov.example/file.csv", b"CODE,NAME\nE1,a\nE2,b\n")
    direct = {"kind": "direct", "addresses": ["https://gov.example/file.csv"]}
    assert fetch(item(**direct, rows=2))[0].state == "fetched"
    assert fetch(item(**direct, rows=2))[0].state == "already here"
    assert fetch(item(**direct, rows=3), again=True)[0].why == "gov.example: 2 rows arrived and there should be 3"


def test_a_file_inside_a_zip_is_taken_out(server, fetch, tmp_path):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("other.csv", "x")
        archive.writestr("wanted.csv", "CODE,NAME\nE1,a\n")
    server.has("/nomis.example/bulk.zip", held.getvalue())
    direct = {"kind": "direct", "addresses": ["https://nomis.example/bulk.zip"]}
    (outcome,) = fetch(item(**direct, member="wanted.csv"))
    assert read(outcome.path) == [["CODE", "NAME"], ["E1", "a"]]
    assert [path.name for path in tmp_path.iterdir()] == ["thing.csv"]
    assert fetch(item(**direct, member="gone.csv"), again=True)[0].why == "nomis.example: the zip has no gone.csv in it"


def test_a_table_is_kept_under_the_headings_that_load_reads(server, fetch, tmp_path):
    server.has("/gov.example/file.csv", b"\xef\xbb\xbfNAME,OTHER,CODE\na,x,E1\n")
    direct = {"kind": "direct", "addresses": ["https://gov.example/file.csv"]}
    (outcome,) = fetch(item(**direct, renamed={"CODE": "LSOA21CD", "NAME": "LSOA21NM"}))
    assert read(outcome.path) == [["LSOA21CD", "LSOA21NM"], ["E1", "a"]]
    assert [path.name for path in tmp_path.iterdir()] == ["thing.csv"]


def test_one_that_fails_does_not_stop_the_others(server, fetch):
    arcgis(server)
    gone = item(id="gone", file="gone.csv", addresses=["https://geo.example/gone"])
    assert [each.state for each in fetch(gone, item())] == ["missing", "fetched"]


def test_the_shipped_list_is_whole():
    downloads = read_downloads()
    ids = [each.id for each in downloads.areas]
    names = [each.file for each in downloads.areas]
    assert len(set(ids)) == len(ids)
    assert len(set(names)) == len(names)
    assert {each.group for each in downloads.areas} == {"lookups", "boundaries", "population", "deprivation"}
    assert all(address.startswith("https://") for each in downloads.areas for address in each.addresses)


def test_items_are_chosen_by_id_or_by_group():
    downloads = read_downloads()
    assert {each.group for each in choose_items(downloads, only=["lookups"])} == {"lookups"}
    assert [each.id for each in choose_items(downloads, only=["population-mid-2024"])] == ["population-mid-2024"]
    assert choose_items(downloads) == downloads.areas
    with pytest.raises(BadInput, match="nothing called 'maps'"):
        choose_items(downloads, only=["maps"])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("police_uk: [", "cannot be read"),
        ("areas: []", "police_uk: Field required"),
        ("- a", "valid dictionary"),
    ],
)
def test_a_list_that_says_nothing_sensible_is_refused(tmp_path, text, reason):
    path = tmp_path / "downloads.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DefinitionError, match=reason):
        read_downloads(path)


def test_only_a_column_that_arrives_can_be_renamed():
    with pytest.raises(ValueError, match="TOTAL is not among the columns"):
        item(renamed={"TOTAL": "total"})


def test_a_file_name_cannot_leave_the_folder():
    with pytest.raises(ValueError, match="not a path"):
        item(file="../thing.csv")
