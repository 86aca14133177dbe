"""The plan itself: its aims, priorities, objectives and strategies."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError

from wardmote.web.accounts.models import Agency
from wardmote.web.core.actions import action
from wardmote.web.core.actors import Actor
from wardmote.web.core.audit import remove, save_changes, save_many, save_new
from wardmote.web.plans.models import (
    Aim,
    CrossCuttingIssue,
    Objective,
    ObjectiveMeasure,
    Plan,
    Priority,
    Strategy,
)


@action("plan.change")
def begin_plan(*, by: Actor, aims: Iterable[str] = (), **fields: Any) -> Plan:
    """A plan of several years, and the aims that it serves."""
    plan = save_new(Plan(partnership_id=by.partnership_id, **fields), by=by, doing="began a plan")
    for position, title in enumerate(aims, start=1):
        aim = Aim(partnership_id=by.partnership_id, plan=plan, title=title, position=position)
        save_new(aim, by=by, doing="added an aim")
    return plan


@action("plan.change")
def change_plan(plan: Plan, *, by: Actor, **fields: Any) -> Plan:
    """Change the plan's own words."""
    return save_changes(plan, by=by, doing="changed the plan", **fields)


@action("plan.change")
def name_issue(*, by: Actor, title: str) -> CrossCuttingIssue:
    """Name an issue that cuts across priorities."""
    issue = CrossCuttingIssue(partnership_id=by.partnership_id, title=title)
    return save_new(issue, by=by, doing="named a cross-cutting issue")


@action("plan.change")
def adopt_priority(
    plan: Plan,
    *,
    by: Actor,
    replaces: Iterable[Priority] = (),
    issues: Iterable[CrossCuttingIssue] = (),
    **fields: Any,
) -> Priority:
    """Adopt a priority. Those that it replaces end on the day on which it starts, unless they have ended already."""
    priority = Priority(partnership_id=plan.partnership_id, plan=plan, **fields)
    save_new(priority, by=by, doing="adopted a priority")
    save_many(priority, by=by, doing="placed a priority", replaces=replaces, issues=issues)
    for old in priority.replaces.filter(ends_on=None):
        ends_on = max(priority.starts_on, old.starts_on)
        save_changes(old, by=by, doing="replaced a priority", ends_on=ends_on, ended_at=priority.adopted_at)
    return priority


@action("plan.change")
def change_priority(
    priority: Priority,
    *,
    by: Actor,
    replaces: Iterable[Priority] = (),
    issues: Iterable[CrossCuttingIssue] = (),
    **fields: Any,
) -> Priority:
    """Change a priority's words, dates or lead; it cannot replace itself."""
    if priority in (replaces := list(replaces)):
        raise ValidationError({"replaces": "A priority cannot replace itself."})
    save_changes(priority, by=by, doing="changed a priority", **fields)
    save_many(priority, by=by, doing="placed a priority", replaces=replaces, issues=issues)
    return priority


@action("plan.change")
def set_objective(
    priority: Priority, *, by: Actor, agencies: Iterable[Agency], measures: Iterable[str] = (), **fields: Any
) -> Objective:
    """Give a priority an objective with its targets, who pursues it, and the measures that tell."""
    objective = Objective(partnership_id=priority.partnership_id, priority=priority, **fields)
    save_new(objective, by=by, doing="set an objective")
    save_many(objective, by=by, doing="said who pursues an objective", agencies=agencies)
    _measure(objective, measures, by=by)
    return objective


@action("plan.change")
def change_objective(
    objective: Objective, *, by: Actor, agencies: Iterable[Agency], measures: Iterable[str] = (), **fields: Any
) -> Objective:
    """Change an objective's targets, who pursues it, or by what it is measured."""
    save_changes(objective, by=by, doing="changed an objective", **fields)
    save_many(objective, by=by, doing="said who pursues an objective", agencies=agencies)
    _measure(objective, measures, by=by)
    return objective


@action("plan.change")
def record_strategy(*, by: Actor, priorities: Iterable[Priority] = (), **fields: Any) -> Strategy:
    """Enter a strategy in the register."""
    strategy = save_new(Strategy(partnership_id=by.partnership_id, **fields), by=by, doing="recorded a strategy")
    save_many(strategy, by=by, doing="tied a strategy to priorities", priorities=priorities)
    return strategy


@action("plan.change")
def change_strategy(strategy: Strategy, *, by: Actor, priorities: Iterable[Priority] = (), **fields: Any) -> Strategy:
    """Change what the register says of a strategy."""
    save_changes(strategy, by=by, doing="changed a strategy", **fields)
    save_many(strategy, by=by, doing="tied a strategy to priorities", priorities=priorities)
    return strategy


def _measure(objective: Objective, measures: Iterable[str], *, by: Actor) -> None:
    wanted = [name for name in measures if name]
    held = {one.measure_id: one for one in objective.measures.all()}
    for name, one in held.items():
        if name not in wanted:
            remove(one, by=by, doing="took off a measure")
    for position, name in enumerate(wanted, start=1):
        if name in held:
            save_changes(held[name], by=by, doing="placed a measure", position=position)
        else:
            measure = ObjectiveMeasure(
                partnership_id=objective.partnership_id, objective=objective, measure_id=name, position=position
            )
            save_new(measure, by=by, doing="attached a measure")
