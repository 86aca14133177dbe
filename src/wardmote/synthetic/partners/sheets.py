"""Spreadsheets as partners make them. The same rows always give the same bytes, whenever they are written."""

import csv
import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from wardmote.synthetic.tables import BYTE_ORDER_MARK, add_to_zip

Cells = Sequence[object]
_WRITTEN = datetime(2025, 5, 1)


def csv_sheet(
    header: Sequence[str],
    rows: Sequence[Cells],
    *,
    titles: Sequence[Cells] = (),
    has_mark: bool = False,
    encoding: str = "utf-8",
    line_end: str = "\r\n",
) -> bytes:
    """A CSV with title lines above its header."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator=line_end)
    writer.writerows([*titles, header])
    writer.writerows(rows)
    return (BYTE_ORDER_MARK if has_mark else b"") + text.getvalue().encode(encoding)


def xlsx_sheet(
    header: Sequence[str],
    rows: Sequence[Cells],
    *,
    titles: Sequence[str] = (),
    name: str = "Sheet1",
    date_columns: Sequence[str] = (),
    blank_rows: int = 0,
) -> bytes:
    """A workbook of one sheet: merged titles, a blank line, the header, the rows, and blank formatted rows below.

    A number in one of `date_columns` is shown as a date, which is how spreadsheets keep dates.
    """
    from xlsxwriter import Workbook

    content = io.BytesIO()
    book = Workbook(content, {"in_memory": True})
    book.set_properties({"created": _WRITTEN})
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "dd/mm/yyyy"})
    sheet = book.add_worksheet(name)
    for line, title in enumerate(titles):
        sheet.merge_range(line, 0, line, len(header) - 1, title, bold)
    top = len(titles) + 1 if titles else 0
    sheet.write_row(top, 0, header, bold)
    dates = {header.index(column) for column in date_columns}
    for line, row in enumerate(rows, start=top + 1):
        for column, value in enumerate(row):
            is_date = column in dates and isinstance(value, int | float)
            sheet.write(line, column, value, *([day] if is_date else []))
    for line in range(top + 1 + len(rows), top + 1 + len(rows) + blank_rows):
        sheet.write_blank(line, 0, None, bold)
    book.close()
    return content.getvalue()


def ods_sheets(sheets: Mapping[str, Sequence[Cells]]) -> bytes:
    """An OpenDocument spreadsheet, one table a name, each row as given."""
    from odfdo import Document, Table

    document = Document("spreadsheet")
    document.body.clear()
    for name, rows in sheets.items():
        table = Table(name)
        for number, row in enumerate(rows):
            table.set_row_values(number, [_plain(value) for value in row])
        document.body.append(table)
    content = io.BytesIO()
    document.save(content)
    return _undated(content.getvalue())


def _plain(value: object) -> Any:
    return Decimal(value) if isinstance(value, int) else value


def _undated(content: bytes) -> bytes:
    """The same archive with fixed times, and without the note of who wrote it when."""
    whole = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(whole, "w") as new:
        for entry in old.infolist():
            add_to_zip(new, entry.filename, old.read(entry))
    return whole.getvalue()
