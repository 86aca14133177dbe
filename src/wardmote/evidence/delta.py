"""The few things asked of a Delta table: make it, list its files, and change them in one commit."""

import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from deltalake import DeltaTable, Field, Schema
from deltalake.schema import ArrayType, PrimitiveType
from deltalake.transaction import AddAction, RemoveAction

from wardmote.evidence.tables import SQL_TO_DELTA, Table

# A published figure must be reproducible years later, so no version and no file of one is ever cleaned away.
KEEP_EVERY_VERSION = {
    "delta.logRetentionDuration": "interval 100 years",
    "delta.deletedFileRetentionDuration": "interval 100 years",
    "delta.enableExpiredLogCleanup": "false",
    # To open a table is to read its history since the last checkpoint.
    "delta.checkpointInterval": "10",
}

Slice = tuple[str, ...]


@dataclass(frozen=True)
class DataFile:
    """One Parquet file of a table: `path` within the table's folder, the slice it holds, and its rows."""

    path: str
    slice: Slice
    rows: int


def slice_folder(table: Table, slice_: Slice) -> Path:
    """Where the files of a slice stand within the table's folder."""
    return Path(*(f"{name}={value}" for name, value in zip(table.slice_by, slice_, strict=True)))


def current_version(folder: Path) -> int | None:
    """The newest version of the table in `folder`, or None where there is no table."""
    return DeltaTable(str(folder)).version() if DeltaTable.is_deltatable(str(folder)) else None


def files_at(folder: Path, table: Table, version: int) -> tuple[DataFile, ...]:
    """The data files that make up `version` of a table."""
    actions = DeltaTable(str(folder), version=version).get_add_actions(flatten=True)
    columns = {name: actions[name].to_pylist() for name in _columns_of(table)}
    slices = zip(*(columns[f"partition.{name}"] for name in table.slice_by), strict=True)
    return tuple(
        DataFile(path, tuple(str(value) for value in slice_), rows)
        for path, slice_, rows in zip(columns["path"], slices, columns["num_records"], strict=True)
    )


def restore(folder: Path, version: int) -> None:
    """Make the content of an earlier version the newest again."""
    DeltaTable(str(folder)).restore(version)


def commit(folder: Path, table: Table, *, added: Iterable[DataFile], removed: Iterable[DataFile]) -> int:
    """Add and remove data files in one atomic commit, making the table where there is none; its new version."""
    if not DeltaTable.is_deltatable(str(folder)):
        DeltaTable.create(
            str(folder), _schema(table), partition_by=list(table.slice_by), configuration=KEEP_EVERY_VERSION
        )
    delta_table = DeltaTable(str(folder))
    now_ms = int(time.time() * 1000)
    actions: list[AddAction | RemoveAction] = [
        RemoveAction(file.path, True, now_ms, partition_values=_partition(table, file.slice)) for file in removed
    ]
    actions += [_add_action(folder, table, file, now_ms) for file in added]
    delta_table.create_write_transaction(actions, "append", _schema(table), partition_by=list(table.slice_by))
    return DeltaTable(str(folder)).version()


def _columns_of(table: Table) -> list[str]:
    return ["path", "num_records", *(f"partition.{name}" for name in table.slice_by)]


def _partition(table: Table, slice_: Slice) -> dict[str, str | None]:
    return dict(zip(table.slice_by, slice_, strict=True))


def _add_action(folder: Path, table: Table, file: DataFile, now_ms: int) -> AddAction:
    size = (folder / file.path).stat().st_size
    return AddAction(file.path, size, _partition(table, file.slice), now_ms, True, f'{{"numRecords": {file.rows}}}')


def _schema(table: Table) -> Schema:
    return Schema([Field(column.name, _type(column.type)) for column in table.columns])


def _type(sql_type: str) -> PrimitiveType | ArrayType:
    of = PrimitiveType(SQL_TO_DELTA[sql_type])
    return ArrayType(of) if sql_type.endswith("[]") else of
