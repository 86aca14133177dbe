"""The rows of one data.police.uk file: read once, checked, and written as kept or quarantined."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from wardmote.definitions.vocabulary import read_vocabulary
from wardmote.errors import BadInput
from wardmote.evidence import duck
from wardmote.evidence.content import Prepared
from wardmote.evidence.delta import Slice
from wardmote.evidence.sources import csv_rows
from wardmote.evidence.sources.csv_rows import Check
from wardmote.evidence.sources.police_uk_kinds import POINT, Kind
from wardmote.evidence.store import Writing
from wardmote.evidence.tables import INCIDENTS

REPEATED = "the same crime stands word for word on an earlier row of the file"
OTHER_MONTH = "the row is of another month than its file"
OTHER_FORCE = "the row was reported by another force than its file is named for"
SEVERAL_LINES = "a value runs over several lines, so a quotation mark is missing or one too many"
NOT_TEXT = "the row holds characters that are not text"


@dataclass(frozen=True)
class Claim:
    """What a file's name says it holds: `month` is written like 2025-01."""

    force: str
    month: str
    suffix: str

    @property
    def slice(self) -> Slice:
        return (self.force, f"{self.month}-01")


class Rows:
    """The rows of one file, in a temporary table of their own cursor."""

    def __init__(
        self,
        cursor: duckdb.DuckDBPyConnection,
        prepared: Prepared,
        *,
        kind: Kind,
        header: Sequence[str],
        claim: Claim | None,
        name: str,
    ) -> None:
        self.kind = kind
        self._cursor = cursor
        self._name = name
        self._forces: dict[str, list[str]] = {}
        checks = (*_claim_checks(kind, claim), *kind.checks)
        self._table = csv_rows.read_rows(cursor, prepared, header=header, checks=checks, computed=POINT, name=name)
        self._mark_what_is_not_text(prepared)
        if kind.table is INCIDENTS:
            self._mark_repeated_crimes()
        self.read, self.kept = self._table.rows, csv_rows.kept(cursor)

    def slices(self, force_name: Callable[[str], str]) -> list[Slice]:
        """The slices that the kept rows fall into, for a file whose name does not say."""
        if self.kind.force_column is None:
            raise BadInput(
                "does not say which force it is of",
                where=self._name,
                do="name it as published, such as 2025-01-dorset-stop-and-search.csv",
            )
        found = self._cursor.execute(
            f"SELECT DISTINCT {duck.named(self.kind.force_column)}, {self.kind.month_sql} FROM rows WHERE reason IS NULL"
        ).fetchall()
        for reported_by in sorted({reported_by for reported_by, _ in found}):
            self._forces.setdefault(force_name(reported_by), []).append(reported_by)
        return sorted({(force_name(reported_by), f"{month}-01") for reported_by, month in found})

    def write(self, path: Path, *, slice_: Slice | None) -> int:
        """Write the kept rows, of one slice or all, as Parquet; how many there are."""
        where = "reason IS NULL"
        if slice_ is not None:
            forces = ", ".join(duck.quoted(reported_by) for reported_by in self._forces[slice_[0]])
            where += f" AND {duck.named(str(self.kind.force_column))} IN ({forces})"
            where += f" AND {self.kind.month_sql} = {duck.quoted(slice_[1].removesuffix('-01'))}"
        columns = ", ".join(f"{sql} AS {name}" for name, sql in self.kind.select.items())
        return csv_rows.write_parquet(
            self._cursor, f"SELECT {columns}, CAST(row AS INTEGER) AS row FROM rows WHERE {where}", path
        )

    def write_quarantine(self, writing: Writing, *, part: str) -> None:
        """Write the rows that were set aside, if there are any."""
        if self.read > self.kept:
            csv_rows.write_quarantine(self._cursor, writing, columns=self._table.columns, name=self._name, part=part)

    def commonest_reason(self) -> str:
        """Why most of the rows that were set aside were."""
        return csv_rows.commonest_reason(self._cursor)

    def _mark_what_is_not_text(self, prepared: Prepared) -> None:
        """Published values hold no line feed and no NUL, so the search for them is made only where there are some."""
        text = csv_rows.text_of(self._table.columns)
        if prepared.lines != self._table.rows + 1:
            csv_rows.require_every_line(self._cursor, prepared, table=self._table, name=self._name)
            csv_rows.mark(self._cursor, f"contains({text}, chr(10))", reason=SEVERAL_LINES)
        if prepared.has_nul:
            csv_rows.mark(self._cursor, f"contains({text}, chr(0))", reason=NOT_TEXT)

    def _mark_repeated_crimes(self) -> None:
        columns = ", ".join(map(duck.named, self.kind.columns))
        csv_rows.mark(
            self._cursor,
            f"""
            row IN (
                SELECT unnest(list_sort(list(row))[2:]) FROM rows
                WHERE reason IS NULL AND hash("Crime ID") IN (
                    SELECT hash("Crime ID") FROM rows WHERE "Crime ID" IS NOT NULL GROUP BY ALL HAVING count(*) > 1
                )
                GROUP BY {columns}
            )
            """,
            reason=REPEATED,
        )


def _claim_checks(kind: Kind, claim: Claim | None) -> list[Check]:
    is_month = rf"regexp_matches({kind.month_sql}, '^(19|20)\d\d-(0[1-9]|1[0-2])$')"
    if claim is None:
        return [(f"NOT {is_month}", kind.no_month)]
    is_other = f"{kind.month_sql} <> {duck.quoted(claim.month)}"
    checks = [(f"{is_other} AND NOT {is_month}", kind.no_month), (is_other, OTHER_MONTH)]
    names = {row["force"]: row["name"] for row in read_vocabulary("forces")}
    if kind.force_column is not None and claim.force in names:
        own = names.pop(claim.force)
        reported_by = duck.named(kind.force_column)
        others = ", ".join(map(duck.quoted, names.values()))
        checks.append((f"{reported_by} <> {duck.quoted(own)} AND {reported_by} IN ({others})", OTHER_FORCE))
    return checks
