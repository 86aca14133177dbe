"""What ends or moves: priorities that the partnership no longer works on, and objectives that are not pursued here."""

from datetime import date

from django.core.exceptions import ValidationError

from wardmote.web.core.actions import action
from wardmote.web.core.actors import Actor
from wardmote.web.core.audit import save_changes, save_many
from wardmote.web.plans.models import Objective, Priority


@action("plan.change")
def end_priority(
    priority: Priority, *, by: Actor, on: date, ended_at: str = "", replaced_by: Priority | None = None
) -> Priority:
    """The partnership stops working on it together; what hangs on it stays readable. Another may take its place."""
    if on < priority.starts_on:
        raise ValidationError({"on": "It cannot end before the day on which it began."})
    if replaced_by == priority:
        raise ValidationError({"replaced_by": "A priority cannot replace itself."})
    save_changes(priority, by=by, doing="ended a priority", ends_on=on, ended_at=ended_at)
    if replaced_by:
        replaces = [*replaced_by.replaces.all(), priority]
        save_many(replaced_by, by=by, doing="took the place of a priority", replaces=replaces)
    return priority


@action("plan.change")
def retire_objective(objective: Objective, *, by: Actor, retired_on: date, retired_because: str) -> Objective:
    """It is pursued no longer. Its actions go on under the priority, and say no objective any more."""
    for given in objective.actions.all():
        save_changes(given, by=by, doing="took an action off an objective", objective=None)
    return save_changes(
        objective, by=by, doing="retired an objective", retired_on=retired_on, retired_because=retired_because.strip()
    )


@action("plan.change")
def move_objective(objective: Objective, *, by: Actor, to: Priority) -> Objective:
    """It is pursued under another priority from now on, and its actions with it."""
    if to == objective.priority:
        raise ValidationError({"to": "It stands under that priority already."})
    actions = list(objective.actions.all())
    save_changes(objective, by=by, doing="moved an objective", priority=to)
    for given in actions:
        given.objective = objective
        save_changes(given, by=by, doing="moved an action with its objective", priority=to)
    return objective
