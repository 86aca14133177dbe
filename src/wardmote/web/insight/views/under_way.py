"""The load under way: how far it is, what came of it, and the word to stop."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from wardmote.web.core.api.offers import button_page, data_page
from wardmote.web.core.components import Link
from wardmote.web.core.forms import Form
from wardmote.web.core.views.forms import answer_form
from wardmote.web.insight.actions.loading import LOADER
from wardmote.web.insight.presenters.under_way import under_way_page
from wardmote.web.insight.views.told import under_way_told


@data_page(under_way_told)
def show(request: HttpRequest) -> HttpResponse:
    """The load that runs, or the last one; without any, the page of loads."""
    if LOADER.job is None:
        return redirect("loads")
    return render(request, "insight/under_way.html", {"page": under_way_page(LOADER.job)})


@button_page()
def stop(request: HttpRequest) -> HttpResponse:
    """Ask the load to end."""

    def act() -> str:
        LOADER.stop()
        return reverse("under-way")

    return answer_form(request, Form(), act=act, heading="Stop the load", back=Link("Loads", reverse("loads")))
