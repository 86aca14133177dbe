"""The first page of governance, and what changed since the last meeting."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from wardmote.web.core.actors import acting
from wardmote.web.core.clock import today
from wardmote.web.governance.forms.since import since_asked
from wardmote.web.governance.presenters.board import board_page, changes_page
from wardmote.web.governance.queries.changes import changes_since
from wardmote.web.governance.queries.compliance import due_soon
from wardmote.web.governance.queries.groups import board_of
from wardmote.web.governance.queries.meetings import next_meetings, open_actions_of


@require_safe
def show(request: HttpRequest, partnership: str) -> HttpResponse:
    """What comes next, what is due, and who is late."""
    actor, on = acting(request), today()
    page = board_page(
        actor,
        on=on,
        meetings=next_meetings(actor, on=on),
        due=due_soon(actor, on=on) if actor.may("duty.read") else (),
        late=list(open_actions_of(actor).filter(due_on__lt=on)[:20]),
    )
    return render(request, "governance/page.html", {"page": page, "heading": page.heading})


@require_safe
def changes(request: HttpRequest, partnership: str) -> HttpResponse:
    """What changed since the last meeting of the executive board, or since the day that the address gives."""
    actor, on = acting(request), today()
    board = board_of(actor)
    since, form = since_asked(request.GET, board=board, on=on)
    page = changes_page(changes_since(actor, since=since, until=on), actor)
    context = {"page": page, "heading": page.heading, "form": form}
    return render(request, "governance/changes.html", context, status=400 if form.errors else 200)
