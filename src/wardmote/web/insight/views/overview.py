"""The first page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from wardmote.web.core.workspace import current_evidence
from wardmote.web.insight.presenters.held import NOTHING_LOADED
from wardmote.web.insight.presenters.overview import overview
from wardmote.web.insight.queries.overview import overview_answer


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """What changed, what is new, what is missing."""
    evidence = current_evidence()
    if not evidence.loads:
        return render(request, "insight/overview.html", {"heading": "Overview", "empty": NOTHING_LOADED})
    context = {"heading": "Overview", "page": overview(overview_answer(evidence))}
    return render(request, "insight/overview.html", context)
