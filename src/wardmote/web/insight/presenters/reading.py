"""A file that waits: what it is, how it would be read, and why rows of it would be set aside."""

from collections.abc import Iterator
from dataclasses import dataclass

from wardmote.definitions.card import ROLES
from wardmote.evidence.dock.field_words import label_of
from wardmote.evidence.dock.preview import Preview
from wardmote.evidence.remedies import remedy_of
from wardmote.web.core.components import Cell, Input, Option, OptionGroup, Select, Table
from wardmote.web.core.wording import plural
from wardmote.web.insight.queries.waiting import Found

_HEADS = {
    "category": "Kind",
    "offence_code": "Offence code",
    "occurred_on": "Happened on",
    "occurred_hour": "At hour",
    "recorded_on": "Recorded on",
    "section": "Section",
    "outcome": "Outcome",
    "outcome_on": "Outcome on",
    "amount": "Amount (£)",
    "lsoa_code": "LSOA",
    "postcode": "Postcode sector",
    "longitude": "Longitude",
    "latitude": "Latitude",
    "flags": "Flagged as",
    "programme": "Programme",
    "referred_on": "Referred on",
    "started_on": "Started on",
    "completed_on": "Completed on",
    "status": "Status",
    "item": "What is counted",
    "detail": "Detail",
    "first": "First day",
    "last": "Last day",
    "area_code": "Area code",
    "area_name": "Area",
}
_PEOPLE = {"person": "Person", "linked_person": "Linked person"}
_HIDDEN = {"event", "record", "month", "answered", "area_kind"}
_A_PERSON = "a person"
_PSEUDONYMS = "People are stored as pseudonyms, which nobody without the key can turn back into names, and are shown as “a person”."


@dataclass(frozen=True)
class ReadingPage:
    """How one file would be read, from top to bottom. `choose` and `other` change the card."""

    name: str
    headline: str
    fits: str
    reasons: Table | None
    notes: tuple[str, ...]
    rows: Table | None
    columns: Table
    choose: Select | None
    other: Input
    is_drafted: bool


def reading_page(found: Found, seen: Preview, *, name: str, is_drafted: bool, error: str = "") -> ReadingPage:
    """The page for a partner's file and the card that reads it."""
    return ReadingPage(
        name=name,
        headline=_headline(seen),
        fits=_fits(seen, is_drafted=is_drafted),
        reasons=_reasons(seen) if seen.reasons else None,
        notes=tuple(f"{note}." for note in seen.notes),
        rows=_rows(seen) if seen.rows else None,
        columns=_columns(seen),
        choose=_choose(found) if len(found.cards) > 1 else None,
        other=Input(
            "partner",
            "Who sends it",
            hint="Their months are then kept apart from those of others who send files of the same form.",
            error=error,
        ),
        is_drafted=is_drafted,
    )


def _headline(seen: Preview) -> str:
    aside = seen.read - seen.kept
    if not seen.read:
        return "The file has headings and no rows, so there is nothing to load."
    of = f"Of {plural(seen.read, 'row')}" if seen.is_whole else f"Of the first {seen.read:,} rows"
    if not aside:
        return f"{of}, all will be kept."
    return f"{of}, {seen.kept:,} will be kept and {aside:,} set aside."


def _fits(seen: Preview, *, is_drafted: bool) -> str:
    card = seen.card
    if is_drafted:
        return f"It will be read as you said. That is kept as the card “{card.id}”, which reads the next file too."
    return f"It fits the card “{card.title}” ({card.id}), for files of this partner: {card.partner}."


def _reasons(seen: Preview) -> Table:
    return Table(
        caption="Why rows will be set aside, and what to do about it",
        heads=("Reason", "Rows", "Found in rows", "What to do"),
        rows=tuple(
            (
                Cell(reason.words[:1].upper() + reason.words[1:]),
                Cell(f"{reason.rows:,}", is_number=True),
                Cell(_numbers(reason.first_rows, of=reason.rows)),
                Cell(remedy_of(reason.words)),
            )
            for reason in seen.reasons
        ),
        numeric=frozenset({1}),
        notes=("Rows are numbered from the first below the headings.",),
    )


def _numbers(first: tuple[int, ...], *, of: int) -> str:
    listed = ", ".join(f"{number:,}" for number in first)
    return listed if of <= len(first) else f"{listed} and {of - len(first):,} more"


def _rows(seen: Preview) -> Table:
    places = tuple(_shown_columns(seen))
    return Table(
        caption=f"The first {plural(len(seen.rows), 'row')} as they will be stored",
        heads=tuple(head for _, head, _ in places),
        rows=tuple(
            tuple(Cell(_shown(row[place], is_person=is_person)) for place, _, is_person in places) for row in seen.rows
        ),
        notes=(_PSEUDONYMS,) if seen.card.table != "tallies" else (),
    )


def _shown_columns(seen: Preview) -> Iterator[tuple[int, str, bool]]:
    roles = ROLES[seen.card.table]
    for place, name in enumerate(seen.headings):
        if name in _HIDDEN or all(row[place] in (None, [], "") for row in seen.rows):
            continue
        is_person = name in roles or name in _PEOPLE
        yield place, _PEOPLE.get(name) or _HEADS.get(name, name.capitalize()), is_person


def _shown(value: object, *, is_person: bool) -> str:
    if value in (None, [], ""):
        return ""
    if is_person:
        return _A_PERSON
    if isinstance(value, list):
        return ", ".join(str(one).replace("-", " ") for one in value)
    return f"{value:,.6g}" if isinstance(value, float) else str(value)


def _columns(seen: Preview) -> Table:
    return Table(
        caption="What each column is taken as",
        heads=("Column of the file", "Taken as"),
        rows=tuple((Cell(one.heading or "no heading"), Cell(_taken(one.field))) for one in seen.columns),
    )


def _taken(field: str) -> str:
    if not field:
        return "not read"
    if field.startswith("values."):
        return f"The figure “{field.removeprefix('values.')}”"
    if field.startswith("flags.") and field.removeprefix("flags.").isdigit():
        return "Flags, by the words in it"
    if field.endswith(".pseudonym"):
        return "A pseudonym that the agency made"
    return "What tells a row of totals" if field == "totals" else label_of(field)


def _choose(found: Found) -> Select:
    cards = found.cards
    options = tuple(Option(one.id, f"{one.title} ({one.partner})", one == found.card) for one in cards)
    return Select("card", "Read it by another card that fits", (OptionGroup("", options),))
