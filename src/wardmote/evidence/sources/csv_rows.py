"""Reading a CSV file's rows into a temporary table, where each is kept or set aside with a reason.

The table is called `rows`: the file's columns as text, `row` (its number in the file, the first after the header being
1) and `reason` (empty for a row that is kept). Lines that are no rows of the file stand in `rejected`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from wardmote.errors import BadInput
from wardmote.evidence import duck
from wardmote.evidence.content import Prepared
from wardmote.evidence.store import Writing
from wardmote.evidence.tables import QUARANTINE

Check = tuple[str, str]

_LONGEST_TEXT = 1000
_NOT_ROWS: dict[str, str] = {
    "MISSING COLUMNS": "the line has fewer fields than the header",
    "TOO MANY COLUMNS": "the line has more fields than the header",
    "UNQUOTED VALUE": "a quotation mark is out of place",
    "INVALID ENCODING": "the line is not text in UTF-8",
    "LINE SIZE OVER MAXIMUM": "the line is far longer than a row can be",
}


@dataclass(frozen=True)
class TableRead:
    """What was read: the names of the file's columns, and its rows, lines that are no rows included."""

    columns: tuple[str, ...]
    rows: int


def read_rows(
    cursor: duckdb.DuckDBPyConnection,
    prepared: Prepared,
    *,
    header: Sequence[str],
    checks: Sequence[Check],
    name: str,
    computed: Mapping[str, str] | None = None,
    lines_before: int = 0,
    is_padded: bool = False,
) -> TableRead:
    """Read the file and give each row the reason of the first check that it meets.

    A check is an SQL condition that a row must not meet, with the reason in words; `computed` adds columns by their
    SQL, which checks may use. Where `is_padded`, a row may have fewer fields than the header, and rows with none at all
    are passed over.
    """
    columns = distinct(header)
    types = "{" + ", ".join(f"{duck.quoted(column)}: 'VARCHAR'" for column in columns) + "}"
    more = "".join(f", {sql} AS {column}" for column, sql in (computed or {}).items())
    reasons = " ".join(f"WHEN {condition} THEN {duck.quoted(words)}" for condition, words in checks)
    not_blank = f"WHERE coalesce({', '.join(map(duck.named, columns))}) IS NOT NULL" if is_padded else ""
    try:
        made = count(
            cursor,
            f"""
            CREATE OR REPLACE TEMP TABLE rows AS
            SELECT row_number() OVER () AS row, *, CASE {reasons or "WHEN false THEN ''"} END AS reason
            FROM (
                SELECT *{more}
                FROM read_csv({duck.quoted(str(prepared.path))}, columns = {types}, header = true, auto_detect = false,
                    delim = ',', quote = '"', escape = '"', skip = {lines_before}, null_padding = {is_padded},
                    store_rejects = true, rejects_table = 'rejected', rejects_scan = 'rejected_scan')
            )
            {not_blank}
            """,
        )
    except duckdb.Error as error:
        raise BadInput("cannot be read as CSV in UTF-8", where=name, do="download or export it again") from error
    rejected = count(cursor, "SELECT count(DISTINCT line) FROM rejected")
    if rejected:
        _refuse_open_quotation(cursor, name)
        _number_around_rejected(cursor)
    return TableRead(tuple(columns), made + rejected)


def distinct(header: Sequence[str]) -> list[str]:
    """Headings made different from each other, whatever their case: the first column of some files has none."""
    seen: dict[str, int] = {}
    names = []
    for column in header:
        known_as = column.lower()
        seen[known_as] = seen.get(known_as, 0) + 1
        names.append(column if column and seen[known_as] == 1 else f"{column} #{seen[known_as]}".strip())
    return names


def text_of(columns: Sequence[str]) -> str:
    """SQL of a row as it stood."""
    return "concat_ws(',', " + (", ".join(f"coalesce({duck.named(column)}, '')" for column in columns) or "''") + ")"


def mark(cursor: duckdb.DuckDBPyConnection, condition: str, *, reason: str) -> None:
    """Set aside the rows that meet a condition and that no check has set aside before."""
    cursor.execute(f"UPDATE rows SET reason = {duck.quoted(reason)} WHERE reason IS NULL AND ({condition})")


