"""Pages that look at many activities at once: by kind, by place, and training by agency and level."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from wardmote.errors import WardmoteError
from wardmote.web.activity.models import Activity
from wardmote.web.activity.presenters.of_kind import kind_listing, kind_sentence
from wardmote.web.activity.presenters.overview import year_select
from wardmote.web.activity.presenters.places import places_page
from wardmote.web.activity.presenters.training import training_page
from wardmote.web.activity.queries.activities import activities_of, words_said
from wardmote.web.activity.queries.of_kind import numbers_by_activity
from wardmote.web.activity.queries.places import patrol_hours, sites_now
from wardmote.web.activity.queries.training import training_matrix
from wardmote.web.activity.rules.kinds import find_kind
from wardmote.web.activity.rules.years import ALL, asked_year
from wardmote.web.core import clock
from wardmote.web.core.actors import acting
from wardmote.web.core.components import Link
from wardmote.web.core.lists import answer_list, list_page
from wardmote.web.core.outlines import outlines
from wardmote.web.core.workspace import current_evidence


@list_page(Activity, also=("year",))
def show_kind(request: HttpRequest, partnership: str, kind: str) -> HttpResponse:
    """Every activity of one kind, with what the kind asks for in words and numbers."""
    actor, today, of_kind = acting(request), clock.today(), find_kind(kind)
    year = asked_year(request.GET.get("year", "") or ALL.name, today=today)
    numbers = numbers_by_activity(actor, of_kind, year)
    context = {
        "heading": of_kind.title,
        "about": of_kind.about,
        "sentence": kind_sentence(of_kind, numbers, year),
        "year": year_select(year, today=today),
        "back": Link("Activity", reverse("activity-overview", args=[partnership])),
        "links": [Link("Add one", reverse("activity-add", args=[partnership, kind]))]
        if actor.may("activity.change")
        else [],
    }
    records = activities_of(actor).filter(kind=of_kind.id)
    listing = kind_listing(actor, of_kind, numbers, said=words_said(records))
    return answer_list(request, listing, records, template="activity/of_kind.html", context=context)


@require_safe
def show_places(request: HttpRequest, partnership: str) -> HttpResponse:
    """Venues and cameras on a map and by town, and patrols by place and month."""
    actor, today = acting(request), clock.today()
    year = asked_year(request.GET.get("year", ""), today=today)
    page = places_page(actor, sites_now(actor), patrol_hours(actor, year), _shapes(), year=year, today=today)
    return render(request, "activity/places.html", {"heading": "Places", "page": page, "back": _back(partnership)})


@require_safe
def show_training(request: HttpRequest, partnership: str) -> HttpResponse:
    """Training by agency and level."""
    actor, today = acting(request), clock.today()
    year = asked_year(request.GET.get("year", ""), today=today)
    page = training_page(training_matrix(actor, year), year, today=today)
    context = {"heading": "Training by agency and level", "page": page, "back": _back(partnership)}
    return render(request, "activity/training.html", context)


def _shapes() -> Mapping[str, Mapping[str, Any]]:
    """The outlines of the largest areas that are known; none before any were loaded."""
    try:
        evidence = current_evidence()
        return outlines(evidence, kind="section") or outlines(evidence, kind="ward")
    except WardmoteError:
        return {}


def _back(partnership: str) -> Link:
    return Link("Activity", reverse("activity-overview", args=[partnership]))
