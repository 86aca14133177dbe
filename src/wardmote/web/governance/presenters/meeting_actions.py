"""What meetings gave out, as a list."""

from wardmote.web.core.actors import Actor
from wardmote.web.core.clock import today
from wardmote.web.core.components import Cell
from wardmote.web.core.lists import Choice, Column, Listing
from wardmote.web.core.wording import plain_day
from wardmote.web.governance.models import MeetingAction
from wardmote.web.governance.presenters.addresses import to


def meeting_action_listing(actor: Actor) -> Listing[MeetingAction]:
    """Every action of a meeting, what is due first."""
    states = (
        ("open", "Not done", {"done_on": None}),
        ("late", "Late", {"done_on": None, "due_on__lt": today()}),
        ("done", "Done", {"done_on__isnull": False}),
    )
    return Listing(
        name="meeting-actions",
        noun="action",
        nouns="actions",
        order="due",
        searched=("text", "owner__name", "outcome"),
        choices=(
            Choice("state", "State", states),
            Choice("whose", "Whose", (("mine", "Mine", {"owner": actor.id}),)),
        ),
        columns=(
            Column("text", "What is to be done", lambda one: Cell(one.text, href=to(actor, "meeting", one.meeting_id))),
            Column(
                "owner", "By whom", lambda one: Cell(str(one.owner), note=str(one.owner.agency)), sort="owner__name"
            ),
            Column("due", "By when", lambda one: Cell(plain_day(one.due_on) if one.due_on else "–"), sort="due_on"),
            Column("state", "How it stands", lambda one: Cell(state_of(one), note=one.outcome), sort="done_on"),
            Column("meeting", "Meeting", lambda one: Cell(str(one.meeting)), sort="meeting__held_on"),
        ),
    )


def state_of(taken: MeetingAction) -> str:
    """Done on 3 March 2026; late; or open."""
    if taken.done_on:
        return f"Done on {plain_day(taken.done_on)}"
    return "Late" if taken.due_on and taken.due_on < today() else "Open"
