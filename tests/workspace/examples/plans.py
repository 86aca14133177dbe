"""What the addresses of the plan name."""

from datetime import date, timedelta

from wardmote.web.core.clock import today
from wardmote.web.plans.actions.actions import give_action, give_link
from wardmote.web.plans.actions.editions import adopt_edition
from wardmote.web.plans.actions.plans import adopt_priority, begin_plan, record_strategy, set_objective

START = date(2025, 4, 1)


def examples(made):
    by, council = made.commander(), made.agencies["Exampleshire Council"]
    plan = begin_plan(by=by, title="Plan", starts_on=START, ends_on=date(2028, 3, 31), aims=["Safer streets"])
    priority = adopt_priority(plan, by=by, title="Serious violence", aim="Fewer people are hurt.", starts_on=START)
    objective = set_objective(
        priority,
        by=by,
        title="Fewer knife crimes",
        short_target="A tenth fewer",
        short_due_on=date(2026, 4, 1),
        long_target="A fifth fewer",
        long_due_on=date(2028, 4, 1),
        agencies=[council],
        measures=["robbery"],
    )
    action = give_action(
        priority, by=by, title="Visit every school", owner=made.people["owner"], due_on=today() + timedelta(days=30)
    )
    link = give_link(action, by=by, expires_on=today() + timedelta(days=30))
    strategy = record_strategy(by=by, title="Violence strategy", subject="serious-violence")
    edition = adopt_edition(plan, by=by, title="Plan 2025", adopted_on=START, adopted_at="the board")
    return {
        "priority": priority.pk,
        "objective": objective.pk,
        "action": action.pk,
        "link": link.pk,
        "strategy": strategy.pk,
        "edition": edition.pk,
    }
