"""The plain facts about a CSV file that must hold before its rows are read."""

import csv
from collections.abc import Sequence
from difflib import get_close_matches

from wardmote.errors import BadInput

BYTE_ORDER_MARK = "\ufeff"


def header_of(text: str) -> list[str]:
    """The fields of the first line of `text`, without a byte order mark."""
    lines = text.removeprefix(BYTE_ORDER_MARK).splitlines()
    return [field.strip() for field in next(csv.reader(lines[:1]), [])]


def is_web_page(text: str) -> bool:
    """Whether the file is HTML, whatever its name says."""
    beginning = text.removeprefix(BYTE_ORDER_MARK).lstrip()[:200].lower()
    return beginning.startswith(("<!doctype html", "<html", "<head", "<?xml"))


def require_columns(name: str, header: Sequence[str], needed: Sequence[str]) -> None:
    """Refuse a file that lacks a column, naming the columns and the nearest that it has."""
    missing = [column for column in needed if column not in header]
    if not missing:
        return
    near = {column: get_close_matches(column, header, n=1) for column in missing}
    hints = [f"“{found[0]}” stands where “{column}” should" for column, found in near.items() if found]
    listed = ", ".join(f"“{column}”" for column in missing)
    raise BadInput(
        f"has no column {listed}" + (f" ({'; '.join(hints)})" if hints else ""),
        where=name,
        do="download the file again, or put the header line back as the publisher wrote it",
    )
