"""Rows spoilt in fifty ways: each is kept or set aside with a reason, and nothing falls over."""

from dock_files import card, csv_text, incident
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wardmote.errors import BadInput
from wardmote.evidence import duck
from wardmote.evidence.dock.chunks import NOT_TEXT, TOO_FEW, TOO_MANY
from wardmote.evidence.dock.csv_records import NOT_CLOSED
from wardmote.evidence.dock.points import place_points
from wardmote.evidence.dock.reading import SUMMARY, Reading
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
REASONS = {TOO_FEW, TOO_MANY, NOT_CLOSED, NOT_TEXT, SUMMARY}


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


def test_there_are_fifty_kinds():
    assert len(KINDS) + len(RAW) >= 50


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.sampled_from([*KINDS, *RAW]), st.integers(0, len(COLUMNS) - 1)), min_size=1, max_size=60))
def test_every_row_is_kept_or_set_aside(kinds):
    with duck.connect(may_spill=False) as connection:
        reading = Reading(connection, card(), KEY, name="watch.csv")
        try:
            reading.take(written(kinds).encode("utf-8", "replace"))
        except BadInput:
            # A file whose beginning holds no header any more is refused whole, in one sentence.
            return
        if reading.counted() != (0, 0):
            place_points(connection, snap_m=0, outlines=())
        read, kept = reading.counted()
        reasons = connection.execute("SELECT reason FROM found WHERE reason IS NOT NULL").fetchall() if read else []
        texts = connection.execute("SELECT count(text) FROM found").fetchall()[0][0] if read else 0
    assert read == kept + len(reasons)
    assert texts == 0
    assert kept >= sum(1 for kind, _ in kinds if kind == "good") - _swallowed(kinds)
    assert all(reason and "Bee" not in reason for (reason,) in reasons)


def _swallowed(kinds):
    """A quotation mark that is closed again within fifty lines takes the rows between with it, as CSV has it."""
    return len(kinds) if any("quotation" in kind or kind == "odd text 3" for kind, _ in kinds) else 0


def test_each_kind_alone_among_good_rows():
    for kind in [*KINDS, *RAW]:
        with duck.connect(may_spill=False) as connection:
            reading = Reading(connection, card(), KEY, name="watch.csv")
            reading.take(written([("good", 0), (kind, 4), ("good", 0)]).encode("utf-8", "replace"))
            read, kept = reading.counted()
            aside = connection.execute("SELECT count(*) FROM found WHERE reason IS NOT NULL").fetchall()[0][0]
        assert (read, kept >= 2) == (kept + aside, True), kind
