"""The rows below a header as Arrow tables of text, a part of the file at a time."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from wardmote.evidence.dock.layout import Layout
from wardmote.evidence.dock.sheets import Row, Sheet

if TYPE_CHECKING:
    import pyarrow as pa

# A little over one row group of DuckDB's, so that both cores have work, and no more rows in memory than that.
ROWS_A_CHUNK = 130_000
TOO_MANY = "the line has more fields than the header"
TOO_FEW = "the line has fewer fields than the header"
_LONGEST_TEXT = 1000
_WORDS_FOR_NOTHING = (
    "",
    "-",
    "--",
    "–",
    ".",
    "..",
    ":",
    "*",
    "n/a",
    "na",
    "#n/a",
    "null",
    "nan",
    "(blank)",
    "[x]",
    "[z]",
)
NOTHING = sorted({spelt for word in _WORDS_FOR_NOTHING for spelt in (word, word.upper(), word.capitalize())})


def chunks(sheet: Sheet, layout: Layout, *, first_row: int, keeps_text: bool) -> Iterator["pa.Table"]:
    """The rows of a sheet that are not blank.

    Columns: `row` (counted on from `first_row` over all sheets of a file), `on_sheet` (number on the sheet, the first
    after the header being 1), `fault`, `lead` (the first cell that is not blank), `whole` (a number that rows which
    are alike share), `text` (empty unless `keeps_text`), and each field of the layout,
    clean and empty where it says that it says nothing.
    """
    rows = islice(sheet.rows(), layout.header + 1, None)
    while part := list(islice(rows, ROWS_A_CHUNK)):
        if table := _table(part, sheet, layout, first_row, keeps_text=keeps_text):
            yield table


def _table(part: Sequence[Row], sheet: Sheet, layout: Layout, first_row: int, *, keeps_text: bool) -> "pa.Table | None":
    import pyarrow as pa

    blank = [""] * layout.width
    numbers, faults, leads, wholes, texts, cells = [], [], [], [], [], []
    for number, fields, fault in part:
        lead = next((cell for cell in fields if cell and not cell.isspace()), "")
        if not (lead or fault):
            continue
        numbers.append(number - layout.header)
        faults.append(fault or _fault(fields, layout.width, is_ragged=sheet.is_ragged))
        leads.append(lead)
        wholes.append(hash(tuple(fields)))
        texts.append(",".join(fields)[:_LONGEST_TEXT] if keeps_text else None)
        cells.append(fields if len(fields) >= layout.width else fields + blank[len(fields) :])
    if not numbers:
        return None
    columns = {name: _clean([row[place] for row in cells]) for name, place in layout.columns.items()}
    return pa.table(
        {
            "row": pa.array([first_row + number for number in numbers], pa.int32()),
            "on_sheet": pa.array(numbers, pa.int32()),
            "fault": pa.array(faults, pa.string()),
            "lead": pa.array(leads, pa.string()),
            "whole": pa.array(wholes, pa.int64()),
            "text": pa.array(texts, pa.string()),
            **columns,
        }
    )


def _clean(cells: Sequence[str]) -> "pa.Array":
    """Cells without the spaces around them; empty where they say that they say nothing."""
    import pyarrow as pa
    import pyarrow.compute as pc

    trimmed = pc.utf8_trim_whitespace(pa.array(cells, pa.string()))
    return pc.if_else(pc.is_in(trimmed, value_set=pa.array(NOTHING)), pa.scalar(None, pa.string()), trimmed)


def _fault(fields: Sequence[str], width: int, *, is_ragged: bool) -> str | None:
    if len(fields) > width and any(cell.strip() for cell in fields[width:]):
        return TOO_MANY
    return None if is_ragged or len(fields) >= width else TOO_FEW
