"""What is listed as a file: CSV for any program, ODS for a spreadsheet that keeps its words as words."""

import csv
import io
from collections.abc import Sequence

# A cell that starts like this is run as a formula by spreadsheets; an apostrophe before it keeps it text.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")

Rows = Sequence[Sequence[str]]


def csv_text(heads: Sequence[str], rows: Rows) -> str:
    """The rows under their heads; what would run as a formula gets an apostrophe, which `read_cell` takes off."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(heads)
    writer.writerows([[safe_cell(cell) for cell in row] for row in rows])
    return out.getvalue()


def safe_cell(text: str) -> str:
    """The text such that no spreadsheet runs it."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) or text.startswith("'") else text


def read_cell(text: str) -> str:
    """What `safe_cell` was given."""
    return text.removeprefix("'")


def ods_bytes(title: str, heads: Sequence[str], rows: Rows) -> bytes:
    """One sheet, all of whose cells are text."""
    import odfdo

    document = odfdo.Document("spreadsheet")
    document.body.clear()
    sheet = odfdo.Table(title[:31])
    for row in (heads, *rows):
        line = odfdo.Row()
        for text in row:
            line.append_cell(odfdo.Cell(value=text, text=text, cell_type="string"))
        sheet.append_row(line)
    document.body.append(sheet)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
