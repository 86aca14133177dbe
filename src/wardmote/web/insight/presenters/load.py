"""One load: its files, and why rows were set aside."""

from dataclasses import dataclass

from wardmote.evidence.ledger import Load, LoadedFile
from wardmote.evidence.remedies import remedy_of
from wardmote.web.core.components import Cell, Table
from wardmote.web.core.wording import moment, plural
from wardmote.web.insight.presenters.held import load_sentence
from wardmote.web.insight.queries.loads import LoadAnswer, Reason


@dataclass(frozen=True)
class ReasonEntry:
    """One reason in words, what to do about it, and the rows behind it."""

    sentence: str
    remedy: str
    rows: Table


@dataclass(frozen=True)
class LoadPage:
    """What stands on the page, from top to bottom."""

    heading: str
    sentence: str
    when: str
    reasons: tuple[ReasonEntry, ...]
    notes: tuple[str, ...]
    files: Table


def load_page(answer: LoadAnswer) -> LoadPage:
    """The page for one load."""
    load = answer.load
    return LoadPage(
        heading=f"Load {load.number}: {load.name}",
        sentence=load_sentence(load),
        when=f"Loaded on {moment(load.loaded_at)}.",
        reasons=tuple(_reason(reason) for reason in answer.reasons),
        notes=tuple(f"{_short(file.name)}: {note}." for file in load.files for note in file.notes),
        files=_files(load),
    )


def _reason(reason: Reason) -> ReasonEntry:
    shown = len(reason.rows)
    return ReasonEntry(
        sentence=f"{plural(reason.count, 'row')}: {reason.words}.",
        remedy=remedy_of(reason.words),
        rows=Table(
            caption="The rows" if shown == reason.count else f"The first {shown:,} of {reason.count:,} rows",
            heads=("File", "Row", "The row as it stood"),
            rows=tuple(
                (
                    Cell(_short(one.file)),
                    Cell(f"{one.row:,}", is_number=True),
                    Cell(one.text or "not kept", is_raw=True),
                )
                for one in reason.rows
            ),
            numeric=frozenset({1}),
        ),
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
    return (Cell(_short(file.name)), *(Cell(f"{count:,}", is_number=True) for count in counts))


def _short(name: str) -> str:
    """A file's name without its folders, which repeat what it says."""
    return name.rsplit("/", 1)[-1]
