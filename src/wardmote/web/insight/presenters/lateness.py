"""How late records come, on a measure's page: what may be said, and tables to be opened."""

from dataclasses import dataclass

from wardmote.measures.lateness import Lateness, TextTable, table_of
from wardmote.web.core.components import Cell, Table


@dataclass(frozen=True)
class LatenessPart:
    """Sentences, the curve of late recording, and the nowcast of the newest months for who opens it."""

    sentences: tuple[str, ...]
    curve: Table
    nowcast: Table


def lateness_part(found: Lateness) -> LatenessPart:
    """The part for the whole partnership."""
    curve, months = table_of(found)
    note = (
        "What is expected is never shown in place of what was counted. It supposes that records come as late as before."
    )
    return LatenessPart(found.sentences, _table(curve), _table(months, notes=(note,)))


def _table(text: TextTable, *, notes: tuple[str, ...] = ()) -> Table:
    caption, heads, rows = text
    cells = tuple((Cell(row[0]), *(Cell(value, is_number=True) for value in row[1:])) for row in rows)
    return Table(caption=caption, heads=heads, rows=cells, numeric=frozenset(range(1, len(heads))), notes=notes)
