"""Setting up groups, closing them, and saying how often they meet and who sits on them."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from wardmote.web.accounts.models import Member
from wardmote.web.core.actions import action
from wardmote.web.core.actors import Actor
from wardmote.web.core.audit import save_changes, save_new
from wardmote.web.governance.models import Cadence, Group, Hat, Seat


@action("board.change")
def set_up_group(*, by: Actor, meetings_a_year: int | None = None, **values: Any) -> Group:
    """Set a group up; how often it meets is recorded from its first day."""
    group = save_new(Group(partnership_id=by.partnership_id, **values), by=by, doing="set up a group")
    if meetings_a_year:
        _add_cadence(group, by=by, meetings_a_year=meetings_a_year, started_on=group.opened_on, reason="")
    return group


@action("board.change")
def change_group(group: Group, *, by: Actor, **values: Any) -> Group:
    """Say anew what it is for, to whom it reports, or who leads it."""
    return save_changes(group, by=by, doing="changed a group", **values)


@action("board.change")
def close_group(group: Group, *, by: Actor, closed_on: date, output: str) -> Group:
    """Close it, and say what came of it. Groups that report to it have to be moved first."""
    if not output.strip():
        raise ValidationError({"output": "Say what came of it, or that nobody can tell."})
    if group.reported_by.filter(closed_on=None).exists():
        raise ValidationError("Other groups report to this one. Say first to whom they report from now on.")
    return save_changes(group, by=by, doing="closed a group", closed_on=closed_on, output=output)


@action("board.change")
def set_cadence(group: Group, *, by: Actor, meetings_a_year: int, started_on: date, reason: str = "") -> Cadence:
    """From a day on it meets so many times a year; what was before stays on record."""
    return _add_cadence(group, by=by, meetings_a_year=meetings_a_year, started_on=started_on, reason=reason)


@action("board.change")
def give_hat(group: Group, *, by: Actor, capacity: str, since: date, quorum: int = 0) -> Hat:
    """Record a part that the law gives the group."""
    hat = Hat(partnership_id=group.partnership_id, group=group, capacity=capacity, since=since, quorum=quorum)
    return save_new(hat, by=by, doing="gave a group a part in law")


@action("board.change")
def give_seat(
    group: Group, *, by: Actor, member: Member, started_on: date, is_deputy: bool = False, is_voting: bool = True
) -> Seat:
    """Give a member a place in the group."""
    seat = Seat(
        partnership_id=group.partnership_id,
        group=group,
        member=member,
        started_on=started_on,
        is_deputy=is_deputy,
        is_voting=is_voting,
    )
    return save_new(seat, by=by, doing="gave a seat")


@action("board.change")
def end_seat(seat: Seat, *, by: Actor, ended_on: date) -> Seat:
    """They sit there no longer."""
    return save_changes(seat, by=by, doing="ended a seat", ended_on=ended_on)


def _add_cadence(group: Group, *, by: Actor, meetings_a_year: int, started_on: date, reason: str) -> Cadence:
    cadence = Cadence(
        partnership_id=group.partnership_id,
        group=group,
        meetings_a_year=meetings_a_year,
        started_on=started_on,
        reason=reason,
    )
    return save_new(cadence, by=by, doing="set how often a group meets")
