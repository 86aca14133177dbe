"""Activity over the API."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest
from ninja import Path, Query, Router, Schema, Status

from wardmote.errors import BadInput
from wardmote.web.accounts.api import PageOf
from wardmote.web.accounts.tokens import Needs
from wardmote.web.activity.actions.numbers import add_figure
from wardmote.web.activity.models import Activity
from wardmote.web.activity.queries.activities import activities_of, figures_of, sites_of
from wardmote.web.core.actors import acting
from wardmote.web.core.scope import found

router = Router(tags=["activity"])


class ActivityOut(Schema):
    """An activity. `is_cc` says that it serves several priorities; it is counted once."""

    id: UUID
    kind: str
    title: str
    agency: str
    state: str
    started_on: date | None
    ended_on: date | None
    place: str
    words: dict[str, str]
    is_cc: bool

    @staticmethod
    def resolve_agency(activity) -> str:
        return activity.agency.name


class FigureOut(Schema):
    """A figure of an activity, for a period."""

    id: UUID
    activity: UUID
    item: str
    first_on: date
    last_on: date
    value: Decimal
    place: str
    of_agency: str

    @staticmethod
    def resolve_activity(figure) -> UUID:
        return figure.activity_id

    @staticmethod
    def resolve_of_agency(figure) -> str:
        return str(figure.of_agency or "")


class SiteOut(Schema):
    """A venue, a business or cameras."""

    id: UUID
    activity: UUID
    name: str
    category: str
    town: str
    longitude: Decimal | None
    latitude: Decimal | None
    number: int
    joined_on: date
    left_on: date | None

    @staticmethod
    def resolve_activity(site) -> UUID:
        return site.activity_id


class FigureIn(Schema):
    """A figure to be entered."""

    item: str
    first_on: date
    last_on: date
    value: Decimal
    place: str = ""
    note: str = ""


@router.get("activities", response=list[ActivityOut], auth=Needs("activity.read"), url_name="api-activities")
def activities(request: HttpRequest, partnership: Path[str], page: Query[PageOf]):
    """What the partnership does."""
    return _page(activities_of(acting(request)).order_by("title", "pk"), page)


@router.get("activity-figures", response=list[FigureOut], auth=Needs("activity.read"), url_name="api-figures")
def figures(request: HttpRequest, partnership: Path[str], page: Query[PageOf]):
    """Its numbers, the newest first."""
    return _page(figures_of(acting(request)).order_by("-first_on", "pk"), page)


@router.get("sites", response=list[SiteOut], auth=Needs("activity.read"), url_name="api-sites")
def sites(request: HttpRequest, partnership: Path[str], page: Query[PageOf]):
    """Venues of schemes, and cameras."""
    return _page(sites_of(acting(request)).order_by("name", "pk"), page)


@router.post(
    "activities/{uuid:activity}/figures",
    response={201: FigureOut},
    auth=Needs("activity.change"),
    url_name="api-figure-add",
)
def enter_figure(request: HttpRequest, partnership: Path[str], activity: Path[UUID], given: FigureIn):
    """Enter a figure."""
    actor = acting(request)
    record = found(actor, Activity, activity, to="activity.change")
    try:
        return Status(201, add_figure(by=actor, activity=record, **given.dict()))
    except ValidationError as error:
        raise BadInput(" ".join(error.messages), where=record.title) from error


def _page(queryset, page: PageOf):
    start = max(page.offset, 0)
    return queryset[start : start + min(max(page.limit, 1), 500)]
