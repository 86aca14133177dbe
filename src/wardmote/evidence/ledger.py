"""The ledger: one entry a load. A load exists when, and only when, its entry does."""

import json
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pyarrow.parquet as pq
from deltalake import DeltaTable, write_deltalake

from wardmote.evidence import delta


@dataclass(frozen=True)
class LoadedFile:
    """What became of one file: every row read was kept or quarantined.

    `slices` maps a table's name to the slices that the file now holds, and `digest` is the SHA-256 of its content with
    line endings made alike, so that a file that was merely saved again is known to be the same.
    """

    name: str
    digest: str
    slices: dict[str, list[list[str]]]
    read: int
    kept: int
    quarantined: int
    superseded: int = 0
    notes: tuple[str, ...] = ()

    @classmethod
    def passed_over(cls, name: str, digest: str, reason: str) -> "LoadedFile":
        """A file of which nothing was read, and why."""
        return cls(name, digest, {}, 0, 0, 0, notes=(reason,))

    @property
    def is_balanced(self) -> bool:
        """Whether every row read is accounted for."""
        return self.read == self.kept + self.quarantined


@dataclass(frozen=True)
class Load:
    """One delivery as it was loaded. `versions` maps each table to its Delta version after the load."""

    number: int
    source: str
    name: str
    files: tuple[LoadedFile, ...]
    versions: dict[str, int] = field(default_factory=dict)
    loaded_at: datetime = field(default_factory=lambda: datetime.now(UTC).replace(tzinfo=None, microsecond=0))

    @property
    def read(self) -> int:
        return sum(file.read for file in self.files)

    @property
    def kept(self) -> int:
        return sum(file.kept for file in self.files)

    @property
    def quarantined(self) -> int:
        return sum(file.quarantined for file in self.files)

    @property
    def superseded(self) -> int:
        return sum(file.superseded for file in self.files)


_JOINED_EVERY = 50
_COLUMNS = {
    "number": "INTEGER",
    "source": "VARCHAR",
    "name": "VARCHAR",
    "loaded_at": "TIMESTAMP",
    "versions": "VARCHAR",
    "files": "VARCHAR",
}


def read_loads(folder: Path) -> tuple[Load, ...]:
    """All loads, oldest first."""
    if not DeltaTable.is_deltatable(str(folder)):
        return ()
    paths = DeltaTable(str(folder)).get_add_actions(flatten=True)["path"].to_pylist()
    rows = [row for path in paths for row in pq.ParquetFile(folder / path).read().to_pylist()]
    return tuple(sorted((_from_row(row) for row in rows), key=lambda load: load.number))


def append_load(folder: Path, load: Load) -> None:
    """Enter `load`: the one commit that makes it exist."""
    from wardmote.evidence import duck

    row = {
        "number": load.number,
        "source": load.source,
        "name": load.name,
        "loaded_at": load.loaded_at,
        "versions": json.dumps(load.versions),
        "files": json.dumps([asdict(file) for file in load.files]),
    }
    columns = ", ".join(f"CAST(${name} AS {type_}) AS {name}" for name, type_ in _COLUMNS.items())
    with duck.connect() as connection:
        table = connection.sql(f"SELECT {columns}", params=row).to_arrow_table()
    write_deltalake(str(folder), table, mode="append", configuration=delta.KEEP_EVERY_VERSION)
    # Each load adds a file, and every command reads them all; joining them changes nothing that can be read.
    if load.number % _JOINED_EVERY == 0:
        DeltaTable(str(folder)).optimize.compact()


def _from_row(row: dict[str, object]) -> Load:
    files = json.loads(str(row["files"]))
    return Load(
        number=int(str(row["number"])),
        source=str(row["source"]),
        name=str(row["name"]),
        files=tuple(LoadedFile(**{**file, "notes": tuple(file["notes"])}) for file in files),
        versions=json.loads(str(row["versions"])),
        loaded_at=row["loaded_at"],  # type: ignore[arg-type]
    )
