"""Reading the rows of a CSV or ODS file that somebody changed."""

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from wardmote.errors import BadInput
from wardmote.web.core.lists.files import read_cell

LARGEST_BYTES = 2_000_000
MOST_ROWS = 5_000


def read_rows(content: bytes, *, name: str, heads: Sequence[str]) -> list[tuple[int, dict[str, str]]]:
    """Each row with its number in the file, by head. Raises `BadInput` where the file or its heads are other ones."""
    if len(content) > LARGEST_BYTES:
        raise BadInput("is larger than 2 MB", where=name, do="bring it in several parts")
    lines = list(_ods(content, name) if PurePath(name).suffix.lower() == ".ods" else _csv(content, name))
    found = [cell.strip() for cell in lines[0]] if lines else []
    if missing := [head for head in heads if head not in found]:
        raise BadInput(
            f"has no column called “{missing[0]}”", where=name, do="download the register and change that file"
        )
    if len(lines) - 1 > MOST_ROWS:
        raise BadInput(f"has more than {MOST_ROWS:,} rows", where=name, do="bring it in several parts")
    places = {head: found.index(head) for head in heads}
    return [
        (number, {head: line[at] if at < len(line) else "" for head, at in places.items()})
        for number, line in enumerate(lines[1:], start=2)
        if any(cell.strip() for cell in line)
    ]


def _csv(content: bytes, name: str) -> Iterator[list[str]]:
    try:
        text = content.decode("utf-8-sig")
        for line in csv.reader(io.StringIO(text, newline=""), strict=True):
            yield [read_cell(cell) for cell in line]
    except (UnicodeDecodeError, csv.Error) as error:
        raise BadInput("is not a CSV file in UTF-8", where=name, do="save it as CSV UTF-8 or as ODS") from error


def _ods(content: bytes, name: str) -> Iterator[list[str]]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0)
        rows = sheet.to_python(skip_empty_area=False)
    except (CalamineError, OSError, ValueError, IndexError) as error:
        raise BadInput("is not an ODS file", where=name, do="save it as ODS or as CSV UTF-8") from error
    yield from ([_text(cell) for cell in row] for row in rows)


def _text(cell: object) -> str:
    """A spreadsheet may have made numbers and dates of the words that it was given."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return cell.isoformat() if hasattr(cell, "isoformat") else str(cell)
