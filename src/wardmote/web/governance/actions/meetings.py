"""Calling a meeting, recording who came and what was decided, and publishing its minutes."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from wardmote.web.core.actions import action
from wardmote.web.core.actors import Actor
from wardmote.web.core.audit import save_changes, save_new
from wardmote.web.core.clock import today
from wardmote.web.governance.models import AgendaItem, Attendance, Decision, Group, Meeting, MeetingAction, Seat


@action("board.change")
def call_meeting(group: Group, *, by: Actor, **values: Any) -> Meeting:
    """Plan a meeting of a group that is open on that day."""
    held_on = values["held_on"]
    if held_on < group.opened_on or (group.closed_on and held_on > group.closed_on):
        raise ValidationError({"held_on": "The group is not open on that day."})
    meeting = Meeting(partnership_id=group.partnership_id, group=group, **values)
    return save_new(meeting, by=by, doing="called a meeting")


@action("board.change")
def change_meeting(meeting: Meeting, *, by: Actor, **values: Any) -> Meeting:
    """Move it, or say where it is, in which capacity it sits, whether it was held or cancelled."""
    if values.get("status") == Meeting.Status.HELD and values.get("held_on", meeting.held_on) > today():
        raise ValidationError({"status": "It cannot have been held: its day is still to come."})
    return save_changes(meeting, by=by, doing="changed a meeting", **values)


@action("board.change")
def add_item(meeting: Meeting, *, by: Actor, **values: Any) -> AgendaItem:
    """Put an item at the end of the agenda."""
    position = meeting.items.filter(withdrawn_on=None).count() + 1
    item = AgendaItem(partnership_id=meeting.partnership_id, meeting=meeting, position=position, **values)
    return save_new(item, by=by, doing="added an item to an agenda")


@action("board.change")
def change_item(item: AgendaItem, *, by: Actor, **values: Any) -> AgendaItem:
    """Say anew what an item is about."""
    return save_changes(item, by=by, doing="changed an item of an agenda", **values)


@action("board.change")
def record_attendance(meeting: Meeting, *, by: Actor, came: Mapping[Seat, str]) -> None:
    """Who came, by the seats of the group; a vote counts where the seat and the agency's place both have one."""
    before = {attendance.member_id: attendance for attendance in meeting.attendances.all()}
    for seat, status in came.items():
        known = before.get(seat.member_id)
        if known is None:
            save_new(_attendance(meeting, seat, status), by=by, doing="recorded an attendance")
        elif known.status != status:
            save_changes(known, by=by, doing="corrected an attendance", status=status)
    status = Meeting.Status.HELD if meeting.held_on <= today() else meeting.status
    save_changes(meeting, by=by, doing="recorded who came", status=status)


@action("board.change")
def record_decision(meeting: Meeting, *, by: Actor, text: str, item: AgendaItem | None = None) -> Decision:
    """Write down what was decided."""
    decision = Decision(partnership_id=meeting.partnership_id, meeting=meeting, item=item, text=text)
    return save_new(decision, by=by, doing="recorded a decision")


@action("board.change")
def record_action(meeting: Meeting, *, by: Actor, **values: Any) -> MeetingAction:
    """Write down what somebody took upon themselves."""
    taken = MeetingAction(partnership_id=meeting.partnership_id, meeting=meeting, **values)
    return save_new(taken, by=by, doing="recorded an action of a meeting")


@action("action.update")
def finish_action(taken: MeetingAction, *, by: Actor, done_on: date, outcome: str) -> MeetingAction:
    """It is done, and this came of it."""
    if done_on > today():
        raise ValidationError({"done_on": "That day is still to come."})
    return save_changes(taken, by=by, doing="finished an action of a meeting", done_on=done_on, outcome=outcome)


@action("board.change")
def write_minutes(meeting: Meeting, *, by: Actor, minutes: str) -> Meeting:
    """Write the minutes. Once published they are corrected in public, not rewritten."""
    if meeting.minutes_published_on:
        raise ValidationError("The minutes are published. Correct them at the next meeting.")
    return save_changes(meeting, by=by, doing="wrote minutes", minutes=minutes)


@action("board.change")
def publish_minutes(meeting: Meeting, *, by: Actor, minutes_published_on: date, minutes_address: str = "") -> Meeting:
    """Record when, and where, the minutes were made public."""
    if not meeting.minutes.strip() and not minutes_address:
        raise ValidationError("There are no minutes yet. Write them, or give the address at which they are.")
    if minutes_published_on > today():
        raise ValidationError({"minutes_published_on": "That day is still to come."})
    return save_changes(
        meeting,
        by=by,
        doing="published minutes",
        minutes_published_on=minutes_published_on,
        minutes_address=minutes_address,
    )


def _attendance(meeting: Meeting, seat: Seat, status: str) -> Attendance:
    agency = seat.member.agency
    has_place = agency.places.filter(partnership_id=meeting.partnership_id, left_on=None, is_voting=True).exists()
    return Attendance(
        partnership_id=meeting.partnership_id,
        meeting=meeting,
        member=seat.member,
        agency=agency,
        is_deputy=seat.is_deputy,
        is_voting=seat.is_voting and has_place,
        status=status,
    )
