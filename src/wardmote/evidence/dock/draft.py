"""A first card for a file that no card fits: guessed from its headings and its first rows, each guess said to be one."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from wardmote.definitions.cards import shipped_cards
from wardmote.errors import BadInput
from wardmote.evidence.dock.guesses import Guess, guess_column
from wardmote.evidence.dock.layout import plain_heading
from wardmote.evidence.dock.sheets import Sheet, sheets_of

_ROWS_LOOKED_AT = 400
_ROWS_ABOVE = 40
_HEADING = re.compile(
    r"\b(date|time|ref|reference|number|no|id|type|category|code|name|status|outcome|area|ward|location|postcode|lsoa|"
    r"easting|northing|latitude|longitude|age|sex|gender|description|reason|on|from|to)\b",
    re.IGNORECASE,
)
_DATES = ("recorded", "occurred")
# A word that so many rows share is a kind of thing and hardly somebody's name; a person still looks over them.
_FEWEST_ROWS_OF_A_WORD = 5
_ELSE = {
    "category": "otherwise: another kind",
    "outcome": "otherwise: another outcome",
    "section": "unlisted: leave-out",
}


@dataclass(frozen=True)
class Draft:
    """A card as text, what was guessed, and what nobody can guess from a file."""

    text: str
    guesses: tuple[Guess, ...]
    to_check: tuple[str, ...]


def draft_card(content: bytes, *, name: str, title: str) -> Draft:
    """The draft for a file; raises BadInput where no table can be found in it."""
    headings, rows = _table(sheets_of(content, name=name), name)
    guesses = tuple(_guesses(headings, rows))
    if not any(guess.field in _DATES for guess in guesses):
        raise BadInput(
            "has no column that looks like a date of an event",
            where=name,
            do="write the card by hand from one that ships",
        )
    return Draft(_text(guesses, title), guesses, tuple(_to_check(guesses)))


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


def _is_header(cells: Sequence[str], below: Sequence[object]) -> bool:
    """Three headings at the least, all different, nearly all with letters, and something below them."""
    given = [cell for cell in cells if cell]
    words = [cell for cell in given if re.search(r"[A-Za-z]", cell) and not re.search(r"\d{2}/\d{2}", cell)]
    # A file without headings begins with somebody's record, which may not be taken for them and written into a card.
    if sum(1 for cell in given if _HEADING.search(cell.replace("_", " "))) < 2:
        return False
    is_whole = len(given) >= max(3, 0.8 * len(cells)) and len({cell.lower() for cell in given}) == len(given)
    return bool(is_whole and below and len(words) >= 0.9 * len(given))


def _guesses(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[Guess]:
    known = _known_headings()
    taken: set[str] = set()
    for place, heading in enumerate(headings):
        values = [row[place].strip() for row in rows if place < len(row) and row[place].strip()]
        guess = guess_column(heading, values, known=known.get(plain_heading(heading), ()))
        # Of two columns that look alike, the first is taken and the second left for a person to decide.
        if guess.field and guess.field not in taken:
            taken.add(guess.field)
            yield replace(guess, words=_shared_words(values)) if guess.field in _ELSE else guess
        else:
            yield Guess(heading, "", guess.why if guess.field else "nothing that a card reads")


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


def _text(guesses: Sequence[Guess], title: str) -> str:
    columns = {guess.field: guess for guess in guesses if guess.field and "." not in guess.field}
    recognised = [field for field in ("reference", "category", *_DATES) if field in columns]
    lines = [f"title: {_quoted(title)}", "partner: say who sends it", "table: events", "record: incident"]
    lines += [f"recognise: [{', '.join(recognised)}]", "columns:"]
    lines += [f"  {field}: [{_quoted(guess.heading)}]  # {guess.why}" for field, guess in columns.items()]
    lines += list(_codes([guess for guess in guesses if guess.field in _ELSE]))
    flags = [guess for guess in guesses if guess.field.startswith("flags.")]
    if flags:
        lines += ["flags:", "  answered:"]
        lines += [
            f"    {guess.field.removeprefix('flags.')}: {{columns: [{_quoted(guess.heading)}]}}  # {guess.why}"
            for guess in flags
        ]
    lines += list(_people(guesses))
    return "\n".join(lines) + "\n"


def _codes(guesses: Sequence[Guess]) -> Iterator[str]:
    if guesses:
        yield "codes:"
    for guess in guesses:
        yield f"  {guess.field}:"
        if guess.words:
            yield f"    words:  # those that {_FEWEST_ROWS_OF_A_WORD} rows or more share"
        yield from (f"      {_quoted(word)}: []" for word in guess.words)
        yield f"    {_ELSE[guess.field]}"


def _people(guesses: Sequence[Guess]) -> Iterator[str]:
    parts = {guess.field: guess for guess in guesses if "." in guess.field and not guess.field.startswith("flags.")}
    roles = [
        role
        for role in dict.fromkeys(field.split(".")[0] for field in parts)
        if f"{role}.reference" in parts or {f"{role}.surname", f"{role}.born"} <= set(parts)
    ]
    if roles:
        yield "people:"
    for role in roles:
        yield f"  - role: {role}"
        for field, guess in parts.items():
            if field.startswith(f"{role}."):
                yield f"    {field.split('.')[1]}: [{_quoted(guess.heading)}]  # {guess.why}"


def _to_check(guesses: Sequence[Guess]) -> Iterator[str]:
    yield "who the partner is, and what one record is (crime, incident, fire, attendance, call, collision, exclusion, referral)"
    fields = {guess.field for guess in guesses}
    if not fields & {"easting", "longitude", "grid_reference", "lsoa_code", "postcode"}:
        yield "no place was found: without one, the records cannot be counted by area"
    if "category" not in fields:
        yield "no category was found: name the column that says what happened"
    if any(guess.words for guess in guesses):
        yield "the words under codes: take out any that says who somebody is, and add those that are missing"
    yield from (f"“{guess.heading}” is not read" for guess in guesses if not guess.field)
    yield "whether there was a change in recording: name it under breaks"


def _quoted(text: str) -> str:
    return "'" + " ".join(text.split()).replace("'", "''") + "'"
