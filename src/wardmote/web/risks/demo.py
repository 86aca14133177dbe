"""Exampleshire's risks, grants, savings and horizon in its year."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from wardmote.definitions.horizon import all_shipped_horizon
from wardmote.web.core.demo import Stage
from wardmote.web.core.targets import Target
from wardmote.web.risks.actions.horizon import add_horizon_item, decide_on_shipped
from wardmote.web.risks.actions.money import add_dependent, add_grant, add_saving
from wardmote.web.risks.actions.risks import add_risk, change_risk, tie_risk
from wardmote.web.risks.demo_words import GRANTS, RISKS, SAVINGS
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
                _review(stage, risk, RISKS[title][5][at])
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
        tie_risk(risk, by=stage.actors["manager"], priorities=[Target(found.pk, found.title, "")], actions=[])
    return risk


def _review(stage: Stage, risk: Risk, found: tuple[int, int, str]) -> None:
    likelihood, impact, note = found
    change_risk(
        risk,
        by=stage.actors["manager"],
        note=note,
        likelihood=likelihood,
        impact=impact,
        review_on=stage.last_day + timedelta(days=70),
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
            decide_on_shipped(by=manager, shipped=item, is_ours=position % 6 != 4)
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
