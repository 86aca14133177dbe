"""What other rooms may tie their records to: risks and grants."""

from collections.abc import Iterator

from django.urls import reverse

from wardmote.web.core.actors import Actor
from wardmote.web.core.targets import Target, Targets
from wardmote.web.risks.queries.registers import grants_of, risks_of


def _risks(actor: Actor) -> Iterator[Target]:
    for risk in risks_of(actor).filter(state="open").order_by("title"):
        yield Target(risk.pk, risk.title, reverse("risk", args=[actor.partnership_slug, risk.pk]))


def _grants(actor: Actor) -> Iterator[Target]:
    for grant in grants_of(actor).order_by("title"):
        yield Target(grant.pk, grant.title, reverse("grant", args=[actor.partnership_slug, grant.pk]))


TARGETS: Targets = {"risk": _risks, "grant": _grants}
