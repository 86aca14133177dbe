"""What the rooms say on the overview: each says its own lines in `overview.py`, beside `urls.py`.

A room may offer `due(actor, on=)`, what falls due or is late; `new(actor, since=)`, what came since a day; `own(actor)`,
what is the actor's to do (`core.own`); and one of them offers `last_meeting(actor, on=)`, since which the reader asks.
Each says only what the actor may see.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Model, QuerySet
from django.urls import reverse

from wardmote.web.core.actors import Actor
from wardmote.web.core.components import Line, Link
from wardmote.web.core.own import OwnTasks
from wardmote.web.core.rooms import offered
from wardmote.web.core.wording import plain_day

# So many of one kind are told one by one; the others in one line together.
_TOLD = 2
_QUARTER_DAYS = 91
_OWN_DAYS = 14


@dataclass(frozen=True)
class DatedLine:
    """A line of the overview, and the day by which it stands among the others."""

    on: date
    line: Line


@dataclass(frozen=True)
class MeetingHeld:
    """The last meeting of the board, in words, and its day."""

    name: str
    held_on: date


def all_due(actor: Actor, *, on: date) -> tuple[Line, ...]:
    """What is due or late in every room and what is the actor's own to do, the longest overdue first."""
    found = [*_own(actor, on=on), *(one for due in offered("overview", "due") for one in due(actor, on=on))]
    return tuple(one.line for one in sorted(found, key=lambda one: one.on))


def all_new(actor: Actor, *, since: date) -> tuple[DatedLine, ...]:
    """What came since a day in every room, the newest first."""
    found = [one for new in offered("overview", "new") for one in new(actor, since=since)]
    return tuple(sorted(found, key=lambda one: one.on, reverse=True))


def _own(actor: Actor, *, on: date) -> Iterator[DatedLine]:
    """How much is the actor's to do, once the first of it falls due within a fortnight."""
    tasks = OwnTasks(actor)
    first = tasks[0].due_on if tasks else None
    if first and first <= on + timedelta(days=_OWN_DAYS):
        words = f"{tasks.number_in_words}, the first of them by {plain_day(first)}."
        yield dated(first, words, "See your actions", actor, "my-actions", label="Late" if first < on else "Due")


def last_meeting(actor: Actor, *, on: date) -> MeetingHeld | None:
    """The last meeting before a day, where a room keeps meetings and the actor may read of them."""
    return next((held for ask in offered("overview", "last_meeting") if (held := ask(actor, on=on))), None)


def since_of(meeting: MeetingHeld | None, *, on: date) -> date:
    """Since when the reader asks: since the last meeting or, where there was none, for a quarter."""
    return meeting.held_on if meeting else on - timedelta(days=_QUARTER_DAYS)


def dated(on: date, sentence: str, text: str, actor: Actor, page: str, *parts: object, label: str = "") -> DatedLine:
    """A line that leads to a page of the actor's partnership."""
    link = Link(text, reverse(page, args=[actor.partnership_slug, *parts]))
    return DatedLine(on, Line(sentence, link, label))


def first_few[R: Model](
    rows: QuerySet[R], *, one: Callable[[R], DatedLine], rest: Callable[[int, R], DatedLine]
) -> Iterator[DatedLine]:
    """The first rows one by one and the others, of which `rest` is given the first, in one line; two queries.

    Three are told one by one, rather than two and a line about one more.
    """
    first, number = list(rows[: _TOLD + 1]), rows.count()
    told = number if number <= _TOLD + 1 else _TOLD
    yield from (one(row) for row in first[:told])
    if number > told:
        yield rest(number - told, first[told])
