"""What the shipped list brings is what the store reads: every item fetched from services of the same form, and loaded."""

import csv
import io
import json
import zipfile
from urllib.parse import urlsplit

import pytest

from wardmote.evidence.fetch.areas import fetch_areas
from wardmote.evidence.fetch.downloads import read_downloads
from wardmote.evidence.loading import load_paths
from wardmote.evidence.store import Store

ITEMS = read_downloads().areas
SQUARE = {"type": "Polygon", "coordinates": [[[-2, 50], [-1.9, 50], [-1.9, 50.1], [-2, 50.1], [-2, 50]]]}
KEEPS = {
    "lookups": "area-lookups",
    "boundaries": "boundaries",
    "population": "populations",
    "deprivation": "deprivation",
}
RANKS = {
    "Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived)": "7",
    "Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs)": "1",
}


def row_of(item):
    """A row that such a table might hold: codes look like codes and figures like figures."""
    return {name: _value(name) for name in item.columns}


def _value(name):
    if name.endswith("CD") or "code" in name.lower():
        return "E01020366"
    return "1234" if name in {"OBS_VALUE", "Age: Total; measures: Value"} or "Score" in name else "Bournemouth 001A"


def as_csv(row):
    held = io.StringIO()
    table = csv.DictWriter(held, row)
    table.writeheader()
    table.writerow(row)
    return held.getvalue().encode()


def zipped(name, content):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(name, content)
    return held.getvalue()


def serve(server, item):
    address = urlsplit(item.addresses[0])
    path = f"/{address.netloc}{address.path}"
    row = row_of(item)
    if item.kind == "nomis":
        server.has(path, as_csv({**row, "RECORD_COUNT": 1}))
    elif item.kind == "direct":
        content = as_csv({**row, **RANKS})
        server.has(path, zipped(item.member, content) if item.member else content)
    else:
        feature = {"type": "Feature", "properties": row, "attributes": row, "geometry": SQUARE}
        server.has(path, json.dumps({"count": 1, "features": [feature]}).encode())


@pytest.mark.parametrize("item", ITEMS, ids=[item.id for item in ITEMS])
def test_an_item_of_the_shipped_list_is_fetched_and_loaded(server, client, tmp_path, item):
    serve(server, item)
    small = item.model_copy(update={"rows": None})
    (outcome,) = fetch_areas(client, [small], folder=tmp_path / "downloads")
    assert outcome.why == ""

    report = load_paths(Store(tmp_path / "evidence"), [tmp_path / "downloads"])
    assert report.not_loaded == ()
    (load,) = report.loads
    assert load.source == KEEPS[item.group]
    assert (load.read, load.kept, load.quarantined) == (1, 1, 0)
