"""A year of Exampleshire's plan: adopted, worked on, refreshed, and not all of it going well."""

from datetime import date, timedelta
from typing import Any

from wardmote.web.accounts.models import Member
from wardmote.web.core.demo import Stage
from wardmote.web.plans.actions.actions import escalate, give_action, give_link, say_how_it_stands
from wardmote.web.plans.actions.editions import adopt_edition, align, record_police_priority
from wardmote.web.plans.actions.endings import end_priority
from wardmote.web.plans.actions.plans import (
    adopt_priority,
    begin_plan,
    change_objective,
    change_plan,
    name_issue,
    record_strategy,
    set_objective,
)
from wardmote.web.plans.demo_words import (
    ACTIONS,
    AIMS,
    ENGAGEMENT,
    FORMER,
    ISSUES,
    NEWCOMER,
    OBJECTIVES,
    POLICE_PLAN,
    POLICE_PRIORITIES,
    PRIORITIES,
    RESOURCES,
    STRATEGIES,
    SUMMARY,
)
from wardmote.web.plans.models import Plan, Priority

BOARD = "the Executive Board"


def fill(stage: Stage) -> None:
    """Live through the year, a day at a time; what later rooms build upon is in stage.made["priorities"]."""
    start = stage.last_day - timedelta(days=380)
    refresh = stage.last_day - timedelta(days=170)
    with stage.on(start):
        plan = _begin(stage, start)
        priorities = {word: _adopt(stage, plan, word, start) for word in PRIORITIES}
        former = _adopt(stage, plan, "former", start)
        stage.made["priorities"], stage.made["plan"] = priorities, plan
        _set_objectives(stage, priorities, start)
        _align(stage, priorities)
        _adopt_edition(stage, plan, f"Plan {start.year} to {start.year + 3}", start)
    _give(stage, priorities, start)
    with stage.on(refresh):
        manager = stage.actors["manager"]
        end_priority(former, by=manager, on=refresh, ended_at=BOARD)
        priorities["hotspots"] = _adopt(stage, plan, "hotspots", refresh, replaces=(former,))
        change_plan(plan, by=manager, engagement=ENGAGEMENT[1])
        _tighten(stage, priorities["violence"])
        _adopt_edition(stage, plan, f"Refresh {refresh.year}", refresh)
    _strategies(stage, priorities)
    _say(stage)


def _begin(stage: Stage, start: date) -> Plan:
    return begin_plan(
        by=stage.actors["manager"],
        aims=AIMS,
        title="Community safety plan",
        starts_on=start,
        ends_on=start + timedelta(days=3 * 365),
        summary=SUMMARY,
        resources=RESOURCES,
        engagement=ENGAGEMENT[0],
    )


def _adopt(stage: Stage, plan: Plan, word: str, day: date, *, replaces: tuple[Priority, ...] = ()) -> Priority:
    title, aim, scope, reason, lead, issues = {**PRIORITIES, "former": FORMER, "hotspots": NEWCOMER}[word]
    manager = stage.actors["manager"]
    held = stage.made.setdefault("issues", {})
    for issue in ISSUES:
        if issue not in held:
            held[issue] = name_issue(by=manager, title=issue)
    return adopt_priority(
        plan,
        by=manager,
        title=title,
        aim=aim,
        scope=scope,
        reason=reason,
        lead=stage.made["members"][lead],
        position=plan.priorities.count() + 1,
        starts_on=day,
        adopted_on=day,
        adopted_at=BOARD,
        replaces=replaces,
        issues=[held[issue] for issue in issues],
    )


def _set_objectives(stage: Stage, priorities: dict[str, Priority], start: date) -> None:
    agencies, made = stage.made["agencies"], stage.made.setdefault("objectives", {})
    for word, (title, short, long, names, measures) in OBJECTIVES.items():
        made[word] = set_objective(
            priorities[word],
            by=stage.actors["manager"],
            title=title,
            short_target=short,
            short_due_on=start + timedelta(days=365),
            long_target=long,
            long_due_on=start + timedelta(days=3 * 365),
            agencies=[agencies[name] for name in names],
            measures=measures,
        )


def _tighten(stage: Stage, priority: Priority) -> None:
    objective = stage.made["objectives"]["violence"]
    change_objective(
        objective,
        by=stage.actors["manager"],
        agencies=objective.agencies.all(),
        measures=[one.measure_id for one in objective.measures.all()],
        short_target="A tenth fewer knife crimes than two years before",
    )


def _align(stage: Stage, priorities: dict[str, Priority]) -> None:
    manager = stage.actors["manager"]
    for position, (title, ours) in enumerate(POLICE_PRIORITIES.items(), start=1):
        theirs = record_police_priority(by=manager, title=title, plan_title=POLICE_PLAN, position=position)
        for word, strength in ours.items():
            align(priorities[word], by=manager, police_priority=theirs, strength=strength)


def _adopt_edition(stage: Stage, plan: Plan, title: str, day: date) -> None:
    adopt_edition(plan, by=stage.actors["manager"], title=title, adopted_on=day, adopted_at=BOARD)


def _give(stage: Stage, priorities: dict[str, Priority], start: date) -> None:
    members: dict[str, Member] = stage.made["members"]
    made = stage.made.setdefault("actions", {})
    for title, (word, owner, due_in, detail, _) in ACTIONS.items():
        with stage.on(start + timedelta(days=14)):
            made[title] = give_action(
                priorities[word],
                by=stage.actors["coordinator"],
                title=title,
                detail=detail,
                owner=members[owner],
                due_on=stage.last_day + timedelta(days=due_in),
            )


def _say(stage: Stage) -> None:
    """Each owner says how their action stands, in the order of the days on which they say it."""
    said: list[tuple[int, str, dict[str, Any]]] = [
        (days, title, note) for title, (_, _, _, _, notes) in ACTIONS.items() for days, note in notes.items()
    ]
    for days, title, note in sorted(said, key=lambda one: -one[0]):
        action = stage.made["actions"][title]
        owner = stage.actors[ACTIONS[title][1]]
        with stage.on(stage.last_day - timedelta(days=days), hour=15):
            if "to" in note:
                escalate(action, by=owner, to=note["to"])
            else:
                say_how_it_stands(action, by=owner, **note)
    with stage.on(stage.last_day - timedelta(days=5)):
        going = next(one for one in stage.made["actions"].values() if one.status == "going")
        give_link(going, by=stage.actors["coordinator"], expires_on=stage.last_day + timedelta(days=30))


def _strategies(stage: Stage, priorities: dict[str, Priority]) -> None:
    for title, (subject, board, adopters, adopted, refresh, words) in STRATEGIES.items():
        adopted_on = stage.last_day - timedelta(days=adopted)
        with stage.on(stage.last_day - timedelta(days=min(adopted, 160))):
            record_strategy(
                by=stage.actors["manager"],
                title=title,
                subject=subject,
                status="adopted",
                owner_board=board,
                adopters=adopters,
                adopted_on=adopted_on,
                starts_on=adopted_on,
                ends_on=adopted_on + timedelta(days=4 * 365),
                refresh_due_on=stage.last_day + timedelta(days=refresh),
                priorities=[priorities[word] for word in words],
            )