def require_every_line(cursor: duckdb.DuckDBPyConnection, prepared: Prepared, *, table: TableRead, name: str) -> None:
    """Refuse a file in which damage made the reader pass over a line: each that is not blank is a row, or part of one."""
    with prepared.path.open("rb") as stream:
        lines = sum(1 for line in stream for part in line.split(b"\r") if part.strip(b"\n")) - 1
    text = text_of(table.columns)
    inside = count(cursor, f"SELECT sum(length({text}) - length(replace({text}, chr(10), ''))) FROM rows")
    if lines != table.rows + inside:
        raise BadInput("its rows cannot be told apart", where=name, do="download the file again")


def kept(cursor: duckdb.DuckDBPyConnection) -> int:
    """How many rows no check has set aside."""
    return count(cursor, "SELECT count(*) - count(reason) FROM rows")


def commonest_reason(cursor: duckdb.DuckDBPyConnection) -> str:
    """Why most of what was set aside was."""
    found = cursor.execute(
        f"SELECT reason FROM ({_set_aside(())}) GROUP BY ALL ORDER BY count(*) DESC, reason LIMIT 1"
    ).fetchone()
    return str(found[0]) if found else ""


def write_quarantine(
    cursor: duckdb.DuckDBPyConnection, writing: Writing, *, columns: Sequence[str], name: str, part: str
) -> None:
    """Write what was set aside, of which there must be something, to the quarantine."""
    slice_ = (str(writing.number),)
    path = writing.new_file(QUARANTINE, slice_, part=part)
    written = write_parquet(cursor, f"SELECT {duck.quoted(name)} AS file, * FROM ({_set_aside(columns)})", path)
    writing.add(QUARANTINE, slice_, path, rows=written)


def _set_aside(columns: Sequence[str]) -> str:
    """The row, the reason and the text of all that is not kept."""
    reasons = " ".join(f"WHEN {duck.quoted(type_)} THEN {duck.quoted(words)}" for type_, words in _NOT_ROWS.items())
    return f"""
        SELECT CAST(row AS INTEGER) AS row, reason, left({text_of(columns)}, {_LONGEST_TEXT}) AS text
        FROM rows WHERE reason IS NOT NULL
        UNION ALL
        SELECT CAST(line - 1 AS INTEGER), CASE CAST(max(error_type) AS VARCHAR) {reasons} ELSE 'the line is not a row' END,
            left(trim(min(csv_line), chr(10)), {_LONGEST_TEXT})
        FROM rejected GROUP BY line
    """


def write_parquet(cursor: duckdb.DuckDBPyConnection, select: str, path: Path) -> int:
    """Write what a query gives; how many rows."""
    return count(cursor, f"COPY ({select}) TO {duck.quoted(str(path))} {duck.PARQUET}")


def count(cursor: duckdb.DuckDBPyConnection, sql: str) -> int:
    """The one number that a statement gives."""
    found = cursor.execute(sql).fetchone()
    return int(found[0] or 0) if found else 0


def _refuse_open_quotation(cursor: duckdb.DuckDBPyConnection, name: str) -> None:
    """An open quotation mark swallows the lines after it, which would then be counted as one."""
    swallowed = cursor.execute(
        "SELECT min(line) - 1 FROM rejected WHERE contains(trim(csv_line, chr(10)), chr(10))"
    ).fetchone()
    if swallowed and swallowed[0] is not None:
        raise BadInput(
            f"the quotation mark in row {swallowed[0]:,} is not closed, so the rows after it cannot be told apart",
            where=name,
            do="mend the row or download the file again",
        )


def _number_around_rejected(cursor: duckdb.DuckDBPyConnection) -> None:
    """The reader numbers only the rows that it could read; their true numbers are those that are not rejected."""
    cursor.execute(
        """
        UPDATE rows SET row = numbered.true_row FROM (
            SELECT true_row, row_number() OVER (ORDER BY true_row) AS row
            FROM range(1, CAST((SELECT count(*) FROM rows) + (SELECT max(line) FROM rejected) AS BIGINT)) AS n(true_row)
            WHERE true_row NOT IN (SELECT line - 1 FROM rejected)
        ) AS numbered WHERE numbered.row = rows.row
        """
    )
