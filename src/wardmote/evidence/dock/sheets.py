"""The sheets of a spreadsheet, each as rows of text, whatever kind of file it was.

Nothing of a file is written anywhere while it is read: it may hold names.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile

from wardmote.errors import BadInput
from wardmote.evidence.dock.csv_records import Records
from wardmote.evidence.dock.plain_lines import PlainLines
from wardmote.evidence.inputs import LARGEST_FILE_BYTES, LARGEST_RATIO

SPREADSHEETS = (".xlsx", ".xlsm", ".xls", ".ods")
TEXTS = (".csv", ".txt", ".tsv")
_ZIP = b"PK\x03\x04"
_SMALL_BYTES = 50_000
# Excel writes a carriage return inside a cell like this.
_CARRIAGE_RETURN = "_x000D_"


class Row(NamedTuple):
    """One row: its number on the sheet, the first being 0, its cells, and what is wrong with it as a row, if anything."""

    number: int
    cells: list[str]
    fault: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in it."""
        return not self.fault and not any(cell and not cell.isspace() for cell in self.cells)


@dataclass(frozen=True)
class Sheet:
    """One sheet. `rows` may be asked for more than once. A row of `is_ragged` ends where its last cell does.

    `number` counts the sheets of a workbook from 1; a text file's is 0, and has no name. People name sheets for each
    other, so that nothing about persons is stored under a sheet's name.
    """

    name: str
    rows: Callable[[], Iterator[Row]]
    is_ragged: bool
    number: int = 0
    records: Records | None = None

    def blocks(self, *, after: int, size: int) -> Iterator[PlainLines | list[Row]]:
        """The rows after the first so many, about `size` at a time."""
        if self.records:
            for block in self.records.blocks(after=after, size=size):
                yield block if isinstance(block, PlainLines) else [Row._make(record) for record in block]
            return
        rows = islice(self.rows(), after, None)
        while part := list(islice(rows, size)):
            yield part


def is_tabular(name: str) -> bool:
    """Whether a file of this name may hold a table."""
    return _suffix(name) in (*SPREADSHEETS, *TEXTS)


def is_packed(name: str) -> bool:
    """Whether a file of this name is a workbook, whose beginning alone says nothing."""
    return _suffix(name) in SPREADSHEETS


def sheets_of(content: bytes, *, name: str) -> tuple[Sheet, ...]:
    """The sheets in a file; a text file has one."""
    if not content:
        raise BadInput("is empty", where=name, do="export it again")
    if is_packed(name) or content.startswith(_ZIP):
        return _workbook(content, name)
    records = Records.of(content, name=name)
    return (Sheet("", lambda: map(Row._make, records), is_ragged=False, records=records),)


def why_no_sheets(content: bytes, *, name: str) -> str | None:
    """Why a file cannot be read as sheets, as a sentence, or None."""
    try:
        sheets_of(content, name=name)
    except BadInput as error:
        return error.sentence
    return None


def _workbook(content: bytes, name: str) -> tuple[Sheet, ...]:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum

    _refuse_bomb(content, name)
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        named = [one.name for one in book.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
        return tuple(
            Sheet(one, _rows_of(book.get_sheet_by_name(one).iter_rows), is_ragged=True, number=number)
            for number, one in enumerate(named, start=1)
        )
    except PasswordError as error:
        raise BadInput("is protected by a password", where=name, do="save it without one and load it again") from error
    except (CalamineError, OSError, ValueError) as error:
        raise BadInput("is not a whole spreadsheet", where=name, do="export it again") from error


def _refuse_bomb(content: bytes, name: str) -> None:
    """XLSX and ODS are zips: what they unpack to is known before anything is unpacked."""
    if not content.startswith(_ZIP):
        return
    try:
        unpacked = sum(entry.file_size for entry in ZipFile(BytesIO(content)).infolist())
    except BadZipFile as error:
        raise BadInput("is not a whole spreadsheet", where=name, do="export it again") from error
    if unpacked > LARGEST_FILE_BYTES or unpacked > max(len(content), _SMALL_BYTES) * LARGEST_RATIO:
        raise BadInput("unpacks to far more than a spreadsheet holds", where=name, do="export it again")


def _rows_of(cells: Callable[[], Iterator[Sequence[object]]]) -> Callable[[], Iterator[Row]]:
    return lambda: (Row(number, [_text(cell) for cell in row]) for number, row in enumerate(cells()))


def _text(cell: object) -> str:
    """A cell as the text that a careful person would write for it."""
    if isinstance(cell, str):
        return cell.replace(_CARRIAGE_RETURN, " ") if _CARRIAGE_RETURN in cell else cell
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    return _moment_text(cell) if isinstance(cell, date | time) else str(cell)


def _moment_text(cell: date | time) -> str:
    """Spreadsheets have no days without a time: midnight stands for a day whose time nobody gave."""
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "seconds")
    return cell.isoformat()


def _suffix(name: str) -> str:
    return Path(name.lower().removesuffix(".gz")).suffix
