"""What was loaded and how good it is."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from wardmote.web.core.workspace import current_evidence
from wardmote.web.insight.presenters.held import NOTHING_LOADED, loads_page
from wardmote.web.insight.presenters.load import load_page
from wardmote.web.insight.queries.held import held
from wardmote.web.insight.queries.loads import load_answer


@require_safe
def show_all(request: HttpRequest) -> HttpResponse:
    """Every load, the months that are held, and what to mind in the rows."""
    evidence = current_evidence()
    if not evidence.loads:
        return render(request, "insight/loads.html", {"empty": NOTHING_LOADED})
    return render(request, "insight/loads.html", {"page": loads_page(held(evidence))})


@require_safe
def show(request: HttpRequest, number: int) -> HttpResponse:
    """One load: its files, and why rows were set aside."""
    return render(request, "insight/load.html", {"page": load_page(load_answer(current_evidence(), number))})
