"""The first page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from wardmote.errors import NotAvailable
from wardmote.web.core.actors import Actor
from wardmote.web.core.clock import today
from wardmote.web.core.components import EmptyState
from wardmote.web.core.overview import all_due, all_new, last_meeting, since_of
from wardmote.web.core.workspace import current_evidence
from wardmote.web.insight.presenters.held import NOTHING_LOADED
from wardmote.web.insight.presenters.overview import Overview, RoomsSay, overview, overview_without_findings
from wardmote.web.insight.queries.duties import duty_answer, has_partners
from wardmote.web.insight.queries.overview import overview_answer


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """What changed, what is due, what is new."""
    actor: Actor | None = getattr(request, "actor", None)
    return render(request, "insight/overview.html", {"heading": "Overview", "page": _page(actor), "actor": actor})


def _page(actor: Actor | None) -> Overview:
    evidence, said = current_evidence(), _rooms(actor) if actor else RoomsSay()
    if not evidence.loads:
        return overview_without_findings(NOTHING_LOADED, (), None, rooms=said)
    owed = duty_answer(evidence, year="", on=today()) if has_partners(evidence) else None
    try:
        answer = overview_answer(evidence, since=said.meeting.held_on if said.meeting else None)
    except NotAvailable as error:
        # Partners have sent something, and there is no month of recorded crime yet to say what changed.
        return overview_without_findings(EmptyState(error.sentence), evidence.loads, owed, rooms=said)
    return overview(answer, owed, rooms=said)


def _rooms(actor: Actor) -> RoomsSay:
    meeting = last_meeting(actor, on=today())
    since = since_of(meeting, on=today())
    return RoomsSay(all_due(actor, on=today()), all_new(actor, since=since), since, meeting)
