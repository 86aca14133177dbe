"""Putting an agenda in order, withdrawing an item, and taking back a decision that was recorded in error."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError

from wardmote.web.core.actions import action
from wardmote.web.core.actors import Actor
from wardmote.web.core.audit import save_changes
from wardmote.web.core.clock import today
from wardmote.web.governance.models import AgendaItem, Decision, Meeting


@action("board.change")
def order_agenda(meeting: Meeting, *, by: Actor, places: Mapping[AgendaItem, int]) -> None:
    """Give items the places that were asked for; where two ask for one, who moved goes before who stayed.

    An item that moves down takes its place after the one that stood there, as it would on a list of paper slips.
    """
    if meeting.minutes_published_on:
        raise ValidationError("The minutes are published, and the agenda stands as they tell it.")
    now = {item.pk: place for place, item in enumerate(meeting.items.filter(withdrawn_on=None), start=1)}

    def key(item: AgendaItem) -> tuple[int, int]:
        was, asked = now[item.pk], places[item]
        return asked, (asked > was) - (asked < was)

    for place, item in enumerate(sorted(places, key=key), start=1):
        save_changes(item, by=by, doing="moved an item of an agenda", position=place)
    save_changes(meeting, by=by, doing="put an agenda in order")


@action("board.change")
def withdraw_item(item: AgendaItem, *, by: Actor, because: str) -> AgendaItem:
    """Take it off the agenda and say why. What was decided under an item cannot be withdrawn with it."""
    if item.decisions.filter(taken_back_on=None).exists():
        raise ValidationError("Something was decided under this item. Take the decision back first.")
    return save_changes(
        item, by=by, doing="withdrew an item of an agenda", withdrawn_on=today(), withdrawn_because=because.strip()
    )


@action("board.change")
def take_back_decision(decision: Decision, *, by: Actor, because: str) -> Decision:
    """It was recorded in error, and stays on record with the reason. Published minutes are corrected by a meeting."""
    if decision.taken_back_on:
        raise ValidationError("It was taken back already.")
    if decision.meeting.minutes_published_on:
        raise ValidationError("The minutes that tell it are published. Only a later meeting can decide otherwise.")
    return save_changes(
        decision, by=by, doing="took back a decision", taken_back_on=today(), taken_back_because=because.strip()
    )
