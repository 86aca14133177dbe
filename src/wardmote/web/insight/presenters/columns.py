"""The page on which somebody says what the columns of a file are."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from wardmote.definitions.card import WORDED
from wardmote.definitions.card_parts import Record
from wardmote.evidence.dock.draft import Draft
from wardmote.evidence.dock.field_words import choices_for, label_of
from wardmote.evidence.dock.outline import Outline, Taken, is_readable
from wardmote.evidence.dock.outline_faults import Fault
from wardmote.evidence.dock.which_table import Seen
from wardmote.web.core.components import Choices, Input, Link, Option, OptionGroup, Select
from wardmote.web.core.wording import plural

TABLES = {
    "events": "One event: a crime, an incident, a fire, a call, a complaint",
    "episodes": "One person’s time on a programme",
    "tallies": "A figure that was already counted, for a period and perhaps a place",
}
_DATES = {
    "iso": "2024-04-03 (year first)",
    "day-first": "3/4/2024 for 3 April (day first)",
    "month-first": "4/3/2024 for 3 April (month first)",
    "day-month-name": "3 April 2024 or 03-Apr-24",
    "compact": "20240403",
    "month": "April 2024 or 2024-04",
    "excel": "45385 (a spreadsheet’s own number)",
}


@dataclass(frozen=True)
class ColumnsPage:
    """The form, from top to bottom."""

    name: str
    why_table: str
    table: Choices
    texts: tuple[Input, ...]
    record: Select | None
    columns: tuple[Select, ...]
    words: tuple[Input, ...]
    dates: Choices
    more: tuple[Input, ...]
    errors: tuple[Link, ...]


def columns_page(outline: Outline, draft: Draft, faults: Sequence[Fault], *, name: str) -> ColumnsPage:
    """The page for what is said of a file so far; each fault stands beside its field and in the summary."""
    said: dict[str, str] = {}
    for fault in faults:
        said[fault.place] = f"{said[fault.place]}. {fault.sentence}" if fault.place in said else fault.sentence
    return ColumnsPage(
        name=name,
        why_table=draft.why_table,
        table=Choices("table", "What is one row of this file?", _options(TABLES, {outline.table})),
        texts=(
            Input("title", "What to call such files", outline.title, "For example: Parks log", said.get("title", "")),
            Input(
                "partner", "Who sends them", outline.partner, "For example: council parks team", said.get("partner", "")
            ),
        ),
        record=_record(outline) if outline.table == "events" else None,
        columns=tuple(
            _column(number, one, seen, outline, said.get(str(number), ""))
            for number, (one, seen) in enumerate(zip(outline.taken, draft.columns, strict=True))
        ),
        words=tuple(
            _words(name, outline, said.get(f"words-{name}", ""))
            for name in WORDED[outline.table]
            if name in outline.fields
        ),
        dates=Choices(
            "dates",
            "How dates are written",
            _options(_DATES, outline.dates),
            is_several=True,
            error=said.get("dates", ""),
        ),
        more=(_square(outline, said.get("snap_m", "")),) if outline.table == "events" else (),
        errors=tuple(Link(sentence, f"#{_id(place)}") for place, sentence in said.items()),
    )


def _options(words: Mapping[str, str], chosen: Collection[str]) -> tuple[Option, ...]:
    return tuple(Option(value, text, value in chosen) for value, text in words.items())


def _record(outline: Outline) -> Select:
    options = tuple(Option(one, one.capitalize(), one == outline.record) for one in get_args(Record))
    return Select("record", "What each row is a record of", (OptionGroup("", options),))


def _column(number: int, one: Taken, seen: Seen, outline: Outline, error: str) -> Select:
    groups = [OptionGroup("", (Option("", "Not read", not one.field),))]
    if is_readable(one.heading):
        groups += [
            OptionGroup(label, tuple(Option(field, label_of(field), field == one.field) for field in fields))
            for label, fields in choices_for(outline.table)
        ]
    return Select(_id(str(number)), one.heading, tuple(groups), hint=_hint(one, seen), error=error)


def _hint(one: Taken, seen: Seen) -> str:
    """What stands in a column, without saying any of it."""
    if not seen.values:
        return "Nothing stands in it."
    filled = f"Filled in {plural(len(seen.values), 'row')} of those looked at, with {plural(seen.different, 'different value')}"
    return f"{filled}. Guessed: {one.why}." if one.field and one.why else f"{filled}."


def _words(name: str, outline: Outline, error: str) -> Input:
    return Input(
        f"words-{name}",
        f"Words of “{label_of(name).lower()}” that may be stored",
        "\n".join(outline.words.get(name, ())),
        "One on each line. Take out any that says who somebody is. A word that is not listed is not stored; its row is.",
        error,
        rows=6,
    )


def _square(outline: Outline, error: str) -> Input:
    hint = (
        "Points are moved to the middle of a square of so many metres, so that they point to no house. 0 leaves them."
    )
    return Input("snap_m", "How far to blur points, in metres", str(outline.snap_m), hint, error)


def _id(place: str) -> str:
    return f"column-{place}" if place.isdigit() else place
