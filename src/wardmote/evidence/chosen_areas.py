"""The partnership's own two files: the LSOAs that it is made of, and the sections that it divides them into."""

import csv
import re
from pathlib import Path

from wardmote.errors import BadInput

_LSOA = re.compile(r"^[EW]\d{8}$")


def read_lsoas(path: Path) -> tuple[str, ...]:
    """The LSOA codes in a file: the first column, with or without a heading."""
    cells = [(number, row[0].strip().upper()) for number, row in _rows(path) if row and row[0].strip()]
    codes = [(number, cell) for number, cell in cells if number > 1 or _LSOA.match(cell)]
    for number, cell in codes:
        _require_code(cell, path, number)
    if not codes:
        raise BadInput("holds no LSOA codes", where=str(path), do="give one code a line, such as E01015292")
    return tuple(dict.fromkeys(code for _, code in codes))


def read_sections(path: Path) -> dict[str, str]:
    """The section of each LSOA code, from the columns lsoa_code and section."""
    rows = _rows(path)
    heading = [cell.strip().lower() for cell in rows[0][1]] if rows else []
    if not {"lsoa_code", "section"} <= set(heading):
        raise BadInput(
            "does not map LSOA codes to sections", where=str(path), do="give it the columns lsoa_code and section"
        )
    code_at, section_at = heading.index("lsoa_code"), heading.index("section")
    sections: dict[str, str] = {}
    for number, row in rows[1:]:
        cells = [cell.strip() for cell in row]
        if not any(cells):
            continue
        if len(cells) <= max(code_at, section_at) or not cells[section_at]:
            raise BadInput(f"line {number} gives no section", where=str(path), do="name a section for each LSOA code")
        code = cells[code_at].upper()
        _require_code(code, path, number)
        if sections.setdefault(code, cells[section_at]) != cells[section_at]:
            raise BadInput(
                f"line {number} puts {code} into a second section", where=str(path), do="choose one section for it"
            )
    if not sections:
        raise BadInput("holds no sections", where=str(path), do="give a line for each LSOA code")
    return sections


def _require_code(code: str, path: Path, number: int) -> None:
    if not _LSOA.match(code):
        raise BadInput(
            f"line {number} is not an LSOA code of England or Wales (“{code}”)",
            where=str(path),
            do="write codes like E01015292",
        )


def _rows(path: Path) -> list[tuple[int, list[str]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(enumerate(csv.reader(file), start=1))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise BadInput(
            "cannot be read as a CSV file in UTF-8", where=str(path), do="check the path and save it again"
        ) from error
