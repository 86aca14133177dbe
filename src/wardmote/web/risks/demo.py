"""Exampleshire's risks, grants, savings and horizon in its year."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal

from wardmote.definitions.horizon import all_shipped_horizon
from wardmote.web.core.demo import Stage
from wardmote.web.core.targets import Target
from wardmote.web.risks.actions.horizon import add_horizon_item, change_horizon_item, decide_on_shipped
from wardmote.web.risks.actions.money import add_dependent, add_grant, add_saving, tie_grant
from wardmote.web.risks.actions.risks import add_risk, change_risk, take_risk_to_board, tie_risk
from wardmote.web.risks.demo_words import AGAINST, CLOSED, ESCALATED, GRANTS, HANGING, LATE, RISKS, SAVINGS, THEMES
from wardmote.web.risks.models import Grant, Risk


def fill(stage: Stage) -> None:
    """Name risks a year ago, review them twice, and record the money; grants are left in stage.made["grants"]."""
    start = stage.last_day - timedelta(days=300)
    with stage.on(start):
        grants = stage.made["grants"] = {title: _grant(stage, title) for title in GRANTS}
        risks = {title: _risk(stage, title, grants) for title in RISKS}
    for days, at in ((150, 0), (20, 1)):
        with stage.on(stage.last_day - timedelta(days=days)):
            for title, risk in risks.items():
                if (title, at) != (LATE, 1):
                    _review(stage, risk, RISKS[title][5][at], is_last=at == 1)
    with stage.on(stage.last_day - timedelta(days=19)):
        for title, board in ESCALATED.items():
            take_risk_to_board(risks[title], by=stage.actors["manager"], to=board)
        _hang(stage, grants)
    _savings(stage)
    with stage.on(start):
        _horizon(stage)


def _grant(stage: Stage, title: str) -> Grant:
    funder, amount, conditions, state, ends_in, agency, next_, hanging = GRANTS[title]
    manager, agencies = stage.actors["manager"], stage.made["agencies"]
    grant = add_grant(
        by=manager,
        title=title,
        funder=funder,
        amount=Decimal(amount),
        conditions=conditions,
        state=state,
        started_on=stage.last_day - timedelta(days=300),
        ends_on=_month_end(stage.last_day + timedelta(days=ends_in)),
        agency=agencies[agency],
        owner=stage.made["members"]["manager"],
        what_next=next_,
    )
    for kind, name, whose, posts, stops in hanging:
        add_dependent(
            by=manager,
            grant=grant,
            kind=kind,
            title=name,
            agency=agencies[whose],
            posts=Decimal(posts) if posts else None,
            stops=stops,
        )
    return grant


def _risk(stage: Stage, title: str, grants: dict[str, Grant]) -> Risk:
    cause, effect, mitigation, (owner, grant, priority), (likelihood, impact), _ = RISKS[title]
    member = stage.made["members"][owner]
    risk = add_risk(
        by=stage.actors["manager"],
        title=title,
        cause=cause,
        effect=effect,
        likelihood=likelihood,
        impact=impact,
        mitigation=mitigation,
        agency=member.agency,
        owner=member,
        review_on=stage.last_day - timedelta(days=150),
        grant=grants.get(grant),
    )
    found = stage.made.get("priorities", {}).get(priority)
    if found:
        against = _targets(stage, "actions", AGAINST.get(title, ()))
        tie_risk(risk, by=stage.actors["manager"], priorities=[Target(found.pk, found.title, "")], actions=against)
    return risk


def _targets(stage: Stage, made: str, titles: Iterable[str]) -> list[Target]:
    """Of what another room made, the records of these titles; none where that room made none."""
    found = stage.made.get(made, {})
    return [Target(found[title].pk, title, "") for title in titles if title in found]


def _hang(stage: Stage, grants: dict[str, Grant]) -> None:
    for title, (actions, activities) in HANGING.items():
        tie_grant(
            grants[title],
            by=stage.actors["manager"],
            actions=_targets(stage, "actions", actions),
            activities=_targets(stage, "activities", activities),
        )


def _review(stage: Stage, risk: Risk, found: tuple[int, int, str], *, is_last: bool) -> None:
    likelihood, impact, note = found
    next_ = stage.last_day + timedelta(days=70 if is_last else -12)
    change_risk(
        risk,
        by=stage.actors["manager"],
        note=note,
        likelihood=likelihood,
        impact=impact,
        review_on=next_,
        state=Risk.State.CLOSED if is_last and risk.title == CLOSED else Risk.State.OPEN,
    )


def _savings(stage: Stage) -> None:
    for title, (agency, each, cases, method) in SAVINGS.items():
        for number, last in zip(cases, _month_ends_before(stage.last_day), strict=False):
            with stage.on(stage.last_day - timedelta(days=10)):
                add_saving(
                    by=stage.actors["manager"],
                    title=title,
                    agency=stage.made["agencies"][agency],
                    first_on=last.replace(day=1),
                    last_on=last,
                    amount=Decimal(each) * number,
                    cases=number,
                    method=method,
                )


def _horizon(stage: Stage) -> None:
    manager = stage.actors["manager"]
    for position, item in enumerate(all_shipped_horizon().values()):
        if position % 3 < 2:
            taken = decide_on_shipped(by=manager, shipped=item, is_ours=position % 6 != 4)
            watcher = stage.made["members"]["manager" if position % 2 else "coordinator"]
            change_horizon_item(taken, by=manager, owner=watcher, agency=watcher.agency)
    for title, kind, effect, source, (likelihood, impact), watches in THEMES:
        member = stage.made["members"][watches]
        add_horizon_item(
            by=manager,
            title=title,
            pestelo=kind,
            effect=effect,
            source=source,
            expected="When the priorities are chosen again",
            likelihood=likelihood,
            impact=impact,
            agency=member.agency,
            owner=member,
        )
    add_horizon_item(
        by=manager,
        title="The council chooses its budget for next year",
        pestelo="economic",
        effect="Two posts of the team are paid from a reserve that is to be spent elsewhere.",
        source="Exampleshire Council’s medium-term financial plan",
        expected_on=stage.last_day + timedelta(days=90),
        expected="The day of the budget meeting",
        likelihood=5,
        impact=3,
        agency=stage.made["agencies"]["Exampleshire Council"],
        owner=stage.made["members"]["manager"],
    )


def _month_ends_before(day: date) -> Iterator[date]:
    """The last days of whole months, the newest first."""
    month = (day + timedelta(days=1)).replace(day=1)
    while True:
        last = month - timedelta(days=1)
        yield last
        month = last.replace(day=1)


def _month_end(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)
