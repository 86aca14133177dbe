"""The evidence store: Delta tables that change together, one load at a time, or not at all.

Each table is written first and the ledger last. Readers open every table at the version that a ledger entry names, so
a load that was cut short is never seen; the next load puts the tables back to where the ledger says they were.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from filelock import FileLock, Timeout

from wardmote.errors import BadInput, StoreError
from wardmote.evidence import delta
from wardmote.evidence.delta import DataFile, Slice
from wardmote.evidence.ledger import Load, append_load, read_loads
from wardmote.evidence.tables import TABLES, Table

_UNPACKED = "unpacked"


class Store:
    """The evidence of one partnership, in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def loads(self) -> tuple[Load, ...]:
        """All loads, oldest first."""
        return read_loads(self.folder / "loads")

    def load(self, number: int | None = None) -> Load | None:
        """The load with this number, or the newest; None where nothing has been loaded yet."""
        loads = self.loads()
        if number is None:
            return loads[-1] if loads else None
        for load in loads:
            if load.number == number:
                return load
        known = f"1 to {loads[-1].number}" if loads else "none yet"
        raise BadInput(f"there is no load {number}", where="the evidence store", do=f"choose one of: {known}")

    def files(self, table: Table, *, at: Load | None) -> tuple[DataFile, ...]:
        """The data files of a table as they stood after a load."""
        if at is None or table.name not in at.versions:
            return ()
        return delta.files_at(self.folder / table.name, table, at.versions[table.name])

    @contextmanager
    def writing(self) -> Iterator["Writing"]:
        """The one writer, from the state that the ledger names. What is not committed leaves no trace."""
        self.folder.mkdir(parents=True, exist_ok=True)
        try:
            with FileLock(self.folder / "writing.lock", timeout=0):
                try:
                    # What a load that was killed had unpacked is cleared away, for it may be large, or about people.
                    shutil.rmtree(self.folder / _UNPACKED, ignore_errors=True)
                    (self.folder / _UNPACKED).mkdir()
                    yield from self._writing()
                finally:
                    shutil.rmtree(self.folder / _UNPACKED, ignore_errors=True)
        except Timeout as error:
            raise StoreError(
                "another load is under way", where="the evidence store", do="wait until it has ended"
            ) from error

    def _writing(self) -> Iterator["Writing"]:
        writing = Writing(self)
        try:
            yield writing
        finally:
            writing.discard_uncommitted()


class Writing:
    """Data files waiting to become one load. Whatever is unpacked into `folder` is gone when it ends."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._newest = store.load()
        self._added: dict[str, list[DataFile]] = {}
        self.number = self._newest.number + 1 if self._newest else 1
        self.folder = store.folder / _UNPACKED
        self._undo_unfinished_load()

    def new_file(self, table: Table, slice_: Slice, *, part: str) -> Path:
        """Where to write the Parquet file of a slice; `part` tells files of one slice apart."""
        folder = self._store.folder / table.name / delta.slice_folder(table, slice_)
        folder.mkdir(parents=True, exist_ok=True)
        return folder / f"{self._prefix}{part}.parquet"

    def add(self, table: Table, slice_: Slice, path: Path, *, rows: int) -> None:
        """Make the written file part of the load. What the slice held before is superseded."""
        relative = path.relative_to(self._store.folder / table.name).as_posix()
        self._added.setdefault(table.name, []).append(DataFile(relative, slice_, rows))

    def rows_held(self, table: Table) -> dict[Slice, int]:
        """How many rows each slice of a table holds now."""
        held: dict[Slice, int] = {}
        for file in self._store.files(table, at=self._newest):
            held[file.slice] = held.get(file.slice, 0) + file.rows
        return held

    def files_held(self, table: Table) -> dict[Slice, list[Path]]:
        """The data files of each slice of a table now."""
        held: dict[Slice, list[Path]] = {}
        for file in self._store.files(table, at=self._newest):
            held.setdefault(file.slice, []).append(self._store.folder / table.name / file.path)
        return held

    def commit(self, load: Load) -> Load:
        """Enter the load: all of its slices replace what they held before, in one step."""
        versions = dict(self._newest.versions) if self._newest else {}
        for name, added in self._added.items():
            table = TABLES[name]
            replaced = {file.slice for file in added}
            removed = [file for file in self._store.files(table, at=self._newest) if file.slice in replaced]
            versions[name] = delta.commit(self._store.folder / name, table, added=added, removed=removed)
        entered = replace(load, number=self.number, versions=versions)
        append_load(self._store.folder / "loads", entered)
        self._added = {}
        self._newest = entered
        return entered

    def discard_uncommitted(self) -> None:
        """Remove the files of a load that was not entered.

        The ledger is asked again, because a user who interrupts may do so just after the load was entered in it.
        """
        newest = self._store.load()
        if newest is None or newest.number < self.number:
            for name in TABLES:
                for path in (self._store.folder / name).rglob(f"{self._prefix}*"):
                    path.unlink(missing_ok=True)

    @property
    def _prefix(self) -> str:
        return f"load-{self.number:06}-"

    def _undo_unfinished_load(self) -> None:
        versions = self._newest.versions if self._newest else {}
        for name in TABLES:
            folder = self._store.folder / name
            version = delta.current_version(folder)
            if name not in versions:
                shutil.rmtree(folder, ignore_errors=True)
            elif version is not None and version > versions[name]:
                delta.restore(folder, versions[name])
        self.discard_uncommitted()
