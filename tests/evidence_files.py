"""Real files taken out of the open data, invented ones as a partner might damage them, and questions to a store."""

import csv
import io
import shutil
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from wardmote.evidence.evidence import Evidence
from wardmote.evidence.loading import LoadReport, load_paths
from wardmote.evidence.store import Store
from wardmote.evidence.workspace import Workspace

STREET_HEADER = [
    "Crime ID",
    "Month",
    "Reported by",
    "Falls within",
    "Longitude",
    "Latitude",
    "Location",
    "LSOA code",
    "LSOA name",
    "Crime type",
    "Last outcome category",
    "Context",
]


def taken(folder: Path, zip_path: Path, *members: str) -> Path:
    """A folder with only these files of a zip."""
    with zipfile.ZipFile(zip_path) as archive:
        for member in members:
            target = folder / member
            target.parent.mkdir(parents=True, exist_ok=True)
            with archive.open(member) as source, target.open("wb") as out:
                shutil.copyfileobj(source, out)
    return folder


def zipped(path: Path, members: dict[str, bytes]) -> Path:
    """A zip with these files in it."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def crime(number: int, **fields: str) -> dict[str, str]:
    """A row of a street file, whole and in order but for the fields given."""
    return {
        "Crime ID": f"{number:064x}",
        "Month": "2025-01",
        "Reported by": "Dorset Police",
        "Falls within": "Dorset Police",
        "Longitude": "-1.880000",
        "Latitude": "50.720000",
        "Location": "On or near High Street",
        "LSOA code": "E01015292",
        "LSOA name": "Bournemouth, Christchurch and Poole 010A",
        "Crime type": "Burglary",
        "Last outcome category": "Under investigation",
        "Context": "",
        **fields,
    }


def csv_bytes(rows: Iterable[dict[str, str]], *, header: Sequence[str] = STREET_HEADER) -> bytes:
    """The rows as a CSV file."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, header, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def street_file(folder: Path, rows: Iterable[dict[str, str]], *, month: str = "2025-01", force: str = "dorset") -> Path:
    """A street file under its published name, in the folder of its month."""
    path = folder / month / f"{month}-{force}-street.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(csv_bytes(rows))
    return path


def loaded(store: Store, *paths: Path) -> LoadReport:
    """Load with no faults allowed."""
    report = load_paths(store, paths)
    assert [one.reason for one in report.not_loaded if one.is_fault] == []
    return report


def evidence_of(store: Store, *, as_of_load: int | None = None, areas: tuple[str, ...] = ("Nowhere",)) -> Evidence:
    """The evidence in a store, seen from a partnership."""
    workspace = Workspace(store.folder.parent, "Test", areas, (), {})
    return Evidence(workspace, store, store.load(as_of_load))


def asked(store: Store, sql: str, *, as_of_load: int | None = None) -> list[tuple[object, ...]]:
    """The rows that a query of the store's tables gives."""
    return evidence_of(store, as_of_load=as_of_load).snapshot.rows(sql)


def content(store: Store, *, as_of_load: int | None = None) -> list[tuple[object, ...]]:
    """Every row of evidence from the police, in an order that does not depend on how it came in."""
    snapshot = evidence_of(store, as_of_load=as_of_load).snapshot
    tables = ("incidents", "outcomes", "stop_and_search")
    return [row for table in tables for row in snapshot.rows(f"SELECT '{table}', * FROM {table} ORDER BY ALL")]
