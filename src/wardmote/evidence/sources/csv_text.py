"""The plain facts about a CSV file that must hold before its rows are read."""

import csv
import re
from collections.abc import Sequence
from difflib import get_close_matches

from wardmote.errors import BadInput

BYTE_ORDER_MARK = "\ufeff"
_LINE_END = re.compile(r"\r\n|\n|\r")
_OTHER_SIGNS = {";": "semicolons", "\t": "tabs", "|": "bars"}


def header_of(text: str) -> list[str]:
    """The fields of the first line of `text`, without a byte order mark."""
    return [field.strip() for field in next(csv.reader(first_lines(text, most=1)), [])]


def first_lines(text: str, *, most: int) -> list[str]:
    """The first lines of `text`, parted where a CSV reader parts them and at no other sign."""
    return _LINE_END.split(text.removeprefix(BYTE_ORDER_MARK), maxsplit=most)[:most]


def is_web_page(text: str) -> bool:
    """Whether the file is HTML, whatever its name says."""
    beginning = text.removeprefix(BYTE_ORDER_MARK).lstrip()[:200].lower()
    return beginning.startswith(("<!doctype html", "<html", "<head", "<?xml"))


def require_csv(name: str, text: str) -> None:
    """Refuse a file that begins like no CSV at all."""
    if reason := why_not_csv(text):
        raise BadInput(reason, where=name, do="download or export it again")


def why_not_csv(text: str) -> str | None:
    """What a file that begins like this is instead of a CSV, or None."""
    if not text.strip(BYTE_ORDER_MARK + " \r\n"):
        return "is empty"
    if is_web_page(text):
        return "is a web page, not a CSV"
    if "\0" in first_lines(text, most=1)[0] or text.count("\ufffd") > len(text) / 10:
        return "is not text in UTF-8"
    return None


def require_columns(name: str, header: Sequence[str], needed: Sequence[str]) -> None:
    """Refuse a file that lacks a column, naming the columns and the nearest that it has."""
    missing = [column for column in needed if column not in header]
    if not missing:
        return
    raise BadInput(
        _what_is_missing(header, missing, needed),
        where=name,
        do="download the file again, or put the header line back as the publisher wrote it",
    )


def _what_is_missing(header: Sequence[str], missing: Sequence[str], needed: Sequence[str]) -> str:
    parted_by = next((words for sign, words in _OTHER_SIGNS.items() if len(header) == 1 and sign in header[0]), None)
    if parted_by:
        return f"its fields are parted by {parted_by}, not by commas"
    if len(missing) > len(needed) / 2:
        return f"its first line is not the header, which begins “{','.join(needed[:3])}”"
    spare = [column for column in header if column not in needed]
    near = {column: get_close_matches(column, spare, n=1) for column in missing}
    hints = [f"“{found[0]}” stands where “{column}” should" for column, found in near.items() if found]
    listed = ", ".join(f"“{column}”" for column in missing)
    return f"has no column {listed}" + (f" ({'; '.join(hints)})" if hints else "")
