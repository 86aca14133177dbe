"""The search in the header."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from wardmote.web.core.actors import Actor, acting
from wardmote.web.core.search import search


@require_safe
def show(request: HttpRequest, partnership: str) -> HttpResponse:
    """Everything of the partnership that the reader may see."""
    return _answer(request, acting(request))


@require_safe
def show_figures(request: HttpRequest) -> HttpResponse:
    """Measures and places, on one analyst's own site; a member is sent on to the search of their partnership."""
    actor = getattr(request, "actor", None)
    if isinstance(actor, Actor):
        query = urlencode({"q": request.GET.get("q", "")})
        return redirect(f"{reverse('search', args=[actor.partnership_slug])}?{query}")
    return _answer(request, None)


def _answer(request: HttpRequest, actor: Actor | None) -> HttpResponse:
    results = search(actor, request.GET.get("q", ""))
    heading = f"Search for “{results.asked}”" if results.asked else "Search"
    return render(request, "core/search.html", {"heading": heading, "results": results})
