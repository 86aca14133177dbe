"""How a file would be read by a card, without loading it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wardmote.definitions.card import Card
from wardmote.evidence import duck
from wardmote.evidence.dock.layout import find_layout
from wardmote.evidence.dock.points import place_points
from wardmote.evidence.dock.reading import MEMORY_LIMIT, Reading
from wardmote.evidence.dock.sheets import sheets_of
from wardmote.evidence.duck import named
from wardmote.evidence.people import Key

_WORKINGS = ("row", "on_sheet", "sheet", "whole", "text", "reason", "same_as")


@dataclass(frozen=True)
class Column:
    """One column of the file: its heading, and what the card reads it as; empty where it is not read."""

    heading: str
    field: str


@dataclass(frozen=True)
class Reason:
    """Why rows would be set aside: how many of them, and the numbers of the first few in the file."""

    words: str
    rows: int
    first_rows: tuple[int, ...]

    @property
    def first_row(self) -> int:
        return self.first_rows[0]


@dataclass(frozen=True)
class Preview:
    """What would become of a file. `rows` are the first that would be kept, as they would be stored.

    Where it is not whole, only the first rows of each sheet were looked at.
    """

    card: Card
    columns: tuple[Column, ...]
    read: int
    kept: int
    reasons: tuple[Reason, ...]
    headings: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    notes: tuple[str, ...] = ()
    is_whole: bool = True


def preview(
    content: bytes,
    card: Card,
    key: Key,
    *,
    name: str,
    most: int = 20,
    places: Iterable[str] = (),
    most_rows: int | None = None,
) -> Preview:
    """How the file would be read; raises BadInput where the card does not fit it. Nothing is written anywhere.

    `places` are the names of areas that may stand in a section (see `known_places`); `most` rows are shown, and
    no more of a sheet is looked at once `most_rows` have been.
    """
    columns = tuple(_columns(content, card, name))
    with duck.connect(memory_limit=MEMORY_LIMIT, may_spill=False) as connection:
        reading = Reading(connection, card, key, name=name, places=places)
        reading.take(content, most_rows=most_rows)
        read, kept = reading.counted()
        if read and card.table == "events":
            place_points(connection, snap_m=card.snap_m, outlines=())
            read, kept = reading.counted()
        if not read:
            return Preview(card, columns, 0, 0, (), (), ())
        reasons = connection.execute(
            "SELECT reason, count(*) AS n, min(on_sheet, 5) FROM found WHERE reason IS NOT NULL GROUP BY ALL ORDER BY n DESC, reason"
        ).fetchall()
        shown = [one for one in _stored(reading) if one not in _WORKINGS]
        rows = connection.execute(
            f"SELECT {', '.join(map(named, shown))} FROM found WHERE reason IS NULL ORDER BY row LIMIT {int(most)}"
        ).fetchall()
        notes = tuple(reading.unlisted_words())
    return Preview(
        card,
        columns,
        read,
        kept,
        tuple(Reason(words, count, tuple(first)) for words, count, first in reasons),
        tuple(one.removeprefix(".who.").removeprefix(".value.") for one in shown),
        tuple(rows),
        notes,
        is_whole=most_rows is None or read < most_rows,
    )


def _columns(content: bytes, card: Card, name: str) -> Iterator[Column]:
    for sheet in sheets_of(content, name=name):
        if layout := find_layout(card, sheet):
            fields = {place: field for field, place in layout.columns.items()}
            yield from (Column(heading, fields.get(place, "")) for place, heading in enumerate(layout.headings))
            return


def _stored(reading: Reading) -> list[str]:
    described = reading.cursor.execute("DESCRIBE found").fetchall()
    hidden = (".longitude", ".latitude", ".easting", ".northing")
    return [
        str(row[0]) for row in described if row[0] not in hidden and not str(row[0]).startswith((".is.", ".unlisted."))
    ]
