"""Is this what it should be? A web page saved as CSV, a cut zip and a wrong table are all refused here."""

import csv
import zipfile
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path

from wardmote.errors import BadInput

Check = Callable[[Path], None]
"""Raises BadInput, with the reason, when a file is not what it should be."""

_LONGEST_HEADER = 65_536


def accept(path: Path) -> None:
    """A check that lets everything pass."""


def check_zip(path: Path) -> None:
    """Raise BadInput unless `path` is a zip whose every member can be read."""
    _refuse_web_page(_head(path), where=path.name)
    try:
        with zipfile.ZipFile(path) as archive:
            damaged = archive.testzip()
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as error:
        raise BadInput("what arrived is not a whole zip", where=path.name, do="Fetch it again") from error
    if damaged:
        raise BadInput(f"{damaged} inside the zip is damaged", where=path.name, do="Fetch it again")


def csv_check(*, columns: Iterable[str], rows: int | None = None) -> Check:
    """A check for a CSV with these `columns` (more are allowed, in any order) and, if given, so many `rows`."""
    wanted = tuple(columns)

    def check(path: Path) -> None:
        check_header(_head(path), columns=wanted, where=path.name)
        if rows is not None:
            check_row_count(_count_rows(path), rows=rows, where=path.name)

    return check


def check_header(head: bytes, *, columns: Iterable[str], where: str) -> None:
    """Raise BadInput unless `head`, the first bytes of a CSV, names all `columns`."""
    _refuse_web_page(head, where=where)
    lines = head.decode("utf-8-sig", errors="replace").splitlines()
    header = {name.strip().casefold() for name in next(csv.reader(lines[:1]), [])}
    missing = [name for name in columns if name.casefold() not in header]
    if missing:
        raise BadInput(
            f"the columns {', '.join(missing)} are not in what arrived",
            where=where,
            do="The publisher may have changed the file: look at it on their site",
        )


def check_row_count(found: int, *, rows: int, where: str) -> None:
    """Raise BadInput unless there are `rows` rows."""
    if found != rows:
        raise BadInput(
            f"{found:,} rows arrived and there should be {rows:,}",
            where=where,
            do="Fetch it again, and if it stays so the publisher has changed the table",
        )


def _refuse_web_page(head: bytes, *, where: str) -> None:
    if head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):
        raise BadInput(
            "a web page came instead of the file", where=where, do="Open the address in a browser to see what it says"
        )


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_LONGEST_HEADER)


def _count_rows(path: Path) -> int:
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        return sum(1 for row in csv.reader(file) if row) - 1
