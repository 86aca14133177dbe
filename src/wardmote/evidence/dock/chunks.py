"""The rows below a header as Arrow tables of text, a part of the file at a time."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from wardmote.evidence.dock.layout import Layout
from wardmote.evidence.dock.plain_lines import PlainLines, whole_of
from wardmote.evidence.dock.sheets import Row, Sheet

if TYPE_CHECKING:
    import pyarrow as pa

# A little over one row group of DuckDB's, so that both cores have work, and no more rows in memory than that.
ROWS_A_CHUNK = 130_000
# A line that is no plain record slows down the block that it stands in, and no more.
_ROWS_A_BLOCK = 16_384
TOO_MANY = "the line has more fields than the header"
TOO_FEW = "the line has fewer fields than the header"
NOT_TEXT = "the row holds characters that are not text"
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
    are alike share), `text` (empty unless `keeps_text`), and each field of the layout, clean and empty where it says
    that it says nothing.
    """
    import pyarrow as pa

    held: list[pa.Table] = []
    for block in sheet.blocks(after=layout.header + 1, size=_ROWS_A_BLOCK):
        held.append(_block_table(block, sheet, layout, first_row, keeps_text=keeps_text))
        if sum(one.num_rows for one in held) >= ROWS_A_CHUNK:
            yield pa.concat_tables(held).combine_chunks()
            held = []
    rest = [one for one in held if one.num_rows]
    if rest:
        yield pa.concat_tables(rest).combine_chunks()


def _block_table(
    block: PlainLines | Sequence[Row], sheet: Sheet, layout: Layout, first_row: int, *, keeps_text: bool
) -> "pa.Table":
    if isinstance(block, PlainLines):
        plain = _plain_table(block, layout, first_row, keeps_text=keeps_text)
        if plain is not None:
            return plain
        block = [Row(number, fields) for number, fields in block.records()]
    return _table(block, sheet, layout, first_row, keeps_text=keeps_text)


def _plain_table(block: PlainLines, layout: Layout, first_row: int, *, keeps_text: bool) -> "pa.Table | None":
    """The rows of plain lines; None where they have more or fewer fields than the header."""
    import pyarrow as pa
    import pyarrow.compute as pc

    clean = [pc.utf8_trim_whitespace(column) for column in block.columns]
    if len(clean) < layout.width or any(pc.any(pc.not_equal(column, "")).as_py() for column in clean[layout.width :]):
        return None
    numbers = pc.add(pa.array(block.places, pa.int32()), pa.scalar(block.number - layout.header, pa.int32()))
    nothing = pa.nulls(len(numbers), pa.string())
    texts = pa.array([_text(fields) for _, fields in block.records()], pa.string()) if keeps_text else nothing
    lead = _lead(clean)
    rows = {
        "row": pc.add(numbers, pa.scalar(first_row, pa.int32())),
        "on_sheet": numbers,
        "fault": nothing,
        "lead": lead,
        "whole": pa.array(block.wholes, pa.int64()),
        "text": texts,
        **{name: _unless_nothing(clean[place]) for name, place in layout.columns.items()},
    }
    return pa.table(rows).filter(pc.not_equal(lead, ""))


def _table(part: Sequence[Row], sheet: Sheet, layout: Layout, first_row: int, *, keeps_text: bool) -> "pa.Table":
    import pyarrow as pa
    import pyarrow.compute as pc

    blank = [""] * layout.width
    numbers, faults, leads, wholes, texts, cells = [], [], [], [], [], []
    for number, fields, fault in part:
        lead = next((cell for cell in fields if cell and not cell.isspace()), "")
        if not (lead or fault):
            continue
        numbers.append(number - layout.header)
        faults.append(fault or _fault(fields, layout, is_ragged=sheet.is_ragged))
        leads.append(lead)
        wholes.append(whole_of(fields))
        texts.append(_text(fields) if keeps_text else None)
        cells.append(fields if len(fields) >= layout.width else fields + blank[len(fields) :])
    columns = {
        name: _unless_nothing(pc.utf8_trim_whitespace(pa.array([row[place] for row in cells], pa.string())))
        for name, place in layout.columns.items()
    }
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


def _lead(columns: "Sequence[pa.Array]") -> "pa.Array":
    """The first cell of each row that is not blank; an empty text where there is none."""
    import pyarrow.compute as pc

    lead = columns[0]
    for column in columns[1:]:
        is_blank = pc.equal(lead, "")
        if not pc.any(is_blank).as_py():
            break
        lead = pc.if_else(is_blank, column, lead)
    return lead


def _unless_nothing(cells: "pa.Array") -> "pa.Array":
    """Cells, empty where they say that they say nothing."""
    import pyarrow as pa
    import pyarrow.compute as pc

    return pc.if_else(pc.is_in(cells, value_set=pa.array(NOTHING)), pa.scalar(None, pa.string()), cells)


def _text(fields: Sequence[str]) -> str:
    return ",".join(fields)[:_LONGEST_TEXT]


def _fault(fields: Sequence[str], layout: Layout, *, is_ragged: bool) -> str | None:
    if any("\0" in cell for cell in fields):
        return NOT_TEXT
    if len(fields) > layout.width and any(cell.strip() for cell in fields[layout.width :]):
        return TOO_MANY
    return None if is_ragged or len(fields) >= layout.width else TOO_FEW
