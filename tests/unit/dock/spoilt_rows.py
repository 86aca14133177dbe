"""Rows spoilt in fifty ways, each with a name, and what the dock makes of a file of them."""

from collections import Counter
from dataclasses import dataclass

from dock_files import card, csv_text, incident

from wardmote.evidence import duck
from wardmote.evidence.dock.points import place_points
from wardmote.evidence.dock.reading import Reading
from wardmote.evidence.people import Key

COLUMNS = [
    *("Ref", "Recorded", "From", "Type", "Section", "Cost", "Easting", "Northing", "Longitude", "Latitude", "Grid Ref"),
    *("Postcode", "LSOA", "Alcohol", "Knife", "Flags", "Notes", "Victim Ref", "Victim Forename", "Victim Surname"),
    *("Victim DOB", "Suspect Ref", "Suspect Forename", "Suspect Surname", "Suspect DOB"),
]
ODD_TEXT = ["\0", "\u202e", "💥", "'; DROP TABLE found; --", "=1+1", "\\", "%s", "x" * 5000, "\x1f", "ﬁ", "\u200b", "﷽"]
ODD_DATES = [
    "31/02/2024",
    "00/00/0000",
    "2024-13-01",
    "1/1/1",
    "99999999",
    "-45000",
    "29/02/2023",
    "today",
    "2999-01-01",
    "0001-01-01",
]
ODD_NUMBERS = ["1e999", "-1", "NaN", "inf", "1.2.3", "0x10", "٣", "1,2,3", "--5"]
KINDS = {
    "good": lambda cells, _odd: cells,
    **{f"odd text {i}": (lambda cells, odd, text=text: _with(cells, odd, text)) for i, text in enumerate(ODD_TEXT)},
    **{f"odd date {i}": (lambda cells, odd, text=text: _with(cells, 1 + odd % 2, text)) for i, text in enumerate(ODD_DATES)},
    **{f"odd birth {i}": (lambda cells, odd, text=text: _with(cells, 20 + 4 * (odd % 2), text)) for i, text in enumerate(ODD_DATES[:4])},
    **{f"odd number {i}": (lambda cells, odd, text=text: _with(cells, 5 + odd % 5, text)) for i, text in enumerate(ODD_NUMBERS)},
    "no category": lambda cells, _odd: _with(cells, 3, ""),
    "no date": lambda cells, _odd: _with(_with(cells, 1, ""), 2, ""),
    "all blank but one": lambda cells, odd: [cell if i == odd else "" for i, cell in enumerate(cells)],
    "cut short": lambda cells, odd: cells[: 1 + odd],
    "one cell": lambda cells, _odd: cells[:1],
    "one too many": lambda cells, _odd: [*cells, "more"],
    "one in the middle": lambda cells, odd: [*cells[:odd], "more", *cells[odd:]],
    "twice as long": lambda cells, _odd: cells + cells,
    "total": lambda cells, _odd: ["Total", *[""] * (len(cells) - 1)],
    "header again": lambda _cells, _odd: list(COLUMNS),
    "shifted": lambda cells, _odd: ["", *cells[:-1]],
    "line break": lambda cells, odd: _with(cells, odd, "one\ntwo"),
    "half a pseudonym": lambda cells, _odd: _with(cells, 17, "abcdef-0123"),
    "blank": lambda cells, _odd: [""] * len(cells),
}  # fmt: skip
RAW = {
    "open quotation": '{line},"open\n',
    "quotation within": '"a"b,{line}\n',
    "lone quotation": '"\n',
    "other delimiter": "a;b;c;d\n",
    "only delimiters": ",,,,,,,,\n",
}
KEY = Key(b"\7" * 32)


def _with(cells, place, text):
    return [text if i == place else cell for i, cell in enumerate(cells)]


def good(number):
    cells = {
        **incident(number, From="04/03/2024", Section="North", Cost="3", Easting="408500", Northing="91100", Alcohol="Y"),
        "Victim Ref": f"V{number}", "Suspect Surname": "Bee", "Suspect DOB": "1/2/1980",
    }  # fmt: skip
    return [str(cells.get(column, "")) for column in COLUMNS]


def written(kinds):
    text = csv_text([dict.fromkeys(COLUMNS, "")]).splitlines()[0] + "\n"
    for number, (kind, odd) in enumerate(kinds, start=1):
        if kind in RAW:
            text += RAW[kind].format(line=",".join(good(number)))
        else:
            text += _line(KINDS[kind](good(number), odd))
    return text


def _line(cells):
    return ",".join(f'"{cell}"' if set(cell) & set(',"\n') else cell for cell in cells) + "\n"


@dataclass(frozen=True)
class Spoilt:
    """What became of a file: `reasons` counts the rows set aside by why, and `texts` those whose text was kept."""

    read: int
    kept: int
    reasons: Counter[str]
    texts: int


def read_spoilt(kinds):
    """A file with a row a kind, read by the card of the tests; raises BadInput where it is refused whole."""
    with duck.connect(may_spill=False) as connection:
        reading = Reading(connection, card(), KEY, name="watch.csv")
        reading.take(written(kinds).encode("utf-8", "replace"))
        if reading.counted() == (0, 0):
            return Spoilt(0, 0, Counter(), 0)
        place_points(connection, snap_m=0, outlines=())
        read, kept = reading.counted()
        found = connection.execute("SELECT reason FROM found WHERE reason IS NOT NULL").fetchall()
        texts = connection.execute("SELECT count(text) FROM found").fetchall()[0][0]
    return Spoilt(read, kept, Counter(reason for (reason,) in found), texts)
