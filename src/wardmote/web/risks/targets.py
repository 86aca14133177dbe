"""What other rooms may tie their records to: risks and grants."""

from django.db.models import QuerySet

from wardmote.web.core.actors import Actor
from wardmote.web.core.targets import Offer, Targets
from wardmote.web.risks.models import Grant, Risk
from wardmote.web.risks.queries.registers import grants_of, risks_of


def _risks(actor: Actor) -> QuerySet[Risk]:
    return risks_of(actor).filter(state=Risk.State.OPEN).order_by("title")


def _grants(actor: Actor) -> QuerySet[Grant]:
    return grants_of(actor).order_by("title")


TARGETS: Targets = {"risk": Offer(_risks, "risk"), "grant": Offer(_grants, "grant")}
