"""The workbook as XLSX."""

from pathlib import Path
from typing import TYPE_CHECKING

from wardmote.reports.spreadsheets.workbook import Cell, Sheet, Workbook, decimals_of, width_of

if TYPE_CHECKING:
    import xlsxwriter
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_FONT = {"font_name": "Arial", "font_size": 12, "text_wrap": True, "valign": "top"}
_COVER_WIDTH = 90
# Words stay words, whatever they begin with: a cell is never a formula or a link by accident.
_PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write_xlsx(workbook: Workbook, path: Path) -> None:
    """Write it to `path`, replacing what is there. Raises OSError where it cannot be written."""
    import xlsxwriter

    book = xlsxwriter.Workbook(path, _PLAIN)
    book.set_properties({"title": workbook.title, "author": workbook.author})
    formats = _Formats(book)
    _cover(book.add_worksheet("Cover"), workbook, formats)
    for sheet in workbook.sheets:
        _sheet(book.add_worksheet(sheet.tab), sheet, formats)
    _link(book, workbook.contents, formats)
    try:
        book.close()
    except xlsxwriter.exceptions.FileCreateError as error:
        raise OSError(str(error)) from error


class _Formats:
    """The few looks that cells have."""

    def __init__(self, book: "xlsxwriter.Workbook") -> None:
        self.text = book.add_format(_FONT)
        # Titles and lines run over the cells beside them, which are empty: wrapped they would be a tower.
        self.line = book.add_format({**_FONT, "text_wrap": False})
        self.title = book.add_format({**_FONT, "font_size": 16, "bold": True, "text_wrap": False})
        self.header = book.add_format({**_FONT, "bold": True, "bottom": 2})
        self.link = book.add_format({**_FONT, "font_color": "#1a5a96", "underline": 1})
        self._numbers = [book.add_format({**_FONT, "num_format": form}) for form in ("#,##0", "#,##0.0")]

    def of(self, cell: Cell) -> "Format":
        """The look of a cell of a table."""
        decimals = decimals_of(cell)
        return self.text if decimals is None else self._numbers[decimals]


def _cover(page: "Worksheet", workbook: Workbook, formats: _Formats) -> None:
    page.set_column(0, 0, _COVER_WIDTH)
    page.write_string(0, 0, workbook.title, formats.title)
    for row, line in enumerate(workbook.cover, start=1):
        page.write_string(row, 0, line, formats.text)


def _sheet(page: "Worksheet", sheet: Sheet, formats: _Formats) -> None:
    for column in range(len(sheet.header)):
        page.set_column(column, column, width_of(sheet, column))
    for row, line in enumerate(sheet.top):
        page.write_string(row, 0, line, formats.title if row == 0 else formats.line)
    top = sheet.header_row
    page.add_table(
        top,
        0,
        top + len(sheet.rows),
        len(sheet.header) - 1,
        {
            "name": sheet.table,
            "style": None,
            "autofilter": False,
            "first_column": True,
            "columns": [{"header": heading, "header_format": formats.header} for heading in sheet.header],
        },
    )
    for row, cells in enumerate(sheet.rows, start=top + 1):
        for column, cell in enumerate(cells):
            page.write(row, column, cell, formats.of(cell))
    page.freeze_panes(top + 1, 1)


def _link(book: "xlsxwriter.Workbook", contents: Sheet, formats: _Formats) -> None:
    page = book.get_worksheet_by_name(contents.tab)
    for row, (tab, _) in enumerate(contents.rows, start=contents.header_row + 1):
        page.write_url(row, 0, f"internal:'{tab}'!A1", formats.link, str(tab))
