"""What comes next, what is due, and what changed."""

from collections.abc import Iterable, Sequence
from datetime import date

from wardmote.web.core.actors import Actor
from wardmote.web.core.components import Line, Link
from wardmote.web.core.wording import plain_day, plural, sentence_case
from wardmote.web.governance.models import Meeting, MeetingAction
from wardmote.web.governance.presenters.addresses import may_link, to
from wardmote.web.governance.presenters.page import Page, Section
from wardmote.web.governance.queries.changes import Changes
from wardmote.web.governance.queries.compliance import words_of_due
from wardmote.web.governance.rules.statement import STATE_WORDS
from wardmote.web.governance.rules.statement import Line as DutyLine


def board_page(
    actor: Actor, *, on: date, meetings: Sequence[Meeting], due: Sequence[DutyLine], late: Sequence[MeetingAction]
) -> Page:
    """Three short lists, each line with one link."""
    overdue = sum(line.state == "overdue" for line in due)
    return Page(
        heading="Board and scrutiny",
        lead=f"{_next_words(meetings)} {plural(overdue, 'duty is', 'duties are')} overdue, and "
        f"{plural(len(late), 'action of a meeting is', 'actions of meetings are')} late.",
        sections=(
            Section(
                "What is due",
                lines=tuple(
                    Line(
                        words_of_due(line, on=on),
                        Link("Read the duty", to(actor, "duty", line.duty.id)),
                        label="Due" if line.state == "met" else STATE_WORDS[line.state],
                    )
                    for line in due
                ),
                empty="Nothing falls due in the next 60 days.",
            ),
            Section("Next meetings", lines=_meeting_lines(meetings, actor), empty="No meeting is planned."),
            Section("Late actions of meetings", lines=_action_lines(late, actor), empty="None is late."),
        ),
        buttons=(
            Link("What changed since the last meeting", to(actor, "board-changes")),
            Link("Meetings", to(actor, "meetings")),
            Link("Actions of meetings", to(actor, "meeting-actions")),
            Link("Groups", to(actor, "groups")),
            *may_link(actor, "scrutiny.read", "Scrutiny", "scrutiny"),
            *may_link(actor, "duty.read", "Compliance statement", "compliance"),
            *may_link(actor, "calendar.give", "Calendar", "calendars"),
        ),
    )


def _next_words(meetings: Sequence[Meeting]) -> str:
    if not meetings:
        return "No meeting is planned."
    return f"The next meeting is {meetings[0].group} on {plain_day(meetings[0].held_on)}."


def _meeting_lines(meetings: Iterable[Meeting], actor: Actor) -> tuple[Line, ...]:
    return tuple(
        Line(f"{one.group}, {plain_day(one.held_on)}.", Link("Open the meeting", to(actor, "meeting", one.pk)))
        for one in meetings
    )


def _action_lines(actions: Iterable[MeetingAction], actor: Actor) -> tuple[Line, ...]:
    return tuple(
        Line(
            f"{one.text} ({one.owner.name}, {one.owner.agency}"
            + (f"; due by {plain_day(one.due_on)})" if one.due_on else ")"),
            Link("Open the meeting", to(actor, "meeting", one.meeting_id)),
        )
        for one in actions
    )


def changes_page(changes: Changes, actor: Actor) -> Page:
    """What happened since a day, by kind; only kinds of which something happened stand there."""
    sections = (
        Section("Duties", lines=tuple(_duty_line(*pair, actor) for pair in changes.duties)),
        Section(
            "Decisions",
            lines=tuple(
                Line(one.text, Link("Open the meeting", to(actor, "meeting", one.meeting_id)), label=str(one.meeting))
                for one in changes.decisions
            ),
        ),
        Section("Meetings held", lines=_meeting_lines(changes.meetings_held, actor)),
        Section("Minutes published", lines=_meeting_lines(changes.minutes_published, actor)),
        Section("Actions done", lines=_action_lines(changes.actions_done, actor)),
        Section("Actions that became late", lines=_action_lines(changes.actions_late, actor)),
        Section("Groups set up", lines=tuple(_group_line(one, actor) for one in changes.groups_opened)),
        Section("Groups closed", lines=tuple(_group_line(one, actor) for one in changes.groups_closed)),
        Section("New in scrutiny", lines=tuple(Line(text) for text in changes.scrutiny_came)),
        Section("Answered or settled in scrutiny", lines=tuple(Line(text) for text in changes.scrutiny_answered)),
    )
    found = tuple(section for section in sections if not section.is_empty)
    days = (changes.until - changes.since).days
    lead = f"Since {plain_day(changes.since)}, {plural(days, 'day')} ago"
    return Page(
        heading="What changed since the last meeting",
        lead=f"{lead}, nothing has changed." if not found else f"{lead}: {_counted(found)}.",
        sections=found,
        back=Link("Board and scrutiny", to(actor, "board")),
    )


def _counted(sections: Sequence[Section]) -> str:
    return ", ".join(f"{section.heading.lower()} ({len(section.lines)})" for section in sections)


def _duty_line(before: DutyLine, now: DutyLine, actor: Actor) -> Line:
    words = f"{now.title}: {STATE_WORDS[before.state].lower()} before, {STATE_WORDS[now.state].lower()} now."
    return Line(words, Link("Read the duty", to(actor, "duty", now.duty.id)))


def _group_line(group, actor: Actor) -> Line:
    words = f"{group}, {sentence_case(group.get_kind_display()).lower()}." + (
        f" {group.output}" if group.output else ""
    )
    return Line(words, Link("Open the group", to(actor, "group", group.pk)))
