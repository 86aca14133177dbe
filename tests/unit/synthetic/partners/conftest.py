"""The partners' files of Exampleshire, written once, and a plain reader for them."""

import csv
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from wardmote.synthetic.partners import PartnerTruths, read_partner_truths, write_partner_files

_ENCODINGS = ("utf-8-sig", "cp1252")
_MOST_TITLES = 6


@pytest.fixture(scope="session")
def partners(tmp_path_factory) -> Path:
    """The folder of the partners' files, with the default seed."""
    folder = tmp_path_factory.mktemp("partners")
    write_partner_files(folder)
    return folder


@pytest.fixture(scope="session")
def partner_truths(partners) -> PartnerTruths:
    """Their truths, read back from the file beside them."""
    return read_partner_truths(partners)


@pytest.fixture(scope="session")
def table(partners):
    """Reads one file: a list of dicts by heading, one a row that is not blank, faulty rows and totals included."""
    held: dict[str, list[dict[str, str]]] = {}

    def read(name: str) -> list[dict[str, str]]:
        if name not in held:
            held[name] = [row for sheet in _sheets(partners / name) for row in _rows_below_header(sheet)]
        return held[name]

    return read


@pytest.fixture(scope="session")
def good(table, partner_truths):
    """The same without the rows that were planted to be set aside."""

    def read(name: str) -> list[dict[str, str]]:
        aside = {one.row for one in partner_truths.file(name).set_aside}
        return [row for number, row in enumerate(table(name), start=1) if number not in aside]

    return read


def _sheets(path: Path) -> list[list[list[str]]]:
    if path.suffix == ".csv":
        return [list(csv.reader(_text(path).splitlines()))]
    book = CalamineWorkbook.from_path(path)
    return [
        [["" if cell is None else str(cell) for cell in row] for row in book.get_sheet_by_name(name).to_python()]
        for name in book.sheet_names
    ]


def _text(path: Path) -> str:
    for encoding in _ENCODINGS:
        try:
            return path.read_bytes().decode(encoding)
        except UnicodeDecodeError:
            continue
    raise AssertionError(path.name)


def _rows_below_header(sheet: list[list[str]]) -> list[dict[str, str]]:
    """The header is the widest of the first lines; a sheet of notes has none."""
    top = sheet[:_MOST_TITLES]
    filled = [sum(bool(cell) for cell in line) for line in top]
    if max(filled) < 2:
        return []
    start = filled.index(max(filled))
    header = sheet[start]
    return [dict(zip(header, line, strict=False)) for line in sheet[start + 1 :] if any(line)]
