"""Evidence: a snapshot of the store, seen from one partnership."""

import threading
from collections.abc import Callable, Collection
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from wardmote.evidence.derived import FOLDER, DerivedTables, digest_of
from wardmote.evidence.geography import Geography
from wardmote.evidence.kept_places import MADE_FROM, kept_geography
from wardmote.evidence.ledger import Load
from wardmote.evidence.snapshot import Snapshot
from wardmote.evidence.store import Store

if TYPE_CHECKING:
    import duckdb
    import narwhals as nw

    from wardmote.evidence.workspace import Workspace


class Evidence:
    """What is known after a load, with the partnership's areas resolved as far as the loaded lookups allow."""

    def __init__(self, workspace: "Workspace", store: Store, load: Load | None) -> None:
        self.workspace = workspace
        self.snapshot = Snapshot(store, load)
        self.load = load
        self._lock = threading.RLock()
        self._answers: dict[tuple[object, ...], Any] = {}

    @property
    def number(self) -> int:
        """The number of the newest load in it; 0 where nothing was loaded."""
        return self.snapshot.number

    @cached_property
    def loads(self) -> tuple[Load, ...]:
        """The loads up to this one, oldest first."""
        return tuple(load for load in self.snapshot.store.loads() if load.number <= self.number)

    @property
    def geography(self) -> Geography:
        """The partnership's areas, and the place of every LSOA code."""
        with self._lock:
            return self._geography

    @cached_property
    def _geography(self) -> Geography:
        return kept_geography(self.workspace, self.snapshot, self._derived, digest=self._digest(None, MADE_FROM))

    def frames(self) -> "Frames":
        """The tables as lazy frames that may be joined with each other."""
        _ = self.geography
        return Frames(self.snapshot.cursor())

    def derive(
        self, what: str, work_out: "Callable[[], pa.Table]", *, question: object, made_from: Collection[str]
    ) -> pa.Table:
        """A table worked out from some tables of the store and the place tables, or read as it was kept on disk.

        `what` is a plain word for it, the same after every load.
        """
        name = f"{what}.{self._digest(question, {*made_from, *MADE_FROM})}"
        found = self._derived.read(name)
        if found is None:
            found = work_out()
            self._derived.keep(name, found)
        return found

    @cached_property
    def _derived(self) -> DerivedTables:
        return DerivedTables(self.snapshot.store.folder / FOLDER)

    def _digest(self, question: object, tables: Collection[str]) -> str:
        place = self.workspace
        return digest_of([place.areas, place.lsoas, place.sections], question=question, tables=tables, loads=self.loads)

    def remember[Answer](self, question: tuple[object, ...], work_out: "Callable[[], Answer]") -> Answer:
        """Work out the answer to a question once for this snapshot, and give it to all who ask after."""
        with self._lock:
            if question not in self._answers:
                self._answers[question] = work_out()
            answer: Answer = self._answers[question]
            return answer


class Frames:
    """Tables of one snapshot on one connection, so that a measure may join them."""

    def __init__(self, cursor: "duckdb.DuckDBPyConnection") -> None:
        self._cursor = cursor

    def table(self, name: str) -> "nw.LazyFrame[Any]":
        """A table of the store, or one of the place tables."""
        import narwhals as nw

        return nw.from_native(self._cursor.table(name))
