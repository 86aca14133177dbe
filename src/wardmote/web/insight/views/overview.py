"""The first page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from wardmote.errors import NotAvailable
from wardmote.web.core.clock import today
from wardmote.web.core.components import EmptyState
from wardmote.web.core.workspace import current_evidence
from wardmote.web.insight.presenters.duties import owed_sentence
from wardmote.web.insight.presenters.held import NOTHING_LOADED
from wardmote.web.insight.presenters.overview import overview
from wardmote.web.insight.queries.duties import duty_answer, has_partners
from wardmote.web.insight.queries.overview import overview_answer


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """What changed, what is new, what is missing."""
    evidence = current_evidence()
    if not evidence.loads:
        return render(request, "insight/overview.html", {"heading": "Overview", "empty": NOTHING_LOADED})
    owed = duty_answer(evidence, year="", on=today()) if has_partners(evidence) else None
    try:
        context = {"heading": "Overview", "page": overview(overview_answer(evidence), owed)}
    except NotAvailable as error:
        # Partners have sent something, and there is no month of recorded crime yet to say what changed.
        context = {"heading": "Overview", "empty": EmptyState(error.sentence), "owed": owed and owed_sentence(owed)}
    return render(request, "insight/overview.html", context)
