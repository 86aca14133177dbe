"""The workbook as ODS."""

from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import quoteattr  # nosec B406

from wardmote.reports.spreadsheets.workbook import Cell, Sheet, Workbook, decimals_of, width_of

if TYPE_CHECKING:
    import odfdo

_COVER_WIDTH = 90
_CM_A_CHARACTER = 0.23
_TEXT, _LINE, _TITLE, _HEADER = "words", "line", "title", "heading"
_NUMBERS = ("whole-number", "one-decimal")


def write_ods(workbook: Workbook, path: Path) -> None:
    """Write it to `path`, replacing what is there. Raises OSError where it cannot be written."""
    import odfdo

    document = odfdo.Document("spreadsheet")
    document.body.clear()
    document.meta.title = workbook.title
    document.meta.creator = workbook.author
    document.meta.set_language("en-GB")
    _add_styles(document)
    document.body.append(_cover(document, workbook))
    for sheet in workbook.sheets:
        document.body.append(_sheet(document, sheet, is_contents=sheet.tab == workbook.contents.tab))
    document.body.append(_named_tables(workbook))
    _freeze(document, workbook)
    document.save(path)


def _add_styles(document: "odfdo.Document") -> None:
    """The looks of cells; a size and a font that are read without effort."""
    font = '<style:text-properties fo:font-family="Arial" fo:font-size="{size}pt" fo:font-weight="{weight}"/>'
    wrap = '<style:table-cell-properties fo:wrap-option="{wrap}" style:vertical-align="top"{border}/>'
    looks = {
        _TEXT: (12, "normal", "wrap", "", ""),
        _LINE: (12, "normal", "no-wrap", "", ""),
        _TITLE: (16, "bold", "no-wrap", "", ""),
        _HEADER: (12, "bold", "wrap", ' fo:border-bottom="1.5pt solid #0b0c0c"', ""),
    }
    for decimals, name in enumerate(_NUMBERS):
        form = (
            f'<number:number number:decimal-places="{decimals}" number:min-integer-digits="1" number:grouping="true"/>'
        )
        style = f'<number:number-style style:name="{name}-form">{form}</number:number-style>'
        document.insert_style(style, automatic=True)
        looks[name] = (12, "normal", "no-wrap", "", f' style:data-style-name="{name}-form"')
    for name, (size, weight, wrapping, border, data) in looks.items():
        inside = wrap.format(wrap=wrapping, border=border) + font.format(size=size, weight=weight)
        style = f'<style:style style:name="{name}" style:family="table-cell"{data}>{inside}</style:style>'
        document.insert_style(style, automatic=True)


def _cover(document: "odfdo.Document", workbook: Workbook) -> "odfdo.Table":
    import odfdo

    lines = enumerate((workbook.title, *workbook.cover))
    rows = [[odfdo.Cell(line, style=_TEXT if number else _TITLE)] for number, line in lines]
    return _table(document, "Cover", widths=[_COVER_WIDTH], rows=rows)


def _sheet(document: "odfdo.Document", sheet: Sheet, *, is_contents: bool) -> "odfdo.Table":
    import odfdo

    rows = [[odfdo.Cell(line, style=_LINE if number else _TITLE)] for number, line in enumerate(sheet.top)]
    rows.append([odfdo.Cell(heading, style=_HEADER) for heading in sheet.header])
    rows += [[_cell(value) for value in row] for row in sheet.rows]
    if is_contents:
        for row, (tab, *_) in zip(rows[-len(sheet.rows) :], sheet.rows, strict=True):
            row[0] = _link(str(tab))
    widths = [width_of(sheet, column) for column in range(len(sheet.header))]
    return _table(document, sheet.tab, widths=widths, rows=rows)


def _table(
    document: "odfdo.Document", name: str, *, widths: list[int], rows: "list[list[odfdo.Cell]]"
) -> "odfdo.Table":
    """Columns first, each with its width, and then the rows."""
    import odfdo

    table = odfdo.Table(name)
    for number, width in enumerate(widths):
        look = f"{name.lower()}-{number}"
        inside = f'<style:table-column-properties style:column-width="{width * _CM_A_CHARACTER:.2f}cm"/>'
        style = f'<style:style style:name="{look}" style:family="table-column">{inside}</style:style>'
        document.insert_style(style, automatic=True)
        table.append(odfdo.Column(style=look))
    for cells in rows:
        table.append(_row(cells))
    return table


def _row(cells: "list[odfdo.Cell]") -> "odfdo.Row":
    import odfdo

    row = odfdo.Row()
    row.extend_cells(cells)
    return row


def _cell(value: Cell) -> "odfdo.Cell":
    """A number keeps its value, and shows as many decimals as it deserves."""
    import odfdo

    decimals = decimals_of(value)
    if decimals is None:
        return odfdo.Cell(value, style=_TEXT)
    return odfdo.Cell(value, text=f"{value:,.{decimals}f}", style=_NUMBERS[decimals])


def _link(tab: str) -> "odfdo.Cell":
    """A way to another sheet."""
    import odfdo

    cell = odfdo.Cell(tab, style=_TEXT)
    cell.clear()
    cell.set_attribute("office:value-type", "string")
    cell.append(
        odfdo.Element.from_tag(f'<text:p><text:a xlink:type="simple" xlink:href="#{tab}.A1">{tab}</text:a></text:p>')
    )
    cell.style = _TEXT
    return cell


def _named_tables(workbook: Workbook) -> "odfdo.Element":
    """Each table under its name, so that a screen reader or a formula finds it."""
    import odfdo

    ranges = "".join(
        f"<table:database-range table:name={quoteattr(sheet.table)} table:contains-header="
        f'"true" table:target-range-address={quoteattr(_address(sheet))}/>'
        for sheet in workbook.sheets
    )
    return odfdo.Element.from_tag(f"<table:database-ranges>{ranges}</table:database-ranges>")


def _address(sheet: Sheet) -> str:
    first, last = sheet.header_row + 1, sheet.header_row + 1 + len(sheet.rows)
    # No sheet of ours is wider than the alphabet.
    return f"{sheet.tab}.A{first}:{sheet.tab}.{chr(ord('A') + len(sheet.header) - 1)}{last}"


def _freeze(document: "odfdo.Document", workbook: Workbook) -> None:
    """Open at the cover, and keep each table's header and first column in sight."""
    import odfdo

    root: Any = document.get_part("settings.xml").root  # type: ignore[union-attr]  # Settings are always XML.
    root.get_element("//config:config-item[@config:name='ActiveTable']").text = "Cover"
    views = root.get_element("//config:config-item-map-named[@config:name='Tables']")
    views.clear()
    views.set_attribute("config:name", "Tables")
    for sheet in workbook.sheets:
        views.append(odfdo.Element.from_tag(_view_of(sheet)))


def _view_of(sheet: Sheet) -> str:
    """How a sheet is looked at: split in two each way (2 means frozen), with the lower right part in use (3)."""
    modes = {"HorizontalSplitMode": 2, "VerticalSplitMode": 2, "ActiveSplitRange": 3}
    top = sheet.header_row + 1
    positions = {"HorizontalSplitPosition": 1, "VerticalSplitPosition": top, "PositionRight": 1, "PositionBottom": top}
    items = "".join(
        f'<config:config-item config:name="{name}" config:type="{kind}">{value}</config:config-item>'
        for kind, group in (("short", modes), ("int", positions))
        for name, value in group.items()
    )
    return f'<config:config-item-map-entry config:name="{sheet.tab}">{items}</config:config-item-map-entry>'
