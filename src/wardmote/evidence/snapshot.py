"""The evidence as it stood after a load: every table at the version that the ledger names."""

import threading
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from wardmote.evidence.delta import DataFile, Slice
from wardmote.evidence.ledger import Load
from wardmote.evidence.store import Store
from wardmote.evidence.tables import TABLES, Table

if TYPE_CHECKING:
    import duckdb


class Snapshot:
    """All tables of the store after `load`, each a view of its name on a DuckDB connection. Safe to share by threads."""

    def __init__(self, store: Store, load: Load | None) -> None:
        self.store = store
        self.load = load
        self._lock = threading.Lock()
        self._files_of: dict[str, tuple[DataFile, ...]] = {}
        self._add: Callable[[duckdb.DuckDBPyConnection], None] | None = None

    @property
    def number(self) -> int:
        """The number of the newest load in it; 0 where nothing was loaded."""
        return self.load.number if self.load else 0

    @cached_property
    def _connection(self) -> "duckdb.DuckDBPyConnection":
        from wardmote.evidence import duck

        connection = duck.connect()
        for table in TABLES.values():
            connection.execute(f"CREATE VIEW {table.name} AS {self._select(table)}")
        return connection

    def cursor(self) -> "duckdb.DuckDBPyConnection":
        """A cursor of the caller's own."""
        with self._lock:
            connection = self._connection
            add, self._add = self._add, None
            if add is not None:
                add(connection)
            return connection.cursor()

    def add_before_use(self, add: "Callable[[duckdb.DuckDBPyConnection], None]") -> None:
        """Have more tables added before anything more is asked; never, where nothing is."""
        with self._lock:
            self._add = add

    def rows(self, sql: str, parameters: Sequence[object] | None = None) -> list[tuple[object, ...]]:
        """All rows that a query gives."""
        with self.cursor() as cursor:
            return cursor.execute(sql, parameters).fetchall()

    def slices(self, table: str) -> list[Slice]:
        """The slices that a table holds, in order."""
        return sorted({file.slice for file in self._files(table)})

    def holds(self, table: str) -> bool:
        """Whether anything of a table is loaded."""
        return bool(self._files(table))

    def _files(self, table: str) -> tuple[DataFile, ...]:
        if table not in self._files_of:
            self._files_of[table] = self.store.files(TABLES[table], at=self.load)
        return self._files_of[table]

    def _select(self, table: Table) -> str:
        from wardmote.evidence import duck

        paths = [str(self.store.folder / table.name / file.path) for file in self._files(table.name)]
        if not paths:
            columns = ", ".join(f"CAST(NULL AS {column.type}) AS {column.name}" for column in table.columns)
            return f"SELECT {columns} WHERE false"
        types = ", ".join(f"{column.name}: {column.type}" for column in table.columns if column.name in table.slice_by)
        listed = ", ".join(duck.quoted(path) for path in paths)
        columns = ", ".join(column.name for column in table.columns)
        return (
            f"SELECT {columns} FROM read_parquet([{listed}], hive_partitioning = true, hive_types = {{{types}}},"
            " union_by_name = false)"
        )
