"""Reading a published table: find its header, check its rows, and write what its form makes of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import duckdb

from wardmote.errors import BadInput
from wardmote.evidence import duck
from wardmote.evidence.delta import Slice
from wardmote.evidence.inputs import InputFile, Prepared
from wardmote.evidence.ledger import LoadedFile
from wardmote.evidence.sources.base import Head, Loading
from wardmote.evidence.sources.csv_text import BYTE_ORDER_MARK, header_of
from wardmote.evidence.sources.police_uk import UNCHANGED
from wardmote.evidence.tables import QUARANTINE, Table

_LINES_BEFORE_HEADER = 15


@dataclass(frozen=True)
class Plan:
    """How one file becomes rows of a table.

    `select` is SQL over the file's columns (all text) that gives the stored columns of the table, slice aside;
    `checks` are conditions that a row must not meet, with the reason in words.
    """

    table: Table
    slice: Slice
    select: str
    checks: tuple[tuple[str, str], ...] = ()


class Form(Protocol):
    """A form of table that a publisher uses."""

    def plan(self, header: Sequence[str], *, name: str, preamble: str) -> Plan | None:
        """How to read a file with this header, or None where the form is another."""


class TabularSource:
    """Tables of one kind, in any of the forms that are known."""

    is_open_data = True
    joins_files = False

    def __init__(self, id: str, title: str, forms: Sequence[Form]) -> None:
        self.id = id
        self.title = title
        self._forms = tuple(forms)

    def recognises(self, head: Head) -> bool:
        return self._find(head.text, name=head.name) is not None

    def read(self, files: Sequence[InputFile], loading: Loading) -> list[LoadedFile]:
        loading.progress.start(self.title, steps=len(files))
        return [self._read_file(file, number, loading) for number, file in enumerate(files)]

    def _read_file(self, file: InputFile, number: int, loading: Loading) -> LoadedFile:
        prepared = file.prepare(loading.folder, number=number)
        loading.progress.advance(file.name)
        if loading.held.has(prepared.digest):
            return LoadedFile(file.name, prepared.digest, {}, 0, 0, 0, notes=(UNCHANGED,))
        with prepared.path.open(encoding="utf-8-sig", errors="replace") as stream:
            found = self._find(stream.read(65_536), name=file.name)
        if found is None:
            raise BadInput("has changed while it was being read", where=file.name, do="load it again")
        plan, header, lines_before = found
        with loading.connection.cursor() as cursor:
            _read_rows(cursor, prepared.path, plan=plan, header=header, lines_before=lines_before, name=file.name)
            return _store(cursor, file.name, prepared, plan, loading)

    def _find(self, text: str, *, name: str) -> tuple[Plan, list[str], int] | None:
        lines = text.removeprefix(BYTE_ORDER_MARK).splitlines()[:_LINES_BEFORE_HEADER]
        for number, line in enumerate(lines):
            header = header_of(line)
            for form in self._forms:
                if plan := form.plan(header, name=name, preamble="\n".join(lines[:number])):
                    return plan, header, number
        return None


def _read_rows(
    cursor: duckdb.DuckDBPyConnection, path: Path, *, plan: Plan, header: Sequence[str], lines_before: int, name: str
) -> None:
    columns = "{" + ", ".join(f"{duck.quoted(column)}: 'VARCHAR'" for column in _distinct(header)) + "}"
    reason = " ".join(f"WHEN {condition} THEN {duck.quoted(words)}" for condition, words in plan.checks)
    try:
        cursor.execute(
            f"""
            CREATE OR REPLACE TEMP TABLE rows AS
            SELECT row_number() OVER () AS row, *, CASE {reason or "WHEN false THEN NULL"} END AS reason
            FROM read_csv({duck.quoted(str(path))}, columns = {columns}, header = true, auto_detect = false,
                delim = ',', quote = '"', escape = '"', skip = {lines_before}, null_padding = true,
                store_rejects = true, rejects_table = 'rejected', rejects_scan = 'rejected_scan')
            WHERE coalesce({", ".join(duck.named(column) for column in _distinct(header))}) IS NOT NULL
            """
        )
    except duckdb.Error as error:
        raise BadInput("cannot be read as CSV in UTF-8", where=name, do="download or export it again") from error


def _distinct(header: Sequence[str]) -> list[str]:
    """Headings made different from each other: the first column of some files has none."""
    seen: dict[str, int] = {}
    named = []
    for column in header:
        seen[column] = seen.get(column, 0) + 1
        named.append(column if column and seen[column] == 1 else f"{column} #{seen[column]}".strip())
    return named


def _store(
    cursor: duckdb.DuckDBPyConnection, name: str, prepared: Prepared, plan: Plan, loading: Loading
) -> LoadedFile:
    writing, part = loading.writing, prepared.path.stem
    path = writing.new_file(plan.table, plan.slice, part=part)
    rows = _count(
        cursor,
        f"COPY (WITH kept AS (SELECT * FROM rows WHERE reason IS NULL) {plan.select})"
        f" TO {duck.quoted(str(path))} {duck.PARQUET}",
    )
    if rows == 0:
        raise BadInput("has a header and no rows that can be used", where=name, do="download it again")
    writing.add(plan.table, plan.slice, path, rows=rows)
    kept = _count(cursor, "SELECT count(*) FROM rows WHERE reason IS NULL")
    quarantined = _write_quarantine(cursor, name, loading, part=part)
    return LoadedFile(
        name,
        prepared.digest,
        {plan.table.name: [list(plan.slice)]},
        kept + quarantined,
        kept,
        quarantined,
        superseded=writing.rows_held(plan.table).get(plan.slice, 0),
    )


def _write_quarantine(cursor: duckdb.DuckDBPyConnection, name: str, loading: Loading, *, part: str) -> int:
    slice_ = (str(loading.writing.number),)
    path = loading.writing.new_file(QUARANTINE, slice_, part=part)
    written = _count(
        cursor,
        f"""
        COPY (
            SELECT {duck.quoted(name)} AS file, CAST(row AS INTEGER) AS row, reason,
                CAST(rows AS VARCHAR) AS text
            FROM rows WHERE reason IS NOT NULL
            UNION ALL
            SELECT {duck.quoted(name)}, CAST(line - 1 AS INTEGER),
                'the line is not a row of as many fields as the header', any_value(csv_line)
            FROM rejected GROUP BY line
        ) TO {duck.quoted(str(path))} {duck.PARQUET}
        """,
    )
    if written:
        loading.writing.add(QUARANTINE, slice_, path, rows=written)
    else:
        path.unlink()
    return written


def _count(cursor: duckdb.DuckDBPyConnection, sql: str) -> int:
    found = cursor.execute(sql).fetchone()
    return int(found[0]) if found else 0
