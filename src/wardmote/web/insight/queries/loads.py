"""What was loaded and what was set aside."""

from dataclasses import dataclass
from typing import cast

from wardmote.errors import NotAvailable
from wardmote.evidence.evidence import Evidence
from wardmote.evidence.ledger import Load

_MOST_ROWS_SHOWN = 200


@dataclass(frozen=True)
class SetAsideRow:
    """One row that was set aside. `text` is None where the row itself may not be kept."""

    file: str
    row: int
    reason: str
    text: str | None


@dataclass(frozen=True)
class LoadAnswer:
    """One load, with how many of its rows were set aside for each reason, and the first of those rows."""

    load: Load
    reasons: tuple[tuple[str, int], ...]
    rows: tuple[SetAsideRow, ...]


def load_answer(evidence: Evidence, number: int) -> LoadAnswer:
    """The load with this number; raises NotAvailable when there is none."""
    load = next((load for load in evidence.loads if load.number == number), None)
    if load is None:
        raise NotAvailable(f"There is no load {number}", do="choose one from the list of loads")
    reasons = evidence.snapshot.rows(
        "SELECT reason, count(*) FROM quarantine WHERE load = ? GROUP BY reason ORDER BY count(*) DESC, reason",
        [number],
    )
    rows = evidence.snapshot.rows(
        'SELECT file, "row", reason, text FROM quarantine WHERE load = ? ORDER BY file, "row" LIMIT ?',
        [number, _MOST_ROWS_SHOWN],
    )
    return LoadAnswer(
        load=load,
        reasons=cast("tuple[tuple[str, int], ...]", tuple(reasons)),
        rows=tuple(SetAsideRow(*row) for row in cast("list[tuple[str, int, str, str | None]]", rows)),
    )
