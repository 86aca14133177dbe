"""The fields of a card as people say them, and which a file of each kind may have."""

from wardmote.definitions.card import FIELDS, ROLES, Target
from wardmote.evidence.dock.guesses import FLAGS
from wardmote.evidence.dock.outline import FIGURE

Choices = tuple[tuple[str, tuple[str, ...]], ...]

_LABELS = {
    "reference": "The record’s own number",
    "category": "What kind it was",
    "offence_code": "Offence code",
    "occurred": "When it happened, or began",
    "occurred_to": "When it ended",
    "occurred_time": "The time of day it happened",
    "recorded": "When it was recorded",
    "section": "Section or ward",
    "outcome": "How it ended",
    "outcome_on": "When it ended so",
    "amount": "An amount of money",
    "longitude": "Longitude",
    "latitude": "Latitude",
    "easting": "Easting",
    "northing": "Northing",
    "grid_reference": "Grid reference",
    "postcode": "Postcode (only its sector is stored)",
    "lsoa_code": "LSOA code",
    "programme": "The programme",
    "referred": "When they were referred",
    "started": "When they started",
    "completed": "When they completed or left",
    "status": "How it stands or ended",
    "item": "What is counted",
    "detail": "A detail of what is counted",
    "first": "The first day of the period, or its month",
    "last": "The last day of the period",
    "year": "The year, such as 2024-25",
    "quarter": "The quarter of the year",
    "area_code": "The area’s code",
    "area_name": "The area’s name",
    FIGURE: "A figure to keep",
}
_PARTS = {
    "reference": "number of their own",
    "forename": "forename",
    "surname": "surname",
    "born": "birth date",
    "sex": "sex (for linking only)",
    "postcode": "postcode (for linking only)",
}
_ROLE_WORDS = {"subject": "person", "linked": "linked person"}
_WHERE = ("section", "lsoa_code", "postcode", "easting", "northing", "longitude", "latitude", "grid_reference")
_WHEN = ("recorded", "occurred", "occurred_to", "occurred_time", "outcome_on", "referred", "started", "completed")
_PERIOD = ("first", "last", "year", "quarter")


def label_of(name: str) -> str:
    """A field as a person says it."""
    role, _, part = name.partition(".")
    if not part:
        return _LABELS.get(name, name)
    if role == "flags":
        return f"Whether it had to do with {part.replace('-', ' ')}"
    return f"The {_ROLE_WORDS.get(role, role)}’s {_PARTS[part]}"


def choices_for(table: Target) -> Choices:
    """What a column of such a file may be taken for, in groups."""
    fields = FIELDS[table]
    groups: list[tuple[str, tuple[str, ...]]] = [
        ("What", tuple(one for one in fields if one not in (*_WHERE, *_WHEN, *_PERIOD))),
        ("When", tuple(one for one in (*_WHEN, *_PERIOD) if one in fields)),
        ("Where", tuple(one for one in _WHERE if one in fields)),
    ]
    if table == "tallies":
        groups.insert(0, ("Figures", (FIGURE,)))
    if table == "events":
        groups.append(("Yes or no", tuple(f"flags.{flag}" for flag in FLAGS)))
    groups += [
        (f"The {_ROLE_WORDS.get(role, role)}", tuple(f"{role}.{part}" for part in _PARTS)) for role in ROLES[table]
    ]
    return tuple(group for group in groups if group[1])
