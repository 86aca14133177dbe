"""What the board, scrutiny and the law's clocks say on the overview."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from textwrap import shorten
from typing import Any

from django.db.models import F

from wardmote.web.core.actors import Actor
from wardmote.web.core.overview import DatedLine, MeetingHeld, dated, first_few
from wardmote.web.core.own import Own, Task
from wardmote.web.core.scope import seen_by
from wardmote.web.core.wording import plain_day, plural
from wardmote.web.governance.models import Meeting, MeetingAction
from wardmote.web.governance.presenters.addresses import to
from wardmote.web.governance.queries.asked import Asked, asked_of
from wardmote.web.governance.queries.compliance import due_soon, words_of_due
from wardmote.web.governance.queries.groups import board_of
from wardmote.web.governance.queries.meetings import last_meeting as last_meeting_of
from wardmote.web.governance.queries.meetings import next_meetings, open_actions_of
from wardmote.web.governance.rules.statement import STATE_WORDS, Line

# What falls due later than this month is told in one line.
_DUTY_DAYS = 60
_NEXT_DAYS = 31
_MEETING_DAYS = 45


def last_meeting(actor: Actor, *, on: date) -> MeetingHeld | None:
    """The executive board's."""
    board = board_of(actor) if actor.may("board.read") else None
    held = last_meeting_of(board, before=on) if board else None
    return MeetingHeld(str(held.group), held.held_on) if held else None


def due(actor: Actor, *, on: date) -> Iterator[DatedLine]:
    """The clocks of the law, the next meetings, and what meetings gave out and is late."""
    if actor.may("duty.read"):
        yield from _duties(actor, on=on)
    if actor.may("board.read"):
        yield from _meetings(actor, on=on)
        yield from _late(actor, on=on)


def new(actor: Actor, *, since: date) -> Iterator[DatedLine]:
    """Minutes that were published."""
    if not actor.may("board.read"):
        return
    published = seen_by(actor, Meeting).filter(minutes_published_on__gte=since).select_related("group")
    for one in published.defer("minutes").order_by("-minutes_published_on")[:3]:
        words = f"The minutes of the {one.group} of {plain_day(one.held_on)} were published."
        yield dated(one.minutes_published_on or since, words, "See the meeting", actor, "meeting", one.pk)


def own(actor: Actor) -> Iterator[Own[Any]]:
    """What meetings gave the actor, and what scrutiny asked of their agency, or of nobody in particular, if they answer."""
    if actor.may("board.read"):
        given = open_actions_of(actor).filter(owner=actor.id)
        yield Own(given.order_by(F("due_on").asc(nulls_last=True), "pk"), lambda one: _given(one, actor))
    if actor.may("scrutiny.answer"):
        yield Own(asked_of(actor), lambda one: _asked(one, actor))


def _given(one: MeetingAction, actor: Actor) -> Task:
    finish = actor.may("action.update", one)
    href = to(actor, "meeting-action", one.pk) if finish else to(actor, "meeting", one.meeting_id)
    return Task(one.text, f"Meeting: {one.meeting}", "Not done", href, one.due_on)


def _asked(one: Asked, actor: Actor) -> Task:
    title, href = f"Answer: {shorten(one.words, 200, placeholder=' …')}", to(actor, one.page, one.record.pk)
    return Task(title, f"Scrutiny: {one.record._meta.verbose_name}", "Not answered", href, one.due_on)


def _duties(actor: Actor, *, on: date) -> Iterator[DatedLine]:
    # What partners owe under section 17A is told by the calendar of loads, beside this.
    lines = [line for line in due_soon(actor, on=on, days=_DUTY_DAYS) if line.duty.answers != "supplies"]
    soon = [line for line in lines if line.state == "overdue" or (line.due and line.due <= on + timedelta(_NEXT_DAYS))]
    for line in soon:
        label = "Due soon" if line.state == "met" else STATE_WORDS[line.state]
        yield dated(
            line.due or on, words_of_due(line, on=on), "Read the duty", actor, "duty", line.duty.id, label=label
        )
    yield from _other_duties(actor, [line for line in lines if line not in soon], on=on)


def _other_duties(actor: Actor, lines: Sequence[Line], *, on: date) -> Iterator[DatedLine]:
    if later := [line.due for line in lines if line.due]:
        number = plural(len(later), "more duty falls", "more duties fall")
        words = f"{number} due by {plain_day(max(later))}, the first of them by {plain_day(min(later))}."
        yield dated(min(later), words, "See the compliance statement", actor, "compliance", label="Due soon")
    if unproven := [line for line in lines if not line.due]:
        words = f"Nothing is recorded that shows {plural(len(unproven), 'duty', 'duties')} to be met."
        yield dated(on, words, "See the compliance statement", actor, "compliance", label="No evidence")


def _meetings(actor: Actor, *, on: date) -> Iterator[DatedLine]:
    found: list[Any] = next_meetings(actor, on=on, most=3)
    for one in found:
        if one.held_on <= on + timedelta(days=_MEETING_DAYS):
            agenda = plural(one.item_count, "item") if one.item_count else "nothing"
            begins = f" at {one.starts_at:%H:%M}" if one.starts_at else ""
            words = f"The {one.group} meets on {plain_day(one.held_on)}{begins}, with {agenda} on the agenda."
            yield dated(one.held_on, words, "Open the meeting", actor, "meeting", one.pk, label="Meeting")


def _late(actor: Actor, *, on: date) -> Iterator[DatedLine]:
    def one(taken: MeetingAction) -> DatedLine:
        words = f"{taken.text.rstrip('.')}: given by the {taken.meeting} to {taken.owner}, {taken.owner.agency}."
        return dated(taken.due_on or on, words, "Open the meeting", actor, "meeting", taken.meeting_id, label="Late")

    def rest(number: int, next_: MeetingAction) -> DatedLine:
        words = f"{plural(number, 'more action that meetings gave is', 'more actions that meetings gave are')} late."
        return dated(next_.due_on or on, words, "See them all", actor, "meeting-actions", label="Late")

    yield from first_few(open_actions_of(actor).filter(due_on__lt=on), one=one, rest=rest)
