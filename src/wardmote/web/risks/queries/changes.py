"""What changed in the risk register since a day, such as the board's last meeting."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from wardmote.web.core.actors import Actor
from wardmote.web.risks.models import Risk
from wardmote.web.risks.queries.registers import risks_of, scores_of

Change = Literal["new", "up", "down", "same", "closed"]


@dataclass(frozen=True)
class RiskChange:
    """A risk and how its score stood before: None where it was not there yet."""

    risk: Risk
    before: int | None
    change: Change

    @property
    def words(self) -> str:
        """Up from 9 to 16."""
        if self.change in {"up", "down"}:
            return f"{self.change} from {self.before} to {self.risk.score}"
        return {"new": "new", "same": "no change", "closed": "closed"}[self.change]


def changes_since(actor: Actor, since: date) -> dict[object, RiskChange]:
    """Each risk by its id. Two queries, however many there are."""
    before: dict[object, int] = {}
    for score in scores_of(actor).filter(scored_on__lte=since).order_by("scored_on", "created_at"):
        before[score.risk_id] = score.likelihood * score.impact
    return {risk.pk: _change(risk, before.get(risk.pk)) for risk in risks_of(actor)}


def _change(risk: Risk, before: int | None) -> RiskChange:
    if risk.state == Risk.State.CLOSED:
        return RiskChange(risk, before, "closed")
    if before is None:
        return RiskChange(risk, None, "new")
    kind: Change = "same" if risk.score == before else ("up" if risk.score > before else "down")
    return RiskChange(risk, before, kind)
