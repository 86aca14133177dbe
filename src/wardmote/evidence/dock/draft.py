"""A first card for a file that no card fits: guessed from its headings and its first rows, each guess said to be one."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from wardmote.definitions.card import WORDED, Target
from wardmote.definitions.card_parts import ALL_DATE_FORMS
from wardmote.definitions.cards import shipped_cards
from wardmote.errors import BadInput
from wardmote.evidence.dock.guesses import Guess, guess_column, is_number
from wardmote.evidence.dock.guesses_by_table import guess_episode, guess_tally
from wardmote.evidence.dock.layout import plain_heading
from wardmote.evidence.dock.outline import FIGURE, Outline, Taken, card_text, is_readable
from wardmote.evidence.dock.sheets import Row, Sheet, sheets_of
from wardmote.evidence.dock.which_table import Seen, which_table

_ROWS_LOOKED_AT = 2_000
_ROWS_ABOVE = 40
_HEADING = re.compile(
    r"\b(date|time|ref|reference|number|no|id|type|category|code|name|status|outcome|area|ward|location|postcode|lsoa|"
    r"easting|northing|latitude|longitude|age|sex|gender|description|reason|on|from|to|month|quarter|year|period|week|as at|town|total|count|cost|"
    r"referred|started|completed)\b",
    re.IGNORECASE,
)
# A word that so many rows share is a kind of thing and hardly somebody's name; a person still looks over them.
_FEWEST_ROWS_OF_A_WORD = 5
_LONGEST_HEADING = 120
_MOST_COLUMNS = 200
UNKNOWN_PARTNER = "say who sends it"
_DATES: dict[Target, tuple[str, ...]] = {
    "events": ("recorded", "occurred"),
    "episodes": ("referred", "started", "completed"),
    "tallies": ("first", "year"),
}
_PLACES = frozenset({"easting", "longitude", "grid_reference", "lsoa_code", "postcode"})


@dataclass(frozen=True)
class Draft:
    """What a file's columns are guessed to be, why its rows go into that table, and what nobody can guess from a file."""

    outline: Outline
    columns: tuple[Seen, ...]
    why_table: str
    to_check: tuple[str, ...]

    def words_of(self, heading: str) -> tuple[str, ...]:
        """The words of a column that many rows share."""
        return next((_shared_words(one.values) for one in self.columns if one.heading == heading), ())

    @property
    def text(self) -> str:
        """The card as a file."""
        return card_text(self.outline)


def draft_card(content: bytes, *, name: str, title: str, table: Target | None = None) -> Draft:
    """The draft for a file, for the `table` named or the one that its columns speak for.

    Raises BadInput where no table with dates can be found in it.
    """
    columns = seen_columns(content, name=name)
    chosen, why = which_table(columns)
    target = table or chosen
    guesses = tuple(_whole_people(tuple(_guesses(columns, target))))
    if table is None and not any(guess.field in _DATES[target] for guess in guesses):
        raise BadInput(
            "has no column that looks like a date of an event",
            where=name,
            do="write the card by hand from one that ships",
        )
    words = {guess.field: _shared_words(one.values) for guess, one in zip(guesses, columns, strict=True)}
    outline = Outline(
        title=title,
        partner=UNKNOWN_PARTNER,
        table=target,
        taken=tuple(Taken(guess.heading, guess.field, guess.why) for guess in guesses),
        words={field: words[field] for field in WORDED[target] if field in words},
        dates=("month", *ALL_DATE_FORMS) if target == "tallies" else ALL_DATE_FORMS,
    )
    return Draft(outline, columns, why, tuple(_to_check(outline)))


def seen_columns(content: bytes, *, name: str) -> tuple[Seen, ...]:
    """The columns of the first table in a file, with what stands in its first rows."""
    headings, rows = _table(sheets_of(content, name=name), name)
    if len(headings) > _MOST_COLUMNS or any(len(heading) > _LONGEST_HEADING for heading in headings):
        raise BadInput(
            f"has more than {_MOST_COLUMNS} columns, or a heading that is longer than a heading is",
            where=name,
            do="take away the columns that nobody needs, and shorten the headings",
        )
    return tuple(
        Seen(heading, tuple(row[place].strip() for row in rows if place < len(row) and row[place].strip()))
        for place, heading in enumerate(headings)
    )


