"""Naming risks, reviewing them and tying them to what they threaten."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError

from wardmote.web.core import clock
from wardmote.web.core.actions import action
from wardmote.web.core.actors import Actor
from wardmote.web.core.audit import save_changes, save_new
from wardmote.web.core.targets import Target
from wardmote.web.core.ties import set_ties
from wardmote.web.risks.models import Risk, RiskScore
from wardmote.web.risks.models.risk import scale_of_today


@action("risk.change")
def add_risk(*, by: Actor, **values: Any) -> Risk:
    """Name a risk, with its first score."""
    risk = Risk(partnership_id=by.partnership_id, **values)
    by.check("risk.change", risk)
    save_new(risk, by=by, doing="added a risk")
    _score(risk, by=by, note="")
    return risk


@action("risk.change")
def change_risk(risk: Risk, *, by: Actor, note: str = "", **values: Any) -> Risk:
    """Change what is said of a risk; a new likelihood or impact is a new score, and the old one stays.

    One that is closed stands before no board any more.
    """
    before = (risk.likelihood, risk.impact)
    if values.get("state") == Risk.State.CLOSED:
        values |= {"escalated_on": None, "escalated_to": ""}
    save_changes(risk, by=by, doing="reviewed a risk" if note else "changed a risk", **values)
    if note or (risk.likelihood, risk.impact) != before:
        _score(risk, by=by, note=note)
    return risk


@action("risk.change")
def take_risk_to_board(risk: Risk, *, by: Actor, to: str) -> Risk:
    """Ask a board to decide on an open risk; with nobody named, it is taken back."""
    if risk.state != Risk.State.OPEN:
        raise ValidationError("Only an open risk can be taken to a board.")
    if not to:
        return save_changes(risk, by=by, doing="took a risk back", escalated_on=None, escalated_to="")
    return save_changes(risk, by=by, doing="took a risk to a board", escalated_on=clock.today(), escalated_to=to)


@action("risk.change")
def tie_risk(risk: Risk, *, by: Actor, priorities: Iterable[Target], actions: Iterable[Target]) -> Risk:
    """Say which priorities it threatens, and which actions are done against it."""
    set_ties(risk, by=by, kind="priority", first=None, others=priorities)
    set_ties(risk, by=by, kind="action", first=None, others=actions)
    return save_changes(risk, by=by, doing="tied a risk to the plan")


def _score(risk: Risk, *, by: Actor, note: str) -> None:
    score = RiskScore(
        partnership_id=risk.partnership_id,
        risk=risk,
        likelihood=risk.likelihood,
        impact=risk.impact,
        scored_on=clock.today(),
        scored_by=by.name,
        note=note,
        scale=scale_of_today().id,
    )
    save_new(score, by=by, doing="scored a risk")
