"""Smallshire: the smallest partnership that fills every page. Two wards by four, thirty months, one of them missing.

Its files have the forms that the publishers use, and go through the product's own loading.
"""

import csv
import json
import random
from datetime import date
from pathlib import Path

from evidence_files import STREET_HEADER

from wardmote.evidence.loading import load_paths
from wardmote.evidence.workspace import Workspace
from wardmote.measures.periods import add_months

FORCE = "smallshire"
FIRST = date(2023, 1, 1)
MONTHS = [add_months(FIRST, n) for n in range(30)]
MISSING = date(2023, 2, 1)
WARDS = {"E05000001": "Harbour", "E05000002": "Hill", "E05000003": "Market", "E05000004": "Meadow"}
HOME, NEIGHBOUR = ("E06000901", "Smallshire"), ("E07000902", "Farshire")
PLACES = [
    *((f"E0100000{n}", f"Smallshire 00{n}A", list(WARDS)[n // 2], HOME) for n in range(8)),
    *((f"E0100001{n}", f"Farshire 00{n}A", "E05000005", NEIGHBOUR) for n in range(2)),
]


def make_workspace(folder: Path) -> Path:
    """A workspace of Smallshire with its crimes, lookups, population and outlines loaded."""
    raw = folder / "raw"
    raw.mkdir(parents=True)
    write_lookups(raw)
    _write_population(raw)
    _write_outlines(raw)
    for month in MONTHS:
        if month != MISSING:
            _write_street(raw, month)
    workspace = Workspace.create(folder / "smallshire", areas=("Smallshire",))
    load_paths(workspace.store, [raw])
    return workspace.folder


def write_lookups(raw: Path) -> None:
    """Which small area lies in which ward, council, partnership and force."""
    _write(
        raw / "LSOA21_WD24_LAD24_EW_LU.csv",
        [
            "LSOA21CD",
            "LSOA21NM",
            "LSOA21NMW",
            "WD24CD",
            "WD24NM",
            "WD24NMW",
            "LAD24CD",
            "LAD24NM",
            "LAD24NMW",
            "ObjectId",
        ],
        [
            [code, name, "", ward, WARDS.get(ward, "Far"), "", *council, "", row]
            for row, (code, name, ward, council) in enumerate(PLACES, start=1)
        ],
    )
    _write(
        raw / "LAD24_CSP24_PFA24_EW.csv",
        ["ltla24_code", "ltla24_name", "csp24_code", "csp24_name", "pfa24_code", "pfa24_name"],
        [
            [*council, f"E2200000{n}", council[1], "E23000901", "Smallshire"]
            for n, council in enumerate((HOME, NEIGHBOUR))
        ],
    )


def _write_population(raw: Path) -> None:
    heads = ["lsoa11_code", "lsoa11_name", "total_population"]
    _write(raw / "population_mid2019_lsoa11_total.csv", heads, [[code, name, 1500] for code, name, _, _ in PLACES])


def _write_outlines(raw: Path) -> None:
    features = []
    for n, (code, name, _, _) in enumerate(PLACES):
        west, south = -1.0 + 0.02 * (n % 4), 51.0 + 0.02 * (n // 4)
        ring = [[west, south], [west + 0.02, south], [west + 0.02, south + 0.02], [west, south + 0.02], [west, south]]
        geometry = {"type": "Polygon", "coordinates": [ring]}
        properties = {"lsoa21_code": code, "lsoa21_name": name}
        features.append({"type": "Feature", "properties": properties, "geometry": geometry})
    text = json.dumps({"type": "FeatureCollection", "features": features})
    (raw / "lsoa_2021_ew.geojson").write_text(text, encoding="utf-8")


def _write_street(raw: Path, month: date) -> None:
    draw = random.Random(f"{month}")
    rows = []
    for n, (code, name, _, _) in enumerate(PLACES):
        # Burglary halves in the last year, and Harbour has the most of everything.
        fewer = 0.5 if month >= add_months(MONTHS[-1], -11) else 1.0
        burglaries = round(draw.gauss(12 + (8 if n < 2 else 0), 1.5) * fewer)
        rows += [_street_row(month, code, name, "Burglary", f"{n}-{k}") for k in range(burglaries)]
        rows += [_street_row(month, code, name, "Anti-social behaviour", "") for _ in range(round(draw.gauss(10, 2)))]
    rows.append(_street_row(month, "", "", "Robbery", "nowhere"))
    if month == MONTHS[-1]:
        rows.append(["spoiled", "not a month", *[""] * 10])
    _write(raw / f"{month:%Y-%m}" / f"{month:%Y-%m}-{FORCE}-street.csv", STREET_HEADER, rows)


def _street_row(month: date, code: str, name: str, crime_type: str, number: str) -> list[object]:
    crime_id = f"{month:%Y%m}-{number}".rjust(64, "0") if number else ""
    point = ["-0.99", "51.01", "On or near Quay Street"] if code else ["", "", "No Location"]
    outcome = "" if crime_type == "Anti-social behaviour" else "Under investigation"
    force = "Smallshire Police"
    return [crime_id, f"{month:%Y-%m}", force, force, *point, code, name, crime_type, outcome, ""]


def _write(path: Path, heads: list[str], rows: list[list[object]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(heads)
        writer.writerows(rows)
