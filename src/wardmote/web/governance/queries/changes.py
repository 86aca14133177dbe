"""What changed since a day, such as the last meeting: read from the records themselves, never from the audit."""

from dataclasses import dataclass
from datetime import date

from wardmote.web.core.actors import Actor
from wardmote.web.core.scope import seen_by
from wardmote.web.governance.models import Decision, Group, Meeting, MeetingAction
from wardmote.web.governance.queries.compliance import statements_of
from wardmote.web.governance.queries.meetings import actions_of
from wardmote.web.governance.queries.scrutiny import recommendations_of, referrals_of, requests_of
from wardmote.web.governance.rules.statement import Line

# Longer lists are read on their own pages.
MOST = 50


@dataclass(frozen=True)
class Changes:
    """What happened after `since` and up to `until`."""

    since: date
    until: date
    groups_opened: list[Group]
    groups_closed: list[Group]
    meetings_held: list[Meeting]
    minutes_published: list[Meeting]
    decisions: list[Decision]
    actions_done: list[MeetingAction]
    actions_late: list[MeetingAction]
    scrutiny_came: list[str]
    scrutiny_answered: list[str]
    duties: list[tuple[Line, Line]]


def changes_since(actor: Actor, *, since: date, until: date) -> Changes:
    """A fixed number of queries; duties are those whose state differs between the two days."""
    within = {"gt": since, "lte": until}
    groups, meetings = seen_by(actor, Group), seen_by(actor, Meeting).select_related("group").defer("minutes")
    held = meetings.filter(status=Meeting.Status.HELD)
    decided = (
        seen_by(actor, Decision)
        .filter(taken_back_on=None)
        .select_related("meeting__group")
        .order_by("meeting__held_on")
    )
    actions = actions_of(actor)
    return Changes(
        since=since,
        until=until,
        groups_opened=list(groups.filter(**_between("opened_on", within))[:MOST]),
        groups_closed=list(groups.filter(**_between("closed_on", within))[:MOST]),
        meetings_held=list(held.filter(**_between("held_on", within)).order_by("held_on")[:MOST]),
        minutes_published=list(meetings.filter(**_between("minutes_published_on", within))[:MOST]),
        decisions=list(decided.filter(**_between("meeting__held_on", within))[:MOST]),
        actions_done=list(actions.filter(**_between("done_on", within))[:MOST]),
        actions_late=list(actions.filter(done_on=None, **_between("due_on", {"lt": until}))[:MOST]),
        scrutiny_came=_scrutiny(actor, "received_on", within),
        scrutiny_answered=_scrutiny_answered(actor, within),
        duties=_duties(actor, since=since, until=until),
    )


def _between(field: str, bounds: dict[str, date]) -> dict[str, date]:
    return {f"{field}__{name}": day for name, day in bounds.items()}


def _scrutiny(actor: Actor, field: str, within: dict[str, date]) -> list[str]:
    found = [
        ("Recommendation", recommendations_of(actor)),
        ("Request for information", requests_of(actor)),
        ("Referral", referrals_of(actor)),
    ]
    return [f"{kind}: {one}" for kind, rows in found for one in rows.filter(**_between(field, within))[:MOST]]


def _scrutiny_answered(actor: Actor, within: dict[str, date]) -> list[str]:
    found = [
        ("Recommendation", recommendations_of(actor).filter(**_between("responded_on", within))),
        ("Request for information", requests_of(actor).filter(**_between("answered_on", within))),
        ("Referral", referrals_of(actor).filter(**_between("considered_on", within))),
    ]
    return [f"{kind}: {one}" for kind, rows in found for one in rows[:MOST]]


def _duties(actor: Actor, *, since: date, until: date) -> list[tuple[Line, Line]]:
    then, now = statements_of(actor, days=(since, until))
    before = {(line.duty.id, line.subject): line for line in then}
    pairs = [(before[key], line) for line in now if (key := (line.duty.id, line.subject)) in before]
    return [(earlier, later) for earlier, later in pairs if earlier.state != later.state]
