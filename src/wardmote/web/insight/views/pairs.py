"""Pairs near the threshold of the last linked load: seen by pseudonym, and decided by a person."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from wardmote.errors import BadInput
from wardmote.web.core.workspace import current_workspace
from wardmote.web.insight.actions.pairs import decide_pairs
from wardmote.web.insight.presenters.pairs import pairs_page
from wardmote.web.insight.queries.pairs import pairs_answer


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """The pairs, nearest to the threshold first."""
    return _page(request)


@require_POST
def decide(request: HttpRequest) -> HttpResponse:
    """Say of the pairs that were ticked that each is one person, or two."""
    try:
        decide_pairs(current_workspace(), request.POST.getlist("pair"), decision=request.POST.get("decision", ""))
    except BadInput as error:
        return _page(request, error=error.sentence)
    return redirect("pairs")


def _page(request: HttpRequest, *, error: str = "") -> HttpResponse:
    page = pairs_page(pairs_answer(current_workspace()))
    errors = [{"text": error, "href": "#pairs"}] if error else []
    return render(request, "insight/pairs.html", {"page": page, "error": errors}, status=400 if error else 200)
