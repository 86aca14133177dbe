"""Surveys of residents: files of answers in CSV, XLSX or ODS, each known by its survey's card.

A file is read in memory and never unpacked to disk, because people write their names into survey forms.
"""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from wardmote.definitions.survey import SurveyCard
from wardmote.definitions.survey_cards import all_survey_cards
from wardmote.errors import BadInput, WardmoteError
from wardmote.evidence.dock.sheets import Sheet, is_tabular, sheets_of
from wardmote.evidence.duck import quoted
from wardmote.evidence.inputs import InputFile
from wardmote.evidence.ledger import LoadedFile
from wardmote.evidence.sources import csv_rows
from wardmote.evidence.sources.base import Head, Loading
from wardmote.evidence.sources.survey_answers import Columns, Respondent, SetAside, find_columns, read_respondents
from wardmote.evidence.tables import ANSWERS, QUARANTINE

if TYPE_CHECKING:
    import duckdb

SURVEYS_FOLDER = "surveys"
Found = tuple[SurveyCard, Sheet, Columns]


class Surveys:
    """Files of answers. `own` is the folder of the partnership's own survey cards."""

    id = "surveys"
    title = "Surveys of residents"
    is_open_data = False
    joins_files = False

    def __init__(self, own: Path | None = None) -> None:
        self._own = own

    def recognises(self, head: Head) -> bool:
        if not is_tabular(head.name):
            return False
        is_text = not head.text.startswith("PK")
        try:
            content = head.text.encode() if is_text else head.file.content()
            return self._find(content, name=head.name) is not None
        except WardmoteError:
            return False

    def read(self, files: Sequence[InputFile], loading: Loading) -> list[LoadedFile]:
        loading.progress.start(self.title, steps=len(files))
        return [self._read_file(file, number, loading) for number, file in enumerate(files)]

    def _read_file(self, file: InputFile, number: int, loading: Loading) -> LoadedFile:
        content = file.content()
        loading.progress.advance(file.name)
        found = self._find(content, name=file.name)
        if found is None:
            raise BadInput("has changed while it was being read", where=file.name, do="load it again")
        card, sheet, columns = found
        digest = _digest(content, card)
        if reason := loading.held.reason_to_pass_over(digest):
            return LoadedFile.passed_over(file.name, digest, reason)
        rows = list(read_respondents(card, sheet, columns, name=file.name))
        loading.progress.rows(len(rows))
        kept = [row for row in rows if isinstance(row, Respondent)]
        aside = [row for row in rows if isinstance(row, SetAside)]
        if not kept:
            why = f", and the first because {aside[0].reason}" if aside else ""
            raise BadInput(f"holds no answers that can be used{why}", where=file.name, do=f"check it with {card.id}")
        return _store(file.name, digest, card, kept, aside, part=f"survey-{number:06}", loading=loading)

    def _find(self, content: bytes, *, name: str) -> Found | None:
        cards = all_survey_cards(self._own)
        for sheet in sheets_of(content, name=name):
            for card in cards:
                if columns := find_columns(card, sheet):
                    return card, sheet, columns
        return None


def _store(
    name: str,
    digest: str,
    card: SurveyCard,
    kept: Sequence[Respondent],
    aside: Sequence[SetAside],
    *,
    part: str,
    loading: Loading,
) -> LoadedFile:
    writing = loading.writing
    superseded = 0
    slices = [(card.id, wave) for wave in dict.fromkeys(respondent.wave for respondent in kept)]
    with loading.connection.cursor() as cursor:
        for slice_ in slices:
            path = writing.new_file(ANSWERS, slice_, part=part)
            rows = _write_answers(cursor, [one for one in kept if one.wave == slice_[1]], path)
            writing.add(ANSWERS, slice_, path, rows=rows)
            superseded += _respondents_held(cursor, writing.files_held(ANSWERS).get(slice_, []))
        if aside:
            path = writing.new_file(QUARANTINE, (str(writing.number),), part=part)
            rows = _write_aside(cursor, aside, path, name=name)
            writing.add(QUARANTINE, (str(writing.number),), path, rows=rows)
    return LoadedFile(
        name,
        digest,
        {ANSWERS.name: [list(slice_) for slice_ in slices]},
        len(kept) + len(aside),
        len(kept),
        len(aside),
        superseded=superseded,
    )


def _respondents_held(cursor: "duckdb.DuckDBPyConnection", files: Sequence[Path]) -> int:
    listed = ", ".join(quoted(str(path)) for path in files)
    return csv_rows.count(cursor, f"SELECT count(DISTINCT respondent) FROM read_parquet([{listed}])") if files else 0


def _write_answers(cursor: "duckdb.DuckDBPyConnection", kept: Sequence[Respondent], path: Path) -> int:
    cells = [(one.row, question, answer, one.weight) for one in kept for question, answer in one.answers]
    columns = zip(*cells, strict=True)
    types = {"respondent": "INTEGER", "question": "VARCHAR", "answer": "VARCHAR", "weight": "DOUBLE"}
    return _write(cursor, dict(zip(types, map(list, columns), strict=True)), types, path)


def _write_aside(cursor: "duckdb.DuckDBPyConnection", aside: Sequence[SetAside], path: Path, *, name: str) -> int:
    values: dict[str, list[object]] = {"row": [one.row for one in aside], "reason": [one.reason for one in aside]}
    types = {"row": "INTEGER", "reason": "VARCHAR"}
    return _write(
        cursor, values, types, path, select=f"{quoted(name)} AS file, row, reason, CAST(NULL AS VARCHAR) AS text"
    )


def _write(
    cursor: "duckdb.DuckDBPyConnection",
    values: dict[str, list[object]],
    types: dict[str, str],
    path: Path,
    *,
    select: str = "*",
) -> int:
    lists = ", ".join(f"unnest(CAST(? AS {type_}[])) AS {name}" for name, type_ in types.items())
    cursor.execute(f"CREATE OR REPLACE TEMP TABLE survey_rows AS SELECT {lists}", list(values.values()))
    written = csv_rows.write_parquet(cursor, f"SELECT {select} FROM survey_rows", path)
    cursor.execute("DROP TABLE survey_rows")
    return written


def _digest(content: bytes, card: SurveyCard) -> str:
    """The file as this card has it: a changed card reads the same file anew."""
    return hashlib.sha256(hashlib.sha256(content).digest() + card.model_dump_json().encode()).hexdigest()
