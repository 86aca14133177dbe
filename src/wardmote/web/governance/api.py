"""Groups, meetings, scrutiny and duties over the API."""

from datetime import date
from uuid import UUID

from django.http import HttpRequest
from ninja import Path, Query, Router, Schema

from wardmote.web.accounts.tokens import Needs
from wardmote.web.core.actors import acting
from wardmote.web.core.clock import today
from wardmote.web.core.scope import found
from wardmote.web.governance.actions.duties import record_proof
from wardmote.web.governance.actions.scrutiny import answer_recommendation
from wardmote.web.governance.models import Recommendation
from wardmote.web.governance.queries.compliance import statement_of
from wardmote.web.governance.queries.groups import groups_of
from wardmote.web.governance.queries.meetings import meetings_of
from wardmote.web.governance.queries.scrutiny import recommendations_of
from wardmote.web.governance.rules.statement import known_words

router = Router(tags=["governance"])


class GroupOut(Schema):
    """A board or group."""

    id: UUID
    name: str
    kind: str
    remit: str
    reports_to_id: UUID | None
    opened_on: date
    closed_on: date | None
    output: str


class MeetingOut(Schema):
    """A meeting, without its papers."""

    id: UUID
    group_id: UUID
    group: str
    held_on: date
    place: str
    capacity: str
    status: str
    minutes_published_on: date | None
    minutes_address: str
    item_count: int
    decision_count: int
    present_count: int

    @staticmethod
    def resolve_group(meeting) -> str:
        return str(meeting.group)


class RecommendationOut(Schema):
    """What scrutiny recommended, and how it was taken."""

    id: UUID
    text: str
    received_on: date
    route: str
    answer: str
    response: str
    responded_on: date | None


class ResponseIn(Schema):
    """The answer to a recommendation: accepted, partly or refused."""

    answer: str
    response: str
    responded_on: date


class DutyOut(Schema):
    """One line of the compliance statement."""

    duty: str
    title: str
    law: str
    certainty: str
    state: str
    evidence: str
    last: str
    due: date | None
    gap: str


class ProofIn(Schema):
    """What shows that a duty was met."""

    duty: str
    what: str
    done_on: date
    subject: str = ""
    is_month_only: bool = False
    due_on: date | None = None
    address: str = ""
    note: str = ""


class ProofOut(ProofIn):
    """The same, as it is kept."""

    id: UUID


class PageOf(Schema):
    """Where a page of a list starts, and how long it is."""

    offset: int = 0
    limit: int = 100

    def of(self, rows):
        """At most 500 rows."""
        start = max(self.offset, 0)
        return rows[start : start + min(max(self.limit, 1), 500)]


@router.get("groups", response=list[GroupOut], auth=Needs("board.read"), url_name="api-groups")
def groups(request: HttpRequest, partnership: Path[str]):
    """Every group, open or closed."""
    return groups_of(acting(request))


@router.get("meetings", response=list[MeetingOut], auth=Needs("board.read"), url_name="api-meetings")
def meetings(request: HttpRequest, partnership: Path[str], page: Query[PageOf]):
    """Every meeting, the newest first."""
    return page.of(meetings_of(acting(request)).order_by("-held_on", "pk"))


@router.get(
    "recommendations", response=list[RecommendationOut], auth=Needs("scrutiny.read"), url_name="api-recommendations"
)
def recommendations(request: HttpRequest, partnership: Path[str], page: Query[PageOf]):
    """What scrutiny recommended, the newest first."""
    return page.of(recommendations_of(acting(request)).order_by("-received_on", "pk"))


@router.post(
    "recommendations/{uuid:recommendation}/answer",
    response=RecommendationOut,
    auth=Needs("scrutiny.answer"),
    url_name="api-recommendation-answer",
)
def answer(request: HttpRequest, partnership: Path[str], recommendation: Path[UUID], given: ResponseIn):
    """Answer a recommendation."""
    actor = acting(request)
    record = found(actor, Recommendation, recommendation, to="scrutiny.answer")
    return answer_recommendation(record, by=actor, **given.dict())


@router.get("duties", response=list[DutyOut], auth=Needs("duty.read"), url_name="api-duties")
def duties(request: HttpRequest, partnership: Path[str], on: Query[date | None] = None):
    """The compliance statement, today or on another day."""
    return [
        DutyOut(
            duty=line.duty.id,
            title=line.title,
            law=line.version.law,
            certainty=line.version.certainty,
            state=line.state,
            evidence=line.evidence,
            last=known_words(line.known) if line.known else "",
            due=line.due,
            gap=line.gap,
        )
        for line in statement_of(acting(request), on=on or today())
    ]


@router.post("duties/evidence", response=ProofOut, auth=Needs("duty.change"), url_name="api-duty-evidence")
def evidence(request: HttpRequest, partnership: Path[str], given: ProofIn):
    """Record what shows that a duty was met."""
    return record_proof(by=acting(request), **given.dict())
