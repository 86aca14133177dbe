"""Meetings, with what they deal with and who came."""

from datetime import date
from typing import Any

from django.db.models import Count, OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import Coalesce

from wardmote.web.core.actors import Actor
from wardmote.web.core.scope import seen_by
from wardmote.web.governance.models import (
    AgendaItem,
    Attendance,
    Decision,
    FeedAddress,
    Group,
    Meeting,
    MeetingAction,
    Paper,
)
from wardmote.web.governance.rules.quorum import Quorum, quorum_of


def meetings_of(actor: Actor) -> QuerySet[Meeting]:
    """Every meeting, with its group and how many items, decisions and people it had."""
    return (
        seen_by(actor, Meeting)
        .select_related("group")
        .annotate(
            item_count=_number_of(AgendaItem.objects.filter(withdrawn_on=None)),
            decision_count=_number_of(Decision.objects.filter(taken_back_on=None)),
            present_count=_number_of(Attendance.objects.filter(status=Attendance.Status.PRESENT)),
        )
    )


def _number_of(held: QuerySet[Any]) -> Coalesce:
    """How many of them belong to the meeting, counted for itself: joined, each kind would multiply the others' rows."""
    of_meeting = held.filter(meeting=OuterRef("pk")).order_by().values("meeting")
    return Coalesce(Subquery(of_meeting.annotate(number=Count("pk")).values("number")), 0)


def whole_meetings_of(actor: Actor) -> QuerySet[Meeting]:
    """Meetings with their whole agenda; five queries more, however long it is."""
    items = AgendaItem.objects.prefetch_related("papers")
    decisions = Decision.objects.select_related("item")
    actions = MeetingAction.objects.select_related("owner__agency", "item")
    attendances = Attendance.objects.select_related("member", "agency")
    return (
        seen_by(actor, Meeting)
        .select_related("group")
        .prefetch_related(
            Prefetch("items", items),
            Prefetch("decisions", decisions),
            Prefetch("actions", actions),
            Prefetch("attendances", attendances),
            "group__hats",
        )
    )


def next_meetings(actor: Actor, *, on: date, most: int = 5) -> list[Meeting]:
    """The meetings that come next."""
    found = meetings_of(actor).filter(held_on__gte=on, status=Meeting.Status.PLANNED)
    return list(found.order_by("held_on", "starts_at")[:most])


def last_meeting(group: Group, *, before: date) -> Meeting | None:
    """The group's newest meeting that was held before a day."""
    return group.meetings.filter(status=Meeting.Status.HELD, held_on__lt=before).order_by("-held_on").first()


def decided_before(meeting: Meeting) -> list[Decision]:
    """What the group decided at the meeting before this one, and has not taken back."""
    before = last_meeting(meeting.group, before=meeting.held_on)
    if before is None:
        return []
    return list(before.decisions.filter(taken_back_on=None).select_related("meeting"))


def open_actions_before(actor: Actor, meeting: Meeting) -> list[MeetingAction]:
    """What earlier meetings of the group gave out and is not done."""
    of_group = open_actions_of(actor).filter(meeting__group=meeting.group_id, meeting__held_on__lt=meeting.held_on)
    return list(of_group)


def open_actions_of(actor: Actor) -> QuerySet[MeetingAction]:
    """Actions of meetings that are not done."""
    return actions_of(actor).filter(done_on=None)


def actions_of(actor: Actor) -> QuerySet[MeetingAction]:
    """Every action of a meeting."""
    return seen_by(actor, MeetingAction).select_related("owner__agency", "meeting__group", "item")


def papers_of(actor: Actor) -> QuerySet[Paper]:
    """Every paper, with what it belongs to."""
    return seen_by(actor, Paper).select_related("item__meeting__group")


def quorum_at(meeting: Meeting) -> Quorum:
    """Whether enough voting agencies came, by the quorum of the part that the group sat in, where that has its own."""
    hats = {hat.capacity: hat.quorum for hat in meeting.group.hats.all()}
    needed = hats.get(meeting.capacity) or meeting.group.quorum
    present = [one for one in meeting.attendances.all() if one.status == Attendance.Status.PRESENT and one.is_voting]
    return quorum_of((one.agency_id for one in present), needed=needed)


def addresses_of(actor: Actor) -> QuerySet[FeedAddress]:
    """The actor's own calendar addresses; everybody's, for those who look after what programs sign in with."""
    found = seen_by(actor, FeedAddress).select_related("member")
    return found if actor.may("token.give") else found.filter(member=actor.id)
