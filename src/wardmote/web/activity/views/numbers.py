"""Figures, sites and standards of an activity."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from wardmote.web.activity.actions.activities import change_standard
from wardmote.web.activity.actions.numbers import add_figure, add_site, change_figure, change_site, remove_figure
from wardmote.web.activity.forms.numbers import FigureForm, SiteForm, StandardForm
from wardmote.web.activity.models import Activity, ActivityFigure, Site, Standard
from wardmote.web.activity.presenters.listings import figures_listing, sites_listing
from wardmote.web.activity.queries.activities import activities_of, figures_of, sites_of
from wardmote.web.core.actors import acting
from wardmote.web.core.components import Link
from wardmote.web.core.forms import Form
from wardmote.web.core.lists import answer_list
from wardmote.web.core.scope import found


@require_safe
def show_figures(request: HttpRequest, partnership: str, activity: UUID) -> HttpResponse:
    """Every figure of one activity."""
    actor = acting(request)
    record = found(actor, Activity, activity, within=activities_of(actor))
    listing = figures_listing(actor, record.kind_of, may_change=actor.may("activity.change", record))
    context = {"heading": f"Figures of {record}", "back": _back(partnership, record)}
    return answer_list(request, listing, figures_of(actor).filter(activity=record), context=context)


@require_safe
def show_sites(request: HttpRequest, partnership: str, activity: UUID) -> HttpResponse:
    """Every venue, business or camera of one activity."""
    actor = acting(request)
    record = found(actor, Activity, activity, within=activities_of(actor))
    if record.kind_of.sites is None:
        raise Http404("An activity of this kind has no sites.")
    listing = sites_listing(actor, record.kind_of, may_change=actor.may("activity.change", record))
    context = {"heading": f"{listing.nouns.capitalize()} of {record}", "back": _back(partnership, record)}
    return answer_list(request, listing, sites_of(actor).filter(activity=record), context=context)


@require_http_methods(["GET", "POST"])
def enter_figure(request: HttpRequest, partnership: str, activity: UUID) -> HttpResponse:
    """Enter a figure."""
    actor = acting(request)
    record = found(actor, Activity, activity, to="activity.change")
    form = FigureForm(request.POST or None, kind=record.kind_of, actor=actor)
    if form.is_valid():
        with form.errors_of_action():
            add_figure(by=actor, activity=record, **form.cleaned_data)
            return redirect("activity", partnership=partnership, activity=record.pk)
    return _form(request, f"Enter a figure of {record}", form, _back(partnership, record))


@require_http_methods(["GET", "POST"])
def correct_figure(request: HttpRequest, partnership: str, figure: UUID) -> HttpResponse:
    """Correct a figure."""
    actor = acting(request)
    record = found(actor, ActivityFigure, figure, to="activity.change", within=figures_of(actor))
    form = FigureForm(request.POST or None, kind=record.activity.kind_of, actor=actor, record=record)
    if form.is_valid():
        with form.errors_of_action():
            change_figure(record, by=actor, **form.cleaned_data)
            return redirect("figures", partnership=partnership, activity=record.activity_id)
    away = Link("Take this figure back", reverse("figure-remove", args=[partnership, figure]))
    return _form(request, "Correct a figure", form, _back(partnership, record.activity), away=away)


@require_http_methods(["GET", "POST"])
def take_back_figure(request: HttpRequest, partnership: str, figure: UUID) -> HttpResponse:
    """Ask once, then take the figure back."""
    actor = acting(request)
    record = found(actor, ActivityFigure, figure, to="activity.change", within=figures_of(actor))
    if request.method == "POST":
        remove_figure(record, by=actor)
        return redirect("figures", partnership=partnership, activity=record.activity_id)
    context = {
        "heading": "Take this figure back?",
        "sentence": f"{record.counted.label}, {record.value:,.0f}. The audit keeps that it was here.",
        "form": Form(),
        "back": _back(partnership, record.activity),
        "button": "Take it back",
    }
    return render(request, "core/form.html", context)


@require_http_methods(["GET", "POST"])
def enter_site(request: HttpRequest, partnership: str, activity: UUID) -> HttpResponse:
    """Add a venue, a business or a camera."""
    actor = acting(request)
    record = found(actor, Activity, activity, to="activity.change")
    if record.kind_of.sites is None:
        raise Http404("An activity of this kind has no sites.")
    form = SiteForm(request.POST or None, kind=record.kind_of, actor=actor)
    if form.is_valid():
        with form.errors_of_action():
            add_site(by=actor, activity=record, **form.cleaned_data)
            return redirect("sites", partnership=partnership, activity=record.pk)
    return _form(request, f"Add a {record.kind_of.sites.noun} to {record}", form, _back(partnership, record))


@require_http_methods(["GET", "POST"])
def correct_site(request: HttpRequest, partnership: str, site: UUID) -> HttpResponse:
    """Change a site, or say when it left."""
    actor = acting(request)
    record = found(actor, Site, site, to="activity.change", within=sites_of(actor))
    form = SiteForm(request.POST or None, kind=record.activity.kind_of, actor=actor, record=record)
    if form.is_valid():
        with form.errors_of_action():
            change_site(record, by=actor, **form.cleaned_data)
            return redirect("sites", partnership=partnership, activity=record.activity_id)
    return _form(request, f"Change {record.name}", form, _back(partnership, record.activity))


@require_http_methods(["GET", "POST"])
def judge_standard(request: HttpRequest, partnership: str, standard: UUID) -> HttpResponse:
    """Say how far a standard is met, and by what evidence."""
    actor = acting(request)
    record = found(actor, Standard, standard, to="activity.change")
    form = StandardForm(request.POST or None, actor=actor, record=record)
    if form.is_valid():
        with form.errors_of_action():
            change_standard(record, by=actor, **form.cleaned_data)
            return redirect("activity", partnership=partnership, activity=record.activity_id)
    return _form(request, str(record), form, _back(partnership, record.activity))


def _back(partnership: str, record: Activity) -> Link:
    return Link(record.title, reverse("activity", args=[partnership, record.pk]))


def _form(request: HttpRequest, heading: str, form: Form, back: Link, *, away: Link | None = None) -> HttpResponse:
    context = {"heading": heading, "form": form, "back": back, "away": away}
    template = "activity/figure.html" if away else "core/form.html"
    return render(request, template, context, status=400 if form.errors else 200)
