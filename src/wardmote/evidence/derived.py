"""Derived tables: what was worked out from the store, kept on disk within it, so that it is worked out once.

The name of each file carries a digest of all that the table was made from: what the ledger says of the tables of the
store, the partnership's areas, and the code that works it out. It cannot be out of date, because another load, area or
edition of the program asks for another name. All of it may be deleted at any time, and is then worked out again.
"""

import hashlib
import json
import time
from collections.abc import Collection, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from uuid import uuid4

import pyarrow as pa
import pyarrow.parquet as pq

import wardmote
from wardmote.evidence.ledger import Load

FOLDER = "derived"
# The newest state, those of a few loads before it that somebody looked at, and room for a change of areas.
_EDITIONS = 4
_LEFT_BEHIND_S = 3600
_NAME = b"wardmote derived table"
_MADE_BY = ("evidence/*.py", "measures/*.py", "catalogue/vocabulary/forces.csv")


class DerivedTables:
    """The derived tables of one store. Any number of processes may read and keep them at once.

    A name is a plain word for the table, which is the same after every load, a dot, and the digest.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, name: str) -> Path:
        """Where a table is kept, or would be."""
        return self._folder / f"{name}.parquet"

    def holds(self, name: str) -> bool:
        """Whether a table is kept, as far as can be told without reading all of it."""
        try:
            return (pq.read_schema(self.path(name)).metadata or {}).get(_NAME) == name.encode()
        except (OSError, pa.ArrowException):
            return False

    def read(self, name: str) -> pa.Table | None:
        """A table that was kept; None where there is none, or the file is cut short, damaged or something else."""
        try:
            with pq.ParquetFile(self.path(name), page_checksum_verification=True) as file:
                is_ours = (file.schema_arrow.metadata or {}).get(_NAME) == name.encode()
                return file.read(use_threads=False) if is_ours else None
        except (OSError, pa.ArrowException):
            return None

    def keep(self, name: str, table: pa.Table) -> None:
        """Keep a table, whole or not at all. Where nothing can be written it is worked out again the next time."""
        part = self._folder / f"{name}-{uuid4().hex}.part"
        try:
            self._folder.mkdir(exist_ok=True)
            metadata = {**(table.schema.metadata or {}), _NAME: name.encode()}
            pq.write_table(table.replace_schema_metadata(metadata), part, write_page_checksum=True)
            part.replace(self.path(name))
            self._forget_earlier(name)
        except OSError:
            # A full disk, a folder that nobody may write to, or on Windows a file of the same content that is being read.
            with suppress(OSError):
                part.unlink(missing_ok=True)

    def _forget_earlier(self, name: str) -> None:
        """Delete all but the last few editions of a table, and what a process that was killed left half written."""
        what, _, _ = name.partition(".")
        changed = sorted((path.stat().st_mtime, path) for path in self._folder.glob(f"{what}.*.parquet"))
        left = (path for path in self._folder.glob("*.part") if path.stat().st_mtime < time.time() - _LEFT_BEHIND_S)
        for path in [*(path for _, path in changed[:-_EDITIONS]), *left]:
            path.unlink(missing_ok=True)


def digest_of(settings: object, *, question: object, tables: Collection[str], loads: Sequence[Load]) -> str:
    """What tells a table apart that answers a question from some tables of the store as they stand after `loads`."""
    said = json.dumps([settings, question, _history(tables, loads), _code()], default=str)
    return hashlib.sha256(said.encode()).hexdigest()[:32]


def _history(tables: Collection[str], loads: Sequence[Load]) -> list[object]:
    """Each load that changed one of the tables: which, to what version, when, and from files of what content."""
    history: list[object] = []
    before: dict[str, int] = {}
    for load in loads:
        changed = {name: load.versions[name] for name in sorted(tables) if load.versions.get(name) != before.get(name)}
        if changed:
            history.append([load.number, load.loaded_at, changed, [file.digest for file in load.files]])
        before = load.versions
    return history


@cache
def _code() -> str:
    """A digest of the code that works tables out: another edition of the program reads nothing that this one kept."""
    root = Path(wardmote.__file__).parent
    digest = hashlib.sha256()
    for pattern in _MADE_BY:
        for path in sorted(root.glob(pattern)):
            digest.update(path.read_bytes())
    return digest.hexdigest()
