"""The rows of one data.police.uk file: read once, checked, and written as kept or quarantined."""

from collections.abc import Callable, Sequence
from pathlib import Path

import duckdb

from wardmote.errors import BadInput
from wardmote.evidence import duck
from wardmote.evidence.delta import Slice
from wardmote.evidence.sources.police_uk_kinds import Kind
from wardmote.evidence.store import Writing
from wardmote.evidence.tables import INCIDENTS, QUARANTINE

REPEATED = "the same crime stands word for word on an earlier row of the file"
OTHER_MONTH = "the row is of another month than its file"


def read_rows(cursor: duckdb.DuckDBPyConnection, path: Path, *, kind: Kind, header: Sequence[str], name: str) -> "Rows":
    """Read a file whose header has been checked. Lines that are not CSV rows are counted and will be quarantined."""
    columns = "{" + ", ".join(f"{duck.quoted(column)}: 'VARCHAR'" for column in header) + "}"
    reason = " ".join(f"WHEN {condition} THEN {duck.quoted(words)}" for condition, words in kind.checks)
    try:
        cursor.execute(
            f"""
            CREATE OR REPLACE TEMP TABLE rows AS
            SELECT row_number() OVER () AS row, *, CASE {reason} END AS reason, {kind.month_sql} AS month_of_row
            FROM read_csv({duck.quoted(str(path))}, columns = {columns}, header = true, auto_detect = false,
                delim = ',', quote = '"', escape = '"', store_rejects = true, rejects_table = 'rejected',
                rejects_scan = 'rejected_scan')
            """
        )
    except duckdb.Error as error:
        raise BadInput("cannot be read as CSV in UTF-8", where=name, do="download or export it again") from error
    return Rows(cursor, kind, name)


class Rows:
    """The rows of one file, in a temporary table of their own cursor."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection, kind: Kind, name: str) -> None:
        self.kind = kind
        self._cursor = cursor
        self._name = name
        if kind.table is INCIDENTS:
            self._mark_repeated_crimes()

    @property
    def read(self) -> int:
        """Rows in the file, those that are not CSV rows included."""
        return self._count("SELECT count(*) FROM rows") + self._count("SELECT count(DISTINCT line) FROM rejected")

    def refuse_other_months(self, month: str) -> None:
        """Set aside the rows that are not of the month (YYYY-MM) that the file's name gives."""
        self._cursor.execute(
            "UPDATE rows SET reason = ? WHERE reason IS NULL AND month_of_row <> CAST(? AS DATE)",
            [OTHER_MONTH, f"{month}-01"],
        )

    def slices(self, force_name: Callable[[str], str]) -> list[Slice]:
        """The slices that the rows fall into, for a file whose name does not say."""
        if self.kind.force_column is None:
            raise BadInput(
                "does not say which force it is of",
                where=self._name,
                do="name it as published, such as 2025-01-dorset-stop-and-search.csv",
            )
        column = duck.named(self.kind.force_column)
        found = self._cursor.execute(
            f"SELECT DISTINCT {column}, CAST(month_of_row AS VARCHAR) FROM rows WHERE reason IS NULL ORDER BY ALL"
        ).fetchall()
        self._forces = {force_name(reported_by): reported_by for reported_by, _ in found}
        return [(force_name(reported_by), month) for reported_by, month in found]

    def write(self, path: Path, *, slice_: Slice | None) -> int:
        """Write the kept rows, of one slice or all, as Parquet; how many there are."""
        where = "reason IS NULL"
        if slice_ is not None:
            force = duck.quoted(self._forces[slice_[0]])
            where += f" AND {duck.named(str(self.kind.force_column))} = {force} AND month_of_row = DATE '{slice_[1]}'"
        columns = ", ".join(f"{sql} AS {name}" for name, sql in self.kind.select.items())
        return self._count(
            f"COPY (SELECT {columns}, CAST(row AS INTEGER) AS row FROM rows WHERE {where})"
            f" TO {duck.quoted(str(path))} {duck.PARQUET}"
        )

    def write_quarantine(self, writing: Writing, *, part: str) -> int:
        """Write the rows that were set aside; how many there are."""
        count = self.read - self._count("SELECT count(*) FROM rows WHERE reason IS NULL")
        if count == 0:
            return 0
        slice_ = (str(writing.number),)
        path = writing.new_file(QUARANTINE, slice_, part=part)
        text = "concat_ws(',', " + ", ".join(f"coalesce({duck.named(name)}, '')" for name in self.kind.columns) + ")"
        written = self._count(
            f"""
            COPY (
                SELECT {duck.quoted(self._name)} AS file, CAST(row AS INTEGER) AS row, reason, {text} AS text
                FROM rows WHERE reason IS NOT NULL
                UNION ALL
                SELECT {duck.quoted(self._name)}, CAST(line - 1 AS INTEGER),
                    'the line is not a row of as many fields as the header', any_value(csv_line)
                FROM rejected GROUP BY line
            ) TO {duck.quoted(str(path))} {duck.PARQUET}
            """
        )
        writing.add(QUARANTINE, slice_, path, rows=written)
        return written

    def _mark_repeated_crimes(self) -> None:
        columns = ", ".join(duck.named(name) for name in self.kind.columns)
        self._cursor.execute(
            f"""
            UPDATE rows SET reason = {duck.quoted(REPEATED)}
            WHERE reason IS NULL AND row IN (
                SELECT unnest(list_sort(list(row))[2:]) FROM rows
                WHERE "Crime ID" IN (
                    SELECT "Crime ID" FROM rows WHERE "Crime ID" IS NOT NULL GROUP BY ALL HAVING count(*) > 1
                )
                GROUP BY {columns}
            )
            """
        )

    def _count(self, sql: str) -> int:
        found = self._cursor.execute(sql).fetchone()
        return int(found[0]) if found else 0
