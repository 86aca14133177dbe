"""Actions of the plan: giving them out, saying how they stand, and asking for help."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from wardmote.web.core.actions import action
from wardmote.web.core.actors import Actor, Refused
from wardmote.web.core.audit import save_changes, save_new
from wardmote.web.core.clock import now, today
from wardmote.web.plans.models import Action, ActionLink, Priority, ProgressNote
from wardmote.web.plans.rules.statuses import DONE, STUCK

LONGEST_LINK_DAYS = 92


@action("action.change")
def give_action(priority: Priority, *, by: Actor, **fields: Any) -> Action:
    """Have somebody do something by a day."""
    given = Action(partnership_id=priority.partnership_id, priority=priority, **fields)
    return save_new(given, by=by, doing="gave an action")


@action("action.change")
def change_action(given: Action, *, by: Actor, **fields: Any) -> Action:
    """Change what is to be done, by whom or by when. How it stands is said by `say_how_it_stands`."""
    return save_changes(given, by=by, doing="changed an action", **fields)


@action("action.update")
def say_how_it_stands(
    given: Action, *, by: Actor, status: str, text: str = "", blocker: str = "", evidence: str = ""
) -> ProgressNote:
    """Done, going or stuck, with what happened; a stuck action says what is in the way."""
    if status == STUCK and not (blocker.strip() or text.strip()):
        raise ValidationError({"text": "Say what is in the way."})
    note = ProgressNote(
        partnership_id=given.partnership_id,
        action=given,
        status=status,
        text=text,
        evidence=evidence,
        author=by.name,
        said_on=today(),
    )
    save_new(note, by=by, doing="said how an action stands")
    changes: dict[str, Any] = {
        "status": status,
        "blocker": (blocker.strip() or text.strip())[:500] if status == STUCK else "",
        "done_on": (given.done_on or today()) if status == DONE else None,
    }
    if status != STUCK:
        changes |= {"escalated_on": None, "escalated_to": ""}
    save_changes(given, by=by, doing=f"marked as {status}", **changes)
    return note


@action("action.update")
def escalate(given: Action, *, by: Actor, to: str) -> Action:
    """Ask a board to clear what is in the way of a stuck action."""
    if given.status != STUCK:
        raise ValidationError("Only an action that is stuck can be taken to a board.")
    return save_changes(given, by=by, doing="escalated an action", escalated_on=today(), escalated_to=to)


@action("link.give")
def give_link(given: Action, *, by: Actor, expires_on: date) -> ActionLink:
    """A link for the owner of an action, good until a day at most a quarter away."""
    if not today() <= expires_on or (expires_on - today()).days > LONGEST_LINK_DAYS:
        raise ValidationError({"expires_on": f"Choose a day within {LONGEST_LINK_DAYS} days from today."})
    link = ActionLink(partnership_id=given.partnership_id, action=given, expires_on=expires_on)
    return save_new(link, by=by, doing="gave a link")


@action("link.give")
def withdraw_link(link: ActionLink, *, by: Actor) -> ActionLink:
    """From now on the link opens nothing."""
    return save_changes(link, by=by, doing="withdrew a link", withdrawn_at=now())


@action("action.update")
def say_by_link(given: Action, *, by: Actor, link: ActionLink, **said: Any) -> ProgressNote:
    """What the owner says by a link, while it is good, of the one action that it was given for."""
    if link.action_id != given.pk or not link.is_good:
        raise Refused("This link is not for that action", where=str(given), do="ask whoever sent it for another")
    save_changes(link, by=by, doing="used a link", last_used_at=now())
    return say_how_it_stands(given, by=by, **said)
