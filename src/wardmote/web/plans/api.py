"""The plan over the API: the same queries and actions as its pages."""

from datetime import date
from uuid import UUID

from django.http import HttpRequest
from ninja import Path, Query, Router, Schema

from wardmote.errors import BadInput
from wardmote.web.accounts.tokens import Needs
from wardmote.web.core.actors import acting
from wardmote.web.core.scope import found
from wardmote.web.plans.actions.actions import say_how_it_stands
from wardmote.web.plans.models import Action
from wardmote.web.plans.queries.actions import actions_of
from wardmote.web.plans.queries.priorities import priorities_in_force
from wardmote.web.plans.queries.serving import all_serving
from wardmote.web.plans.rules.statuses import STATUSES

router = Router(tags=["plan"])
_LONGEST_PAGE = 500


class PriorityOut(Schema):
    """A priority that is in force."""

    id: UUID
    title: str
    aim: str
    scope: str
    starts_on: date
    adopted_on: date | None
    adopted_at: str


class ServingOut(Schema):
    """What serves a priority, counted for one, with the others that it serves."""

    id: UUID
    name: str
    kind: str
    first: UUID | None
    others: list[UUID]
    is_cross_cutting: bool


class ActionOut(Schema):
    """An action and how it stands."""

    id: UUID
    title: str
    priority: UUID
    owner: str
    agency: str
    due_on: date
    status: str
    blocker: str
    done_on: date | None

    @staticmethod
    def resolve_priority(action) -> UUID:
        return action.priority_id

    @staticmethod
    def resolve_owner(action) -> str:
        return action.owner.name

    @staticmethod
    def resolve_agency(action) -> str:
        return action.owner.agency.name


class NoteIn(Schema):
    """How an action stands now."""

    status: str
    text: str = ""
    evidence: str = ""


class PageOf(Schema):
    """Where a page of a list starts, and how long it is."""

    offset: int = 0
    limit: int = 100
    status: str = ""


@router.get("priorities", response=list[PriorityOut], auth=Needs("plan.read"), url_name="api-priorities")
def priorities(request: HttpRequest, partnership: Path[str]):
    """The priorities that are in force."""
    return priorities_in_force(acting(request))


@router.get("serving", response=list[ServingOut], auth=Needs("plan.read"), url_name="api-serving")
def serving(request: HttpRequest, partnership: Path[str]):
    """Everything that serves a priority, once."""
    return all_serving(acting(request))


@router.get("actions", response=list[ActionOut], auth=Needs("plan.read"), url_name="api-actions")
def actions(request: HttpRequest, partnership: Path[str], page: Query[PageOf]):
    """Actions, what is due first; `status` narrows them."""
    chosen = actions_of(acting(request)).order_by("due_on", "pk")
    if page.status:
        chosen = chosen.filter(status=page.status)
    start = max(page.offset, 0)
    return chosen[start : start + min(max(page.limit, 1), _LONGEST_PAGE)]


@router.get("actions/{uuid:action}", response=ActionOut, auth=Needs("plan.read"), url_name="api-action")
def one_action(request: HttpRequest, partnership: Path[str], action: UUID):
    """One action."""
    actor = acting(request)
    return found(actor, Action, action, within=actions_of(actor))


@router.post("actions/{uuid:action}/notes", response=ActionOut, auth=Needs("action.update"), url_name="api-action-note")
def say(request: HttpRequest, partnership: Path[str], action: UUID, said: NoteIn):
    """Say how an action stands."""
    actor = acting(request)
    record = found(actor, Action, action, to="action.update", within=actions_of(actor))
    if said.status not in dict(STATUSES):
        raise BadInput(f"“{said.status}” is not a status", do=f"give one of {', '.join(dict(STATUSES))}")
    say_how_it_stands(record, by=actor, status=said.status, text=said.text, evidence=said.evidence)
    return record
