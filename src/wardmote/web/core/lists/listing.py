"""What a list is: its columns, what it can be narrowed by, and its order."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from wardmote.web.core.components import Cell


@dataclass(frozen=True)
class Column[R]:
    """One column. `sort` names what the database orders by, such as "due_on"; without it the head is no link.

    `cell` makes what the page shows; a download holds the cell's text, or what `value` makes of the row.
    """

    name: str
    head: str
    cell: Callable[[R], Cell]
    sort: str = ""
    value: Callable[[R], str] | None = None

    def text(self, row: R) -> str:
        """What a download holds."""
        return self.value(row) if self.value else self.cell(row).text


@dataclass(frozen=True)
class Choice:
    """A filter: its options, and what each asks of the database, such as {"status": "stuck"}.

    The first word of an option stands in the address; what is in no option is answered with a sentence.
    """

    name: str
    label: str
    options: tuple[tuple[str, str, dict[str, Any]], ...]


@dataclass(frozen=True)
class Listing[R]:
    """A list of one kind of record. `noun` is one of them and `nouns` several; `searched` are fields to look in."""

    name: str
    noun: str
    nouns: str
    columns: tuple[Column[R], ...]
    order: str
    choices: tuple[Choice, ...] = ()
    searched: tuple[str, ...] = ()
    page_size: int = 50
