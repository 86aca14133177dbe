"""What was loaded and what was set aside."""

from dataclasses import dataclass
from typing import cast

from wardmote.definitions.measure import Measure
from wardmote.errors import NotAvailable
from wardmote.evidence.evidence import Evidence
from wardmote.evidence.ledger import Load
from wardmote.evidence.sources import sources_for

_MOST_ROWS_SHOWN = 20


@dataclass(frozen=True)
class SetAsideRow:
    """One row that was set aside. `text` is None where the row itself may not be kept."""

    file: str
    row: int
    text: str | None


@dataclass(frozen=True)
class Reason:
    """Why rows were set aside, how many, and the first of them."""

    words: str
    count: int
    rows: tuple[SetAsideRow, ...]


@dataclass(frozen=True)
class LoadAnswer:
    """One load, and why rows of it were set aside, the commonest reason first."""

    load: Load
    reasons: tuple[Reason, ...]


def source_titles(evidence: Evidence) -> dict[str, str]:
    """The title of every source that the workspace can read, by its id; its own cards among them."""
    return {source.id: source.title for source in sources_for(evidence.workspace.folder)}


def loads_of(evidence: Evidence, measure: Measure) -> tuple[Load, ...]:
    """The loads that hold rows of the kind that a measure counts, the oldest first."""
    holding = [load for load in evidence.loads if any(measure.numerator.table in file.slices for file in load.files)]
    sources = measure.numerator.where.get("source", ())
    return tuple([load for load in holding if load.source in sources] or holding)


def load_answer(evidence: Evidence, number: int) -> LoadAnswer:
    """The load with this number; raises NotAvailable when there is none."""
    load = next((load for load in evidence.loads if load.number == number), None)
    if load is None:
        raise NotAvailable(f"There is no load {number}", do="choose one from the list of loads")
    found = evidence.snapshot.rows(
        "SELECT reason, count(*) FROM quarantine WHERE load = ? GROUP BY reason ORDER BY count(*) DESC, reason",
        [number],
    )
    reasons = cast("list[tuple[str, int]]", found)
    return LoadAnswer(load, tuple(Reason(words, count, _rows(evidence, number, words)) for words, count in reasons))


def _rows(evidence: Evidence, number: int, reason: str) -> tuple[SetAsideRow, ...]:
    found = evidence.snapshot.rows(
        'SELECT file, "row", text FROM quarantine WHERE load = ? AND reason = ? ORDER BY file, "row" LIMIT ?',
        [number, reason, _MOST_ROWS_SHOWN],
    )
    return tuple(SetAsideRow(*row) for row in cast("list[tuple[str, int, str | None]]", found))
