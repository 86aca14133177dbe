"""Small street files for the tables of the specification: what matters of a row, and plain values for the rest."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from evidence_files import STREET_HEADER


@dataclass(frozen=True)
class Row:
    """One row of a street file; a crime without an id gets none."""

    crime_type: str = "Burglary"
    lsoa: str = "E01990001"
    name: str = "Exampleton 001A"
    crime_id: str = ""
    place: tuple[str, str] = ("-1.500000", "50.700000")
    outcome: str = ""


def write_month(folder: Path, month: str, rows: Iterable[Row], *, force: str = "exampleshire") -> Path:
    """Write one month of one force as data.police.uk would."""
    path = folder / month / f"{month}-{force}-street.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    says = f"{force.title()} Police"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(STREET_HEADER)
        for row in rows:
            place = ("On or near High Street", row.lsoa, row.name) if row.lsoa else ("No Location", "", "")
            point = row.place if row.lsoa else ("", "")
            writer.writerow([row.crime_id, month, says, says, *point, *place, row.crime_type, row.outcome, ""])
    return path


def write_counts(folder: Path, counts: dict[str, int], *, crime_type: str = "Burglary") -> Path:
    """Write one file a month with so many alike rows."""
    for month, count in counts.items():
        write_month(folder, month, [Row(crime_type=crime_type)] * count)
    return folder
