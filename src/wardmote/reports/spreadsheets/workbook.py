"""A workbook before it has a format: a cover, a list of contents, notes, and sheets of one table each."""

import re
from dataclasses import dataclass

Cell = str | float | int
NOT_AVAILABLE = "[x]"
SUPPRESSED = "[c]"
NOT_APPLICABLE = "[z]"
SHORTHAND = (
    (NOT_AVAILABLE, "Not available: there is no such figure in what is loaded."),
    (SUPPRESSED, "Confidential: the number is too small to show."),
    (NOT_APPLICABLE, "Not applicable to this measure."),
)
_TAB = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,30}")


@dataclass(frozen=True)
class Sheet:
    """One sheet: its `title` in the first cell, a line in each cell below it, then its only table.

    `tab` names the sheet and, in lower case, the table. Every cell holds something: an empty one is read as a mistake.
    """

    tab: str
    title: str
    lines: tuple[str, ...]
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def __post_init__(self) -> None:
        if not _TAB.fullmatch(self.tab):
            raise ValueError(f"a sheet cannot be called {self.tab}: letters, digits and _ only, 31 at the most")
        if not self.rows or len(set(self.header)) != len(self.header):
            raise ValueError(f"{self.tab} needs a row and different headings")
        if any(len(row) != len(self.header) or "" in row for row in self.rows):
            raise ValueError(f"{self.tab} has a row with an empty cell, or of another length than its header")

    @property
    def table(self) -> str:
        """The name of its table."""
        return self.tab.lower()

    @property
    def header_row(self) -> int:
        """Which row, counted from 0, the table's header is in: below the title, the lines and the count of tables."""
        return 2 + len(self.lines)

    @property
    def top(self) -> tuple[str, ...]:
        """What stands above the table, a cell each."""
        return (self.title, "This sheet holds one table.", *self.lines)


@dataclass(frozen=True)
class Workbook:
    """The sheets, and what the cover says: a title, and lines on what it is, whose it is and what it stands on."""

    title: str
    author: str
    cover: tuple[str, ...]
    notes: tuple[str, ...]
    tables: tuple[Sheet, ...]

    @property
    def contents(self) -> Sheet:
        """The list of sheets, to be made into links by whoever writes it."""
        listed = (("Notes", "Notes and shorthand"), *((one.tab, one.title) for one in self.tables))
        return Sheet("Contents", "Contents", (), ("Sheet", "What it holds"), tuple(listed))

    @property
    def notes_sheet(self) -> Sheet:
        """The shorthand and the notes, numbered."""
        numbered = tuple((f"Note {n}", text) for n, text in enumerate(self.notes, start=1))
        return Sheet("Notes", "Notes and shorthand", (), ("Mark", "What it means"), (*SHORTHAND, *numbered))

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """Every sheet with a table, in order; the cover comes before them."""
        return (self.contents, self.notes_sheet, *self.tables)


def width_of(sheet: Sheet, column: int) -> int:
    """How many characters wide a column should be: as its longest cell, but never so wide that it leaves the screen."""
    longest = max(len(str(cell)) for cell in (sheet.header[column], *(row[column] for row in sheet.rows)))
    return min(max(longest + 2, 10), 60)


def decimals_of(value: Cell) -> int | None:
    """How many decimals a number shows; None for text."""
    if isinstance(value, str):
        return None
    return 0 if isinstance(value, int) or value == round(value) else 1
