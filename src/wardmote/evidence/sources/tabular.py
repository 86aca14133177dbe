"""Reading a published table: find its header, check its rows, and write what its form makes of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

import duckdb

from wardmote.errors import BadInput
from wardmote.evidence.content import Prepared
from wardmote.evidence.delta import Slice
from wardmote.evidence.inputs import HEAD_BYTES, InputFile
from wardmote.evidence.ledger import LoadedFile
from wardmote.evidence.sources import csv_rows
from wardmote.evidence.sources.base import Head, Loading, read_each
from wardmote.evidence.sources.csv_text import first_lines, header_of
from wardmote.evidence.tables import Table

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
        return read_each(files, loading, title=self.title, read=partial(self._read_file, loading=loading))

    def _read_file(self, file: InputFile, prepared: Prepared, *, loading: Loading) -> LoadedFile:
        with prepared.path.open(encoding="utf-8-sig", errors="replace") as stream:
            found = self._find(stream.read(HEAD_BYTES), name=file.name)
        if found is None:
            raise BadInput("has changed while it was being read", where=file.name, do="load it again")
        plan, header, lines_before = found
        with loading.connection.cursor() as cursor:
            table = csv_rows.read_rows(
                cursor,
                prepared,
                header=header,
                checks=plan.checks,
                name=file.name,
                lines_before=lines_before,
                is_padded=True,
            )
            loading.progress.rows(table.rows)
            return _store(cursor, file.name, prepared, plan, table, loading)

    def _find(self, text: str, *, name: str) -> tuple[Plan, list[str], int] | None:
        lines = first_lines(text, most=_LINES_BEFORE_HEADER)
        for number, line in enumerate(lines):
            header = header_of(line)
            for form in self._forms:
                if plan := form.plan(header, name=name, preamble="\n".join(lines[:number])):
                    return plan, header, number
        return None


def _store(
    cursor: duckdb.DuckDBPyConnection,
    name: str,
    prepared: Prepared,
    plan: Plan,
    table: csv_rows.TableRead,
    loading: Loading,
) -> LoadedFile:
    writing, part = loading.writing, prepared.path.stem
    path = writing.new_file(plan.table, plan.slice, part=part)
    select = f"WITH kept AS (SELECT * FROM rows WHERE reason IS NULL) {plan.select}"
    written = csv_rows.write_parquet(cursor, select, path)
    if written == 0:
        raise BadInput("has a header and no rows that can be used", where=name, do="download it again")
    writing.add(plan.table, plan.slice, path, rows=written)
    read, kept = table.rows, csv_rows.kept(cursor)
    if read > kept:
        csv_rows.write_quarantine(cursor, writing, columns=table.columns, name=name, part=part)
    return LoadedFile(
        name,
        prepared.digest,
        {plan.table.name: [list(plan.slice)]},
        read,
        kept,
        read - kept,
        superseded=writing.rows_held(plan.table).get(plan.slice, 0),
    )
