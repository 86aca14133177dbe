"""Police files in any number, for measuring how the time and memory of a load grow."""

import os
import tempfile
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from wardmote.errors import BadInput
from wardmote.synthetic.months import FIRST_MONTH, label, span
from wardmote.synthetic.names import street_name
from wardmote.synthetic.offences import ASB, OFFENCES
from wardmote.synthetic.tables import add_to_zip

if TYPE_CHECKING:
    import duckdb

MONTHS = 36
ROWS_A_FORCE = 500_000
MOST_FORCES = 150
_LSOAS_A_FORCE = 600
# Below the codes of Exampleshire and above those in use.
_FIRST_LSOA = 1900000
_DICE = 100
_OUTCOMES = (
    "Unable to prosecute suspect", "Investigation complete; no suspect identified", "Under investigation",
    "Court result unavailable", "Status update unavailable", "Local resolution", "Awaiting court outcome",
)  # fmt: skip

# Every value of a row is a function of its number and the seed, so that files can be written one at a time, in any
# number, without holding anything. The digits of one SHA-256 serve as the id and as the row's dice.
_STREET_SQL = """
    WITH dice AS (
        SELECT sha256($seed || '-' || $force || '-' || $month || '-' || i) AS id FROM range($rows) AS t(i)
    ), thrown AS (
        SELECT id,
            ('0x' || substr(id, 1, 7))::INTEGER AS a,
            ('0x' || substr(id, 8, 7))::INTEGER AS b,
            ('0x' || substr(id, 15, 7))::INTEGER AS c
        FROM dice
    ), placed AS (
        SELECT id, a, b, c,
            c % 250 = 0 AS is_nowhere,
            b % $lsoas AS lsoa,
            $types[1 + a % len($types)] AS crime_type
        FROM thrown
    )
    SELECT
        CASE WHEN crime_type = $asb THEN NULL ELSE id END AS "Crime ID",
        $month AS "Month",
        $police AS "Reported by",
        $police AS "Falls within",
        CASE WHEN NOT is_nowhere THEN printf('%.6f', 0.6 + (lsoa % 30) * 0.01 + (c % 16) * 0.0005) END AS "Longitude",
        CASE WHEN NOT is_nowhere THEN printf('%.6f', 54.6 + (lsoa // 30) * 0.008 + (c % 16) * 0.0004) END AS "Latitude",
        CASE WHEN is_nowhere THEN 'No Location' ELSE 'On or near ' || $streets[1 + (b + c % 16) % len($streets)] END
            AS "Location",
        CASE WHEN NOT is_nowhere THEN 'E0' || ($first_lsoa + lsoa) END AS "LSOA code",
        CASE WHEN NOT is_nowhere THEN $place || ' ' || printf('%03d', lsoa // 5 + 1) || chr(65 + lsoa % 5) END
            AS "LSOA name",
        crime_type AS "Crime type",
        CASE WHEN crime_type = $asb THEN NULL ELSE $outcomes[1 + c % len($outcomes)] END AS "Last outcome category",
        NULL AS "Context"
    FROM placed
"""


@dataclass(frozen=True)
class ScaleFiles:
    """What was written: rows in all street files, the files (the zips, if zipped), and their size on disk."""

    rows: int
    paths: tuple[Path, ...]
    size_bytes: int


def write_incidents(
    folder: Path, *, rows: int, seed: int, rows_a_force: int = ROWS_A_FORCE, is_zipped: bool = False
) -> ScaleFiles:
    """Write street files with `rows` rows in all, over 36 months, and another invented force for each `rows_a_force` begun.

    Half a million rows a force make months of 14,000 rows, as a middling force has; there are at most 150 forces.

    One file a force and month in `folder/YYYY-MM/`, or one zip a force if `is_zipped`. The same seed gives the same
    bytes. No more than one file a core is ever held in memory. Raises `BadInput` if there is not a row for each file.
    """
    if rows < MONTHS:
        raise BadInput(f"{rows} rows are too few for {MONTHS} months", do="ask for more rows")
    import duckdb

    folder.mkdir(parents=True, exist_ok=True)
    write_force = _zip_force if is_zipped else _write_force
    forces = min(MOST_FORCES, -(-rows // rows_a_force))
    connection = duckdb.connect(config={"memory_limit": "256MB", "threads": 1})
    shares = _shares(rows, parts=forces)
    with connection, ThreadPoolExecutor(os.cpu_count()) as pool:
        # DuckDB lets go of the interpreter's lock while it works, so that threads do use every core.
        written = pool.map(
            lambda force: write_force(connection.cursor(), folder, force=force, rows=shares[force], seed=seed),
            range(forces),
        )
        paths = tuple(path for paths in written for path in paths)
    return ScaleFiles(rows=rows, paths=paths, size_bytes=sum(path.stat().st_size for path in paths))


def _write_force(
    connection: "duckdb.DuckDBPyConnection", folder: Path, *, force: int, rows: int, seed: int
) -> list[Path]:
    paths = []
    for inner, month, share in _files(force, rows=rows):
        path = folder / inner
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_street(connection, path, force=force, month=month, rows=share, seed=seed)
        paths.append(path)
    return paths


def _zip_force(
    connection: "duckdb.DuckDBPyConnection", folder: Path, *, force: int, rows: int, seed: int
) -> list[Path]:
    path = folder / f"{_slug(force)}.zip"
    with tempfile.TemporaryDirectory() as place, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        one = Path(place) / "street.csv"
        for inner, month, share in _files(force, rows=rows):
            _write_street(connection, one, force=force, month=month, rows=share, seed=seed)
            add_to_zip(archive, inner.as_posix(), one.read_bytes(), effort=1)
    return [path]


def _files(force: int, *, rows: int) -> Iterator[tuple[Path, date, int]]:
    """Each of a force's files: its inner path, its month and its number of rows."""
    for month, share in zip(span(FIRST_MONTH, length=MONTHS), _shares(rows, parts=MONTHS), strict=True):
        yield Path(label(month)) / f"{label(month)}-{_slug(force)}-street.csv", month, share


def _shares(rows: int, *, parts: int) -> list[int]:
    """`rows` as evenly as it goes; the parts add up to it."""
    return [rows * (i + 1) // parts - rows * i // parts for i in range(parts)]


def _write_street(
    connection: "duckdb.DuckDBPyConnection", path: Path, *, force: int, month: date, rows: int, seed: int
) -> None:
    values = {
        "seed": str(seed),
        "force": str(force),
        "month": label(month),
        "rows": rows,
        "lsoas": _LSOAS_A_FORCE,
        "first_lsoa": _FIRST_LSOA + force * _LSOAS_A_FORCE,
        "types": _types(),
        "asb": ASB,
        "police": f"{_place(force)} Police",
        "place": _place(force),
        "streets": [street_name(i) for i in range(60)],
        "outcomes": list(_OUTCOMES),
    }
    connection.sql(_STREET_SQL, params=values).write_csv(str(path), header=True)


def _types() -> list[str]:
    """A hundred crime types in the proportions in which they are recorded, to be drawn from by number."""
    total = sum(offence.per_1000_a_year for offence in OFFENCES)
    ends, reached = [], 0.0
    for offence in OFFENCES:
        reached += offence.per_1000_a_year
        ends.append(round(reached / total * _DICE))
    starts = [0, *ends[:-1]]
    return [o.crime_type for o, start, end in zip(OFFENCES, starts, ends, strict=True) for _ in range(end - start)]


def _place(force: int) -> str:
    return f"Scaleshire {force + 1:03d}"


def _slug(force: int) -> str:
    return f"scaleshire-{force + 1:03d}"
