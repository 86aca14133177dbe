"""Two years, two areas or two versions of a definition, side by side."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from wardmote.errors import NotAvailable
from wardmote.web.core.workspace import current_evidence
from wardmote.web.insight.forms.compare import CompareForm
from wardmote.web.insight.presenters.compare import compare_page
from wardmote.web.insight.presenters.held import NOTHING_LOADED
from wardmote.web.insight.queries.compare import side_by_side
from wardmote.web.insight.queries.loads import loads_of
from wardmote.web.insight.queries.series import horizon


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """The comparison that the address asks for; what cannot be compared is said beside the form, which keeps it."""
    evidence = current_evidence()
    if not evidence.loads:
        return render(request, "insight/compare.html", {"empty": NOTHING_LOADED})
    form = CompareForm(request.GET, horizon=horizon(evidence))
    if not form.is_valid():
        return render(request, "insight/compare.html", {"panel": form.panel}, status=400)
    try:
        found = side_by_side(evidence, form.pair)
    except NotAvailable as error:
        return render(request, "insight/compare.html", {"panel": form.panel, "sentence": error.sentence})
    page = compare_page(found, loads=loads_of(evidence, found.sides[1].measure))
    return render(request, "insight/compare.html", {"panel": form.panel, "page": page})
