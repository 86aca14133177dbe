"""Severity weights as their publishers give them: the ONS Crime Severity Score and the Cambridge Crime Harm Index.

The weights are read and never typed in. One file is one edition of its scale, and a later one takes its place.
"""

import hashlib
import math
import re
from collections.abc import Sequence
from pathlib import Path

from wardmote.errors import BadInput, WardmoteError
from wardmote.evidence.dock.sheets import is_packed, is_tabular, sheets_of
from wardmote.evidence.inputs import InputFile
from wardmote.evidence.ledger import LoadedFile
from wardmote.evidence.sources import csv_rows
from wardmote.evidence.sources.base import Head, Loading
from wardmote.evidence.sources.severity_tables import WeightLine, WeightTable, table_by_category, table_in
from wardmote.evidence.tables import QUARANTINE, WEIGHTS, Table

# The published workbooks are a few megabytes; a partner's extract may be far larger, and is not opened twice for this.
_LARGEST_BYTES = 30 * 1024 * 1024
_NAMED = re.compile(r"crime.?severity|severity.?(score|weight)|harm.?index|\bcchi\b", re.IGNORECASE)


class SeverityWeights:
    """Published lists of offences with how severe each is."""

    id = "severity-weights"
    title = "Severity weights (ONS, Cambridge)"
    is_open_data = True
    joins_files = False

    def recognises(self, head: Head) -> bool:
        """A file with a table of weights; or one that calls itself by the scale's name, to be told what is missing."""
        name = Path(head.name).name
        if name.lower().endswith(".json"):
            return "weights_by_policeuk_category" in head.text
        if not is_tabular(name):
            return False
        is_named = _NAMED.search(name.replace("_", " ")) is not None
        if is_packed(name) and head.file.member is None and head.file.size > _LARGEST_BYTES:
            return False
        return is_named or (is_packed(name) and self._holds_weights(head)) or _has_weights(head.text.encode(), name)

    def read(self, files: Sequence[InputFile], loading: Loading) -> list[LoadedFile]:
        loading.progress.start(self.title, steps=len(files))
        return [self._read_file(file, number, loading) for number, file in enumerate(files)]

    def _holds_weights(self, head: Head) -> bool:
        try:
            return _has_weights(head.file.content(), head.name)
        except WardmoteError:
            return False

    def _read_file(self, file: InputFile, number: int, loading: Loading) -> LoadedFile:
        content = file.content()
        loading.progress.advance(file.name)
        digest = hashlib.sha256(content).hexdigest()
        if reason := loading.held.reason_to_pass_over(digest):
            return LoadedFile.passed_over(file.name, digest, reason)
        table = _table_of(content, file.name)
        if table is None:
            raise BadInput(
                "is named like severity weights and has no table with a column of offence codes beside one of weights",
                where=file.name,
                do="download the publisher’s spreadsheet and load it as it is",
            )
        return _store(file.name, digest, table, part=f"weights-{number:06}", loading=loading)


def _table_of(content: bytes, name: str) -> WeightTable | None:
    if name.lower().endswith(".json"):
        return table_by_category(content.decode("utf-8-sig", errors="replace"))
    return table_in(sheets_of(content, name=name), name=name)


def _has_weights(content: bytes, name: str) -> bool:
    try:
        return _table_of(content, name) is not None
    except WardmoteError:
        return False


def _store(name: str, digest: str, table: WeightTable, *, part: str, loading: Loading) -> LoadedFile:
    faults = [(line, _fault(line)) for line in table.lines]
    kept = [line for line, fault in faults if not fault]
    aside = [(line, fault) for line, fault in faults if fault]
    if not kept:
        why = f" (the first because {aside[0][1]})" if aside else ""
        raise BadInput(f"has no weight that can be used{why}", where=name, do="download the publisher’s file again")
    slice_ = (f"{table.scale}-police-uk" if table.is_by_category else table.scale,)
    superseded = loading.writing.rows_held(WEIGHTS).get(slice_, 0)
    _write(
        WEIGHTS,
        slice_,
        {
            "scale VARCHAR": [table.scale] * len(kept),
            "code VARCHAR": [line.code if table.is_by_category else tidy_code(line.code) for line in kept],
            "name VARCHAR": [line.name for line in kept],
            "weight DOUBLE": [_number(line.weight) for line in kept],
        },
        part=part,
        loading=loading,
    )
    if aside:
        rows: dict[str, list[object]] = {
            "file VARCHAR": [name] * len(aside),
            "row INTEGER": [line.row for line, _ in aside],
            "reason VARCHAR": [fault for _, fault in aside],
            "text VARCHAR": [f"{line.code}, {line.name}, {line.weight}" for line, _ in aside],
        }
        _write(QUARANTINE, (str(loading.writing.number),), rows, part=part, loading=loading)
    counts = (len(table.lines), len(kept), len(aside))
    return LoadedFile(name, digest, {WEIGHTS.name: [list(slice_)]}, *counts, superseded=superseded)


def tidy_code(code: str) -> str:
    """An offence code as all files may be made to spell it: `008N` and `8n` are 8N.

    >>> tidy_code(" 008n ")
    '8N'
    """
    return "".join(code.split()).upper().lstrip("0")


def _fault(line: WeightLine) -> str:
    if line.fault:
        return line.fault
    if not tidy_code(line.code):
        return "no offence code is given"
    return "" if _number(line.weight) is not None else "the weight is not a number from 0 up"


def _number(text: str) -> float | None:
    try:
        value = float(text.replace(",", ""))
    except ValueError:
        return None
    return value if math.isfinite(value) and value >= 0 else None


def _write(
    table: Table, slice_: tuple[str, ...], columns: dict[str, list[object]], *, part: str, loading: Loading
) -> None:
    lists = ", ".join("unnest(CAST(? AS {1}[])) AS {0}".format(*typed.split()) for typed in columns)
    path = loading.writing.new_file(table, slice_, part=part)
    with loading.connection.cursor() as cursor:
        cursor.execute(f"CREATE OR REPLACE TEMP TABLE weight_rows AS SELECT {lists}", list(columns.values()))
        rows = csv_rows.write_parquet(cursor, "SELECT * FROM weight_rows", path)
        cursor.execute("DROP TABLE weight_rows")
    loading.writing.add(table, slice_, path, rows=rows)


SEVERITY_WEIGHTS = SeverityWeights()
