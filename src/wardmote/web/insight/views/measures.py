"""Measures: all of them, and each as the address chooses it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from wardmote.definitions.catalogue import find_measure
from wardmote.definitions.measure import Measure
from wardmote.errors import BadInput
from wardmote.web.core.api.offers import data_page, file_page
from wardmote.web.core.downloads import download
from wardmote.web.core.workspace import current_evidence
from wardmote.web.insight.forms.choices import ChoicesForm
from wardmote.web.insight.forms.panel import choices_panel
from wardmote.web.insight.presenters.held import NOTHING_LOADED
from wardmote.web.insight.presenters.measure import measure_page
from wardmote.web.insight.presenters.measures import measures_page
from wardmote.web.insight.queries.downloads import DOWNLOADS, download_text
from wardmote.web.insight.queries.measure import measure_answer
from wardmote.web.insight.queries.overview import overview_answer
from wardmote.web.insight.queries.series import horizon
from wardmote.web.insight.views.told import measures_told


@data_page(measures_told)
def show_all(request: HttpRequest) -> HttpResponse:
    """Every measure, how it changed, and how sure that is."""
    evidence = current_evidence()
    if not evidence.loads:
        return render(request, "insight/measures.html", {"empty": NOTHING_LOADED})
    return render(request, "insight/measures.html", {"page": measures_page(overview_answer(evidence))})


@require_safe
def show(request: HttpRequest, measure_id: str) -> HttpResponse:
    """One measure; choices that cannot be met are said beside the form, which keeps them."""
    measure = _measure(measure_id)
    evidence = current_evidence()
    form = ChoicesForm(request.GET, horizon=horizon(evidence))
    context = {"title": measure.title, "panel": choices_panel(form)}
    if not form.is_valid():
        return render(request, "insight/measure.html", context, status=400)
    page = measure_page(measure_answer(evidence, measure.id, form.choices))
    return render(request, "insight/measure.html", {**context, "page": page})


@file_page
def save(request: HttpRequest, measure_id: str, name: str) -> HttpResponse:
    """What the page shows, as a file."""
    measure = _measure(measure_id)
    if name not in DOWNLOADS:
        raise Http404(f"{name} is not a file of this page. Choose one of {', '.join(DOWNLOADS)}.")
    evidence = current_evidence()
    form = ChoicesForm(request.GET, horizon=horizon(evidence))
    if not form.is_valid():
        raise BadInput("; ".join(text for choice in form.options for text in form.sentences(choice)), where=name)
    content = download_text(evidence, measure.id, form.choices, name=name)
    return download(content, name=f"{measure.id}-{name}")


def _measure(measure_id: str) -> Measure:
    try:
        return find_measure(measure_id)
    except BadInput as error:
        raise Http404(error.sentence) from error
