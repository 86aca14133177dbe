"""The load under way: how far it is, what came of it, and the word to stop."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from wardmote.web.insight.actions.loading import LOADER
from wardmote.web.insight.presenters.under_way import under_way_page


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """The load that runs, or the last one; without any, the page of loads."""
    if LOADER.job is None:
        return redirect("loads")
    return render(request, "insight/under_way.html", {"page": under_way_page(LOADER.job)})


@require_POST
def stop(request: HttpRequest) -> HttpResponse:
    """Ask the load to end."""
    LOADER.stop()
    return redirect("under-way")
