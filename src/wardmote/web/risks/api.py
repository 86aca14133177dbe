"""Risks, grants, savings and the horizon over the API."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db.models import F
from django.http import HttpRequest
from ninja import Path, Query, Router, Schema

from wardmote.web.accounts.api import PageOf
from wardmote.web.accounts.tokens import Needs
from wardmote.web.core.actors import acting
from wardmote.web.risks.queries.registers import grants_of, horizon_of, risks_of, savings_of

router = Router(tags=["risks and money"])


class RiskOut(Schema):
    """A risk with its newest score."""

    id: UUID
    title: str
    cause: str
    effect: str
    likelihood: int
    impact: int
    band: str
    mitigation: str
    owner: str
    review_on: date
    state: str

    @staticmethod
    def resolve_band(risk) -> str:
        return risk.band.word

    @staticmethod
    def resolve_owner(risk) -> str:
        return risk.owner.name


class DependentOut(Schema):
    """What hangs on a grant."""

    title: str
    kind: str
    posts: Decimal | None
    stops: str


class GrantOut(Schema):
    """A grant, and what hangs on it."""

    id: UUID
    title: str
    funder: str
    amount: Decimal
    conditions: str
    state: str
    started_on: date
    ends_on: date
    dependents: list[DependentOut]

    @staticmethod
    def resolve_dependents(grant) -> list:
        return list(grant.dependents.all())


class SavingOut(Schema):
    """A saving, never without its method."""

    id: UUID
    title: str
    first_on: date
    last_on: date
    amount: Decimal
    method: str


class HorizonOut(Schema):
    """Something on the horizon."""

    id: UUID
    title: str
    pestelo: str
    effect: str
    source: str
    expected_on: date | None
    expected: str
    state: str


@router.get("risks", response=list[RiskOut], auth=Needs("risk.read"), url_name="api-risks")
def risks(request: HttpRequest, partnership: Path[str], page: Query[PageOf]):
    """The risk register, the highest score first."""
    return _page(risks_of(acting(request)).order_by((F("likelihood") * F("impact")).desc(), "pk"), page)


@router.get("grants", response=list[GrantOut], auth=Needs("money.read"), url_name="api-grants")
def grants(request: HttpRequest, partnership: Path[str], page: Query[PageOf]):
    """Grants, the first to end first."""
    return _page(grants_of(acting(request)).order_by("ends_on", "pk"), page)


@router.get("savings", response=list[SavingOut], auth=Needs("money.read"), url_name="api-savings")
def savings(request: HttpRequest, partnership: Path[str], page: Query[PageOf]):
    """Savings with their methods."""
    return _page(savings_of(acting(request)).order_by("-first_on", "pk"), page)


@router.get("horizon", response=list[HorizonOut], auth=Needs("risk.read"), url_name="api-horizon")
def horizon(request: HttpRequest, partnership: Path[str], page: Query[PageOf]):
    """What is coming."""
    return _page(horizon_of(acting(request)).order_by("expected_on", "pk"), page)


def _page(queryset, page: PageOf):
    start = max(page.offset, 0)
    return queryset[start : start + min(max(page.limit, 1), 500)]
