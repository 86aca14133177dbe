"""What is wrong with what somebody said of a file's columns, in sentences."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from wardmote.evidence.dock.field_words import label_of
from wardmote.evidence.dock.outline import FIGURE, Outline, roles_of

_PAIRS = (("easting", "northing"), ("longitude", "latitude"))
# Text in these is stored as it stands or in words, so that no column that says who somebody is may be taken for one.
_STORED = {"category", "section", "outcome", "offence_code", "programme", "status", "item", "detail", "area_name"}
_SAYS_WHO = re.compile(
    r"\b(sur ?name|fore ?name|(first|last|family|given|full|middle) name|d ?o ?b|date of birth|birth|born|address|phone|"
    r"mobile|e ?mail|nhs|national insurance|ni number|(victim|suspect|offender|client|caller|person)s? name)\b|^name$"
)
_NEEDED = {
    "events": (("occurred", "recorded"), "Say which column is the date: when it happened, or when it was recorded"),
    "episodes": (
        ("referred", "started", "completed"),
        "Say which column is a date: when the person was referred, started or completed",
    ),
    "tallies": (("first", "year"), "Say which column is the period: its first day or month, or its year"),
}


@dataclass(frozen=True)
class Fault:
    """One thing to mend: `place` is `title`, `partner`, `dates`, or the number of a column as text."""

    place: str
    sentence: str


def faults_of(outline: Outline) -> tuple[Fault, ...]:
    """Everything that keeps an outline from being a card, in the order of the page."""
    return (*_texts(outline), *_columns(outline), *_whole(outline), *_dates(outline))


def says_who(heading: str) -> bool:
    """Whether a heading promises names, birth dates or addresses."""
    return bool(_SAYS_WHO.search(re.sub(r"[\W_]+", " ", heading.lower()).strip()))


def _texts(outline: Outline) -> Iterator[Fault]:
    if not outline.title.strip():
        yield Fault("title", "Enter what these files are called, such as Parks log")
    if not outline.partner.strip():
        yield Fault("partner", "Enter who sends the file, such as the council’s parks team")


def _columns(outline: Outline) -> Iterator[Fault]:
    times = Counter(one for one in outline.fields if one != FIGURE)
    seen: set[str] = set()
    for number, one in enumerate(outline.taken):
        name = one.field
        if times[name] > 1 and name in seen:
            yield Fault(str(number), f"Two columns are taken for {label_of(name).lower()}: choose one of them")
        if name in _STORED and says_who(one.heading):
            yield Fault(
                str(number),
                f"“{one.heading}” seems to say who somebody is, and this would be stored: choose a part of a person, or not read",
            )
        seen.add(name)


def _whole(outline: Outline) -> Iterator[Fault]:
    fields, sentence = _NEEDED[outline.table]
    if not set(fields) & set(outline.fields):
        yield Fault("0", sentence)
    if outline.table == "tallies" and FIGURE not in outline.fields:
        yield Fault("0", "Say which column, or columns, hold the figures")
    for pair in _PAIRS:
        there = [name for name in pair if name in outline.fields]
        if len(there) == 1:
            missing = next(name for name in pair if name not in there)
            yield Fault(
                _number_of(outline, there[0]), f"{label_of(there[0])} stands alone: say which column is the {missing}"
            )
    for role, parts in roles_of(outline).items():
        if "reference" not in parts and not {"surname", "born"} <= set(parts):
            where = _number_of(outline, f"{role}.{next(iter(parts))}")
            yield Fault(
                where, f"The {role} needs a number of their own, or a surname and a birth date, to be told from others"
            )


def _number_of(outline: Outline, name: str) -> str:
    return str(next(number for number, one in enumerate(outline.taken) if one.field == name))


def _dates(outline: Outline) -> Iterator[Fault]:
    if not outline.dates:
        yield Fault("dates", "Choose at least one way in which dates are written")
    if {"day-first", "month-first"} <= set(outline.dates):
        yield Fault(
            "dates", "Dates in figures begin with the day or with the month, not with either: choose one of the two"
        )
