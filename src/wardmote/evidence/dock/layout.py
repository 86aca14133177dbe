"""Which column of a sheet holds what: the header row, found under title rows, and the fields that the card finds in it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from wardmote.definitions.card import RECORD_PSEUDONYM, Card
from wardmote.evidence.dock.sheets import Row, Sheet

_ROWS_LOOKED_AT = 40
RECORD_FIELD = "record.pseudonym"


@dataclass(frozen=True)
class Layout:
    """`columns` maps each field that is there to its column; `header` is the number of the header row."""

    header: int
    width: int
    columns: dict[str, int]
    headings: tuple[str, ...]


def find_layout(card: Card, sheet: Sheet) -> Layout | None:
    """Where the card's fields stand on a sheet, or None where the sheet is of another kind."""
    above: Sequence[str] = ()
    for row in islice(sheet.rows(), _ROWS_LOOKED_AT):
        if not any(row.cells):
            continue
        if layout := _layout_in(card, row, above):
            return layout
        above = row.cells
    return None


def plain_heading(heading: str) -> str:
    """A heading without case, spaces, line breaks and signs, so that Offence_Code is Offence code."""
    return re.sub(r"[\W_]+", "", heading.lower())


def _layout_in(card: Card, row: Row, above: Sequence[str]) -> Layout | None:
    places = _places(row.cells, above)
    wanted = card.all_headings()
    if any(_place(wanted[name], places) is None for name in card.recognise):
        return None
    pseudonyms = dict(_pseudonym_columns(card, places))
    columns = {name: place for name, headings in wanted.items() if (place := _place(headings, places)) is not None}
    given = {name: place for name, place in columns.items() if not _is_replaced(name, pseudonyms)}
    width = max((number for number, cell in enumerate(row.cells) if cell.strip()), default=-1) + 1
    return Layout(row.number, width, {**given, **pseudonyms}, tuple(cell.strip() for cell in row.cells[:width]))


def _places(cells: Sequence[str], above: Sequence[str]) -> dict[str, int]:
    """The first column of each heading. A heading merged over several columns belongs to each of those below it."""
    places: dict[str, int] = {}
    for number, cell in enumerate(cells):
        if plain := plain_heading(cell):
            places.setdefault(plain, number)
    group = ""
    for number, cell in enumerate(cells):
        group = above[number] if number < len(above) and above[number].strip() else group
        if group and cell.strip():
            places.setdefault(plain_heading(f"{group} {cell}"), number)
    return places


def _place(headings: Iterable[str], places: dict[str, int]) -> int | None:
    return next((places[plain] for heading in headings if (plain := plain_heading(heading)) in places), None)


def _pseudonym_columns(card: Card, places: dict[str, int]) -> Iterable[tuple[str, int]]:
    named = {f"{person.role}.pseudonym": person.pseudonym_heading for person in card.people}
    for name, heading in {**named, RECORD_FIELD: RECORD_PSEUDONYM}.items():
        if (place := places.get(plain_heading(heading))) is not None:
            yield name, place


def _is_replaced(name: str, pseudonyms: dict[str, int]) -> bool:
    return f"{name.split('.', maxsplit=1)[0]}.pseudonym" in pseudonyms or (
        name == "reference" and RECORD_FIELD in pseudonyms
    )
