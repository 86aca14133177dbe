"""People and agencies over the API."""

from datetime import date
from uuid import UUID

from django.http import HttpRequest
from ninja import Path, Query, Router, Schema

from wardmote.web.accounts.queries.people import members_of, places_of
from wardmote.web.accounts.tokens import Needs
from wardmote.web.core.actors import acting

router = Router(tags=["people"])


class PersonOut(Schema):
    """A member."""

    id: UUID
    name: str
    job_title: str
    agency: str

    @staticmethod
    def resolve_agency(member) -> str:
        return member.agency.name


class AgencyOut(Schema):
    """An agency's place in the partnership."""

    id: UUID
    name: str
    kind: str
    standing: str
    is_voting: bool
    joined_on: date

    @staticmethod
    def resolve_name(place) -> str:
        return place.agency.name

    @staticmethod
    def resolve_kind(place) -> str:
        return place.agency.kind


class PageOf(Schema):
    """Where a page of a list starts, and how long it is."""

    offset: int = 0
    limit: int = 100


@router.get("people", response=list[PersonOut], auth=Needs("partnership.read"), url_name="api-people")
def people(request: HttpRequest, partnership: Path[str], page: Query[PageOf]):
    """The partnership's members."""
    start = max(page.offset, 0)
    return members_of(acting(request))[start : start + min(max(page.limit, 1), 500)]


@router.get("agencies", response=list[AgencyOut], auth=Needs("partnership.read"), url_name="api-agencies")
def agencies(request: HttpRequest, partnership: Path[str]):
    """The agencies in the partnership, and by what right they sit there."""
    return places_of(acting(request))
