"""Write Exampleshire: the raw files that a partnership would be sent, and the truths beside them."""

import zipfile
from collections.abc import Iterable
from pathlib import Path

from wardmote.synthetic.area_files import area_files
from wardmote.synthetic.country import Country, build_country
from wardmote.synthetic.months import shift
from wardmote.synthetic.people_files import people_files
from wardmote.synthetic.planting import LATE_MONTHS
from wardmote.synthetic.police_files import FORCE_SLUG, police_files
from wardmote.synthetic.tables import add_to_zip, csv_bytes
from wardmote.synthetic.tally import collect_truths
from wardmote.synthetic.truths import Truths, write_truths

DEFAULT_SEED = 1998
POLICE_FOLDER = "police_uk"
SERIES_BREAKS = ("first_month", "area_kind", "area", "crime_type", "kind", "description")


def write_exampleshire(folder: Path, *, seed: int = DEFAULT_SEED, months: int = 36, is_zipped: bool = False) -> Truths:
    """Write everything that is loaded for Exampleshire into `folder`, and return what is true of it.

    The police files go to `police_uk/YYYY-MM/` or, if `is_zipped`, into one `police_uk/exampleshire.zip`; beside them
    `lookups/`, `boundaries/`, `population/`, `deprivation/`, `sections.csv`, `series_breaks.csv` and `truths.json`. The
    first month is April 2022. The same seed gives the same bytes. Raises `BadInput` for fewer than 24 months.
    """
    country = build_country(seed=seed, months=months)
    truths = collect_truths(country)
    every = country.planting.months
    police = police_files(country, months=every, released=every[-1])
    _write_police(folder / POLICE_FOLDER, police, is_zipped=is_zipped)
    _write_all(folder, area_files(country))
    _write_all(folder, people_files(country))
    _write_all(folder, [("series_breaks.csv", _series_breaks(country))])
    write_truths(truths, folder=folder)
    return truths


def write_later_release(folder: Path, *, seed: int = DEFAULT_SEED, months: int = 36, is_zipped: bool = False) -> None:
    """Write the last three months again, as released three months later: late records are in, outcomes have moved on."""
    country = build_country(seed=seed, months=months)
    again = country.planting.months[-LATE_MONTHS:]
    files = police_files(country, months=again, released=shift(again[-1], by=LATE_MONTHS), is_later=True)
    _write_police(folder / POLICE_FOLDER, files, is_zipped=is_zipped)


def _write_police(folder: Path, files: Iterable[tuple[str, bytes]], *, is_zipped: bool) -> None:
    if not is_zipped:
        _write_all(folder, files)
        return
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(folder / f"{FORCE_SLUG}.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files:
            add_to_zip(archive, path, content)


def _write_all(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    for path, content in files:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def _series_breaks(country: Country) -> bytes:
    change = country.planting.recording_change
    row = (f"{change.first_month:%Y-%m}", "force", FORCE_SLUG, change.crime_type, "recording", change.reason)
    return csv_bytes(SERIES_BREAKS, [row])