def _table(sheets: Sequence[Sheet], name: str) -> tuple[list[str], list[list[str]]]:
    for sheet in sheets:
        rows = list(islice(sheet.rows(), _ROWS_LOOKED_AT))
        for number, row in enumerate(rows[:_ROWS_ABOVE]):
            cells = [cell.strip() for cell in row.cells]
            while cells and not cells[-1]:
                cells.pop()
            if _is_header(cells, rows[number + 1 :]):
                return cells, [one.cells for one in rows[number + 1 :] if len(one.cells) >= len(cells) / 2]
    raise BadInput("has no row of headings that can be told", where=name, do="take away what stands above the table")


def _is_header(cells: Sequence[str], below: Sequence[Row]) -> bool:
    """Three headings at the least, all different, nearly all with letters, and something below them."""
    given = [cell for cell in cells if cell]
    words = [cell for cell in given if re.search(r"[A-Za-z]", cell) and not re.search(r"\d{2}/\d{2}", cell)]
    # A file without headings begins with somebody's record, which may not be taken for them and written into a card.
    told = sum(1 for cell in given if _HEADING.search(cell.replace("_", " ")))
    if told < 1 or (told < 2 and not _has_numbers_below(below, width=len(cells))):
        return False
    is_whole = len(given) >= max(3, 0.8 * len(cells)) and len({cell.lower() for cell in given}) == len(given)
    return bool(is_whole and below and len(words) >= 0.9 * len(given))


def _has_numbers_below(below: Sequence[Row], *, width: int) -> bool:
    """Whether a column has nothing but numbers, as one with a heading and without records in words may have."""
    rows = [row.cells for row in below if len(row.cells) >= width]
    return any(rows and all(is_number(row[place]) for row in rows) for place in range(width))


def _guesses(columns: Sequence[Seen], table: Target) -> Iterator[Guess]:
    known = _known_headings()
    taken: list[str] = []
    for one in columns:
        guess = _guess(one, table, known.get(plain_heading(one.heading), ()), taken)
        # Of two columns that look alike, the first is taken and the second left for a person to decide.
        if not is_readable(one.heading) or (guess.field in taken and guess.field != FIGURE):
            guess = Guess(one.heading, "", guess.why)
        taken.append(guess.field)
        yield guess


def _guess(one: Seen, table: Target, known: Sequence[str], taken: Sequence[str]) -> Guess:
    if table == "tallies":
        return guess_tally(one, taken)
    return guess_episode(one, taken) if table == "episodes" else guess_column(one.heading, one.values, known=known)


def _whole_people(guesses: Sequence[Guess]) -> Iterator[Guess]:
    """The guesses without parts of people that are too few to tell one person from another."""
    fields = {guess.field for guess in guesses}
    for guess in guesses:
        role, _, part = guess.field.partition(".")
        is_whole = f"{role}.reference" in fields or {f"{role}.surname", f"{role}.born"} <= fields
        if part and role != "flags" and not is_whole:
            yield Guess(guess.heading, "", f"too little to tell one {role} from another")
        else:
            yield guess


def _shared_words(values: Sequence[str]) -> tuple[str, ...]:
    counted = Counter(" ".join(value.split()) for value in values)
    return tuple(sorted(word for word, rows in counted.items() if rows >= _FEWEST_ROWS_OF_A_WORD))


def _known_headings() -> dict[str, tuple[str, ...]]:
    """What the headings of the cards that ship for events are read as."""
    found: dict[str, tuple[str, ...]] = {}
    for card in shipped_cards():
        if card.table == "events":
            for field, headings in card.all_headings().items():
                for heading in map(plain_heading, headings):
                    found[heading] = (*found.get(heading, ()), field)
    return found


def _to_check(outline: Outline) -> Iterator[str]:
    fields = set(outline.fields)
    if outline.table == "events":
        yield "who the partner is, and what one record is (crime, incident, fire, attendance, call, collision, exclusion, referral)"
        if not fields & _PLACES:
            yield "no place was found: without one, the records cannot be counted by area"
        if "category" not in fields:
            yield "no category was found: name the column that says what happened"
    else:
        yield "who the partner is"
    if any(outline.words.values()):
        yield "the words under codes: take out any that says who somebody is, and add those that are missing"
    yield from (f"“{one.heading}” is not read" for one in outline.taken if not one.field)
    yield "whether there was a change in recording: name it under breaks"
