"""What was loaded and how good it is."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from wardmote.web.core.api.offers import data_page
from wardmote.web.core.workspace import current_evidence
from wardmote.web.insight.actions.loading import LOADER
from wardmote.web.insight.presenters.held import NOTHING_LOADED, loads_page
from wardmote.web.insight.presenters.load import load_page
from wardmote.web.insight.queries.held import held
from wardmote.web.insight.queries.loads import load_answer, source_titles
from wardmote.web.insight.views.told import load_told, loads_told


@data_page(loads_told)
def show_all(request: HttpRequest) -> HttpResponse:
    """Every load, the months that are held, and what to mind in the rows."""
    return loads_response(request)


@data_page(load_told)
def show(request: HttpRequest, number: int) -> HttpResponse:
    """One load: its files, and why rows were set aside."""
    return render(request, "insight/load.html", {"page": load_page(load_answer(current_evidence(), number))})


def loads_response(request: HttpRequest, *, upload_error: str = "") -> HttpResponse:
    """The page of loads, with what is wrong with the files that were chosen on it, if anything is."""
    evidence = current_evidence()
    actor = getattr(request, "actor", None)
    context = {
        "can_load": actor is None or actor.may("evidence.load"),
        "upload": {"error": upload_error, "most_mb": settings.LARGEST_UPLOAD_MB},
        "is_loading": LOADER.job is not None and not LOADER.job.is_done,
        "empty": NOTHING_LOADED if not evidence.loads else None,
        "page": loads_page(held(evidence), source_titles(evidence)) if evidence.loads else None,
    }
    return render(request, "insight/loads.html", context, status=400 if upload_error else 200)
