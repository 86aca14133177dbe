"""What the columns of a file of people on a programme, or of figures already counted, seem to hold."""

import re
from collections.abc import Sequence

from wardmote.evidence.dock.guesses import PERSON_PARTS, Guess, is_date
from wardmote.evidence.dock.outline import FIGURE
from wardmote.evidence.dock.which_table import Seen, is_counted, is_date_column, is_period, is_year

_BY_HEADING = "by its heading"
_LINKED = re.compile(r"victim|partner|linked")
_ALONG = (
    ("referred", r"refer"),
    ("completed", r"terminat|complete|completion|discharg|close|closing|exit|finish|\bend"),
    ("started", r"sentence|start|began|commenc|triage|admit|admission"),
)
_EPISODE_WORDS = (
    ("status", r"status|reason|outcome|result"),
    ("programme", r"programme|\border\b|service|course|intervention|treatment"),
)
_TALLY_WORDS = (("item", r"type|categor|measure|indicator|scheme"), ("detail", r"detail|course|title|session"))
# Their names stand in such files too, and they are not whom the file is about.
_SOMEBODY_ELSE = re.compile(
    r"work|officer|referrer|referring|\bgp\b|manager|staff|tutor|nurse|contact|\bkin\b|emergency"
)
_AREA = re.compile(r"\btown|area|ward|district|council|authority|locality|partnership|place")
_AREA_CODE = re.compile(r"^[EWNSK]\d{8}$")


def guess_episode(column: Seen, taken: Sequence[str]) -> Guess:
    """What a column of a file of people on a programme is taken for; `taken` are the fields that are so already."""
    words = column.words
    if _SOMEBODY_ELSE.search(words) and not is_date_column(column):
        return Guess(column.heading, "", "seems to be of somebody whom the file is not about")
    role = "linked" if _LINKED.search(words) else "subject"
    for part, pattern in PERSON_PARTS.items():
        if re.search(pattern, words) and f"{role}.{part}" not in taken:
            return Guess(column.heading, f"{role}.{part}", "by its heading; people become pseudonyms")
    if is_date_column(column):
        return _first(column, _ALONG, taken, "its values are dates, and by its heading")
    return _first(column, _EPISODE_WORDS, taken, _BY_HEADING)


def guess_tally(column: Seen, taken: Sequence[str]) -> Guess:
    """What a column of figures already counted is taken for."""
    if is_counted(column):
        return Guess(column.heading, FIGURE, "its values are numbers")
    field, why = _of_a_period(column, taken) or _of_an_area(column) or ("", "")
    if field:
        return _once(column.heading, field, why, taken)
    return _first(column, _TALLY_WORDS, taken, _BY_HEADING)


def _of_a_period(column: Seen, taken: Sequence[str]) -> tuple[str, str] | None:
    if is_year(column):
        return "year", "its values are years"
    if "quarter" in column.words and "year" in taken:
        return "quarter", _BY_HEADING
    if is_period(column) or (column.values and all(map(is_date, column.values))):
        is_end = re.search(r"\bto\b|\bend", column.words) and "first" in taken
        return "last" if is_end else "first", "its values are months or dates"
    return None


def _of_an_area(column: Seen) -> tuple[str, str] | None:
    if column.values and all(_AREA_CODE.match(value) for value in column.values):
        return "area_code", "its values are codes of areas"
    return ("area_name", _BY_HEADING) if _AREA.search(column.words) else None


def _first(column: Seen, patterns: Sequence[tuple[str, str]], taken: Sequence[str], why: str) -> Guess:
    field = next((field for field, pattern in patterns if re.search(pattern, column.words)), "")
    return _once(column.heading, field, why, taken)


def _once(heading: str, field: str, why: str, taken: Sequence[str]) -> Guess:
    return (
        Guess(heading, field, why) if field and field not in taken else Guess(heading, "", "nothing that a card reads")
    )
