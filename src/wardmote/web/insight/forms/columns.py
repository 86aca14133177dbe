"""What somebody says of a file's columns, as it comes from the page; whatever was typed is kept."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import cast, get_args

from django.http import QueryDict

from wardmote.definitions.card import WORDED, Target
from wardmote.definitions.card_parts import DateForm, Record
from wardmote.evidence.dock.draft import Draft
from wardmote.evidence.dock.field_words import choices_for
from wardmote.evidence.dock.outline import Outline, Taken
from wardmote.evidence.dock.outline_faults import Fault, faults_of

_LONGEST = 120
_MOST_WORDS = 500
_FURTHEST_M = 5_000


def table_of(data: QueryDict) -> Target:
    """What one row of the file is said to be."""
    return cast("Target", _one_of(data.get("table"), get_args(Target)))


def outline_of(data: QueryDict, before: Outline) -> Outline:
    """The outline as it was sent; the headings are those that were read from the file."""
    table = before.table
    known = {field for _, fields in choices_for(table) for field in fields}
    return replace(
        before,
        title=_line(data.get("title")),
        partner=_line(data.get("partner")),
        record=cast("Record", _one_of(data.get("record"), get_args(Record))),
        taken=tuple(_taken(data, number, one, known) for number, one in enumerate(before.taken)),
        words={name: tuple(_words(data.get(f"words-{name}", ""))) for name in WORDED[table]},
        dates=tuple(one for one in get_args(DateForm) if one in data.getlist("dates")),
        snap_m=_metres(data.get("snap_m")),
    )


def with_words_found(sent: Outline, before: Outline, draft: Draft) -> tuple[Outline, tuple[Fault, ...]]:
    """The outline with the words of each column that is newly taken for a field stored in words, to be looked over."""
    words, faults = dict(sent.words), []
    for name in WORDED[sent.table]:
        heading = sent.heading_of(name)
        if heading and heading != before.heading_of(name) and not words.get(name):
            words[name] = draft.words_of(heading)
            if words[name]:
                sentence = (
                    f"Look over these words, which were found in “{heading}”: take out any that says who somebody is"
                )
                faults.append(Fault(f"words-{name}", sentence))
    return replace(sent, words=words), tuple(faults)


def all_faults(outline: Outline) -> tuple[Fault, ...]:
    """Everything to mend before there is a card."""
    far = outline.snap_m < 0 or outline.snap_m > _FURTHEST_M
    sentence = f"Enter how far to blur points, as whole metres from 0 to {_FURTHEST_M:,}"
    return (*faults_of(outline), *((Fault("snap_m", sentence),) if far else ()))


def _taken(data: QueryDict, number: int, one: Taken, known: Collection[str]) -> Taken:
    sent = data.get(f"column-{number}", "")
    field = sent if sent in known else ""
    return Taken(one.heading, field, one.why if field == one.field else "")


def _words(text: str) -> Iterator[str]:
    lines = dict.fromkeys(_line(line) for line in text.splitlines())
    yield from [line for line in lines if line][:_MOST_WORDS]


def _line(text: str | None) -> str:
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text or "").split())[:_LONGEST]


def _metres(text: str | None) -> int:
    plain = (text if text is not None else "100").strip()
    return int(plain) if plain.isdecimal() and len(plain) < 7 else -1


def _one_of(value: str | None, known: tuple[str, ...]) -> str:
    return value if value in known else known[0]
