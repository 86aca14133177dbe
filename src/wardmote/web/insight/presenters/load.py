"""One load: its files, and why rows were set aside."""

from dataclasses import dataclass

from wardmote.evidence.ledger import Load, LoadedFile
from wardmote.web.core.components import Cell, Line, Table
from wardmote.web.core.wording import moment, plural, sentence_case
from wardmote.web.insight.presenters.held import load_sentence
from wardmote.web.insight.queries.loads import LoadAnswer


@dataclass(frozen=True)
class LoadPage:
    """What stands on the page, from top to bottom."""

    heading: str
    sentence: str
    when: str
    notes: tuple[str, ...]
    reasons: tuple[Line, ...]
    rows: Table | None
    files: Table


def load_page(answer: LoadAnswer) -> LoadPage:
    """The page for one load."""
    load = answer.load
    return LoadPage(
        heading=f"Load {load.number}: {load.name}",
        sentence=load_sentence(load),
        when=f"Loaded on {moment(load.loaded_at)}.",
        notes=tuple(f"{file.name}: {note}." for file in load.files for note in file.notes),
        reasons=tuple(Line(f"{plural(rows, 'row')}: {reason}.") for reason, rows in answer.reasons),
        rows=_rows(answer) if answer.rows else None,
        files=_files(load),
    )


def _rows(answer: LoadAnswer) -> Table:
    shown, total = len(answer.rows), answer.load.quarantined
    return Table(
        caption="The rows set aside" if shown == total else f"The first {shown:,} of the {total:,} rows set aside",
        heads=("File", "Row", "Why", "The row as it stood"),
        rows=tuple(
            (
                Cell(one.file),
                Cell(f"{one.row:,}", is_number=True),
                Cell(sentence_case(one.reason)),
                Cell(one.text or "not kept"),
            )
            for one in answer.rows
        ),
        numeric=frozenset({1}),
    )


def _files(load: Load) -> Table:
    return Table(
        caption=plural(len(load.files), "file"),
        heads=("File", "Read", "Kept", "Set aside", "Superseded"),
        rows=tuple(_file_row(file) for file in load.files),
        numeric=frozenset({1, 2, 3, 4}),
    )


def _file_row(file: LoadedFile) -> tuple[Cell, ...]:
    counts = (file.read, file.kept, file.quarantined, file.superseded)
    return (Cell(file.name), *(Cell(f"{count:,}", is_number=True) for count in counts))
