"""Figures, sites and standards of an activity."""

from functools import partial
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from wardmote.web.activity.actions.activities import change_standard
from wardmote.web.activity.actions.numbers import add_figure, add_site, change_figure, change_site, remove_figure
from wardmote.web.activity.forms.numbers import FigureForm, SiteForm, StandardForm
from wardmote.web.activity.models import Activity, ActivityFigure, Site, Standard
from wardmote.web.activity.presenters.listings import figures_listing, sites_listing
from wardmote.web.activity.queries.activities import activities_of, figures_of, sites_of
from wardmote.web.core.actors import acting
from wardmote.web.core.components import Link
from wardmote.web.core.forms import Form
from wardmote.web.core.lists import answer_list, list_page
from wardmote.web.core.scope import found
from wardmote.web.core.views.forms import answer_form, form_page


@list_page(ActivityFigure)
def show_figures(request: HttpRequest, partnership: str, activity: UUID) -> HttpResponse:
    """Every figure of one activity."""
    actor = acting(request)
    record = found(actor, Activity, activity, within=activities_of(actor))
    listing = figures_listing(actor, record.kind_of, may_change=actor.may("activity.change", record))
    context = {"heading": f"Figures of {record}", "back": _back(partnership, record)}
    return answer_list(request, listing, figures_of(actor).filter(activity=record), context=context)


@list_page(Site)
def show_sites(request: HttpRequest, partnership: str, activity: UUID) -> HttpResponse:
    """Every venue, business or camera of one activity."""
    actor = acting(request)
    record = found(actor, Activity, activity, within=activities_of(actor))
    if record.kind_of.sites is None:
        raise Http404("An activity of this kind has no sites.")
    listing = sites_listing(actor, record.kind_of, may_change=actor.may("activity.change", record))
    context = {"heading": f"{listing.nouns.capitalize()} of {record}", "back": _back(partnership, record)}
    return answer_list(request, listing, sites_of(actor).filter(activity=record), context=context)


@form_page(FigureForm)
def enter_figure(request: HttpRequest, partnership: str, activity: UUID) -> HttpResponse:
    """Enter a figure."""
    actor = acting(request)
    record = found(actor, Activity, activity, to="activity.change")
    back = _back(partnership, record)
    act = partial(add_figure, by=actor, activity=record)
    form = FigureForm(kind=record.kind_of, actor=actor)
    return answer_form(request, form, act=act, heading=f"Enter a figure of {record}", back=back)


@form_page(FigureForm, is_correction=True)
def correct_figure(request: HttpRequest, partnership: str, figure: UUID) -> HttpResponse:
    """Correct a figure."""
    actor = acting(request)
    record = found(actor, ActivityFigure, figure, to="activity.change", within=figures_of(actor))
    form = FigureForm(kind=record.activity.kind_of, actor=actor, record=record)
    act = partial(change_figure, record, by=actor)
    return answer_form(
        request,
        form,
        act=act,
        heading="Correct a figure",
        back=_figures(partnership, record.activity),
        template="activity/figure.html",
        away=Link("Take this figure back", reverse("figure-remove", args=[partnership, figure])),
    )


@form_page()
def take_back_figure(request: HttpRequest, partnership: str, figure: UUID) -> HttpResponse:
    """Ask once, then take the figure back."""
    actor = acting(request)
    record = found(actor, ActivityFigure, figure, to="activity.change", within=figures_of(actor))
    act = partial(remove_figure, record, by=actor)
    return answer_form(
        request,
        Form(),
        act=act,
        heading="Take this figure back?",
        sentence=f"{record.counted.label}, {record.value:,.0f}. The audit keeps that it was here.",
        back=_figures(partnership, record.activity),
        button="Take it back",
    )


@form_page(SiteForm)
def enter_site(request: HttpRequest, partnership: str, activity: UUID) -> HttpResponse:
    """Add a venue, a business or a camera."""
    actor = acting(request)
    record = found(actor, Activity, activity, to="activity.change")
    if record.kind_of.sites is None:
        raise Http404("An activity of this kind has no sites.")
    act = partial(add_site, by=actor, activity=record)
    form, heading = SiteForm(kind=record.kind_of, actor=actor), f"Add a {record.kind_of.sites.noun} to {record}"
    return answer_form(request, form, act=act, heading=heading, back=_sites(partnership, record))


@form_page(SiteForm, is_correction=True)
def correct_site(request: HttpRequest, partnership: str, site: UUID) -> HttpResponse:
    """Change a site, or say when it left."""
    actor = acting(request)
    record = found(actor, Site, site, to="activity.change", within=sites_of(actor))
    form = SiteForm(kind=record.activity.kind_of, actor=actor, record=record)
    act = partial(change_site, record, by=actor)
    back = _sites(partnership, record.activity)
    return answer_form(request, form, act=act, heading=f"Change {record.name}", back=back)


@form_page(StandardForm, is_correction=True)
def judge_standard(request: HttpRequest, partnership: str, standard: UUID) -> HttpResponse:
    """Say how far a standard is met, and by what evidence."""
    actor = acting(request)
    record = found(actor, Standard, standard, to="activity.change")
    back = _back(partnership, record.activity)
    act = partial(change_standard, record, by=actor)
    form = StandardForm(actor=actor, record=record)
    return answer_form(request, form, act=act, heading=str(record), back=back)


def _back(partnership: str, record: Activity) -> Link:
    return Link(record.title, reverse("activity", args=[partnership, record.pk]))


def _figures(partnership: str, record: Activity) -> Link:
    return Link(f"Figures of {record}", reverse("figures", args=[partnership, record.pk]))


def _sites(partnership: str, record: Activity) -> Link:
    return Link(f"Places of {record}", reverse("sites", args=[partnership, record.pk]))
