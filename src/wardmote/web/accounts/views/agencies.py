"""Agencies of the partnership: how they come in, by what right they sit there, and how they leave."""

from functools import partial
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from wardmote.web.accounts.actions.agencies import change_standing, end_standing, name_agency
from wardmote.web.accounts.forms.board import AdmitForm, LastDayForm, StandingForm
from wardmote.web.accounts.models import PartnerAgency
from wardmote.web.accounts.presenters.standing import place_facts, place_listing
from wardmote.web.accounts.queries.standing import covered, places_ever
from wardmote.web.accounts.rules.authorities import gap_in_words
from wardmote.web.core.actors import Actor, acting
from wardmote.web.core.components import Link
from wardmote.web.core.lists import answer_list, list_page
from wardmote.web.core.scope import found
from wardmote.web.core.views.forms import answer_form, form_page


@list_page(PartnerAgency)
def show_all(request: HttpRequest, partnership: str) -> HttpResponse:
    """Every agency that sits or sat there."""
    actor = acting(request)
    may = actor.may("partnership.change")
    links = [Link("Admit an agency", reverse("agency-admit", args=[partnership]))] if may else []
    context = {"heading": "Agencies", "sentence": gap_in_words(covered(actor)), "links": links}
    return answer_list(request, place_listing(actor), places_ever(actor), context=context)


@require_safe
def show(request: HttpRequest, partnership: str, place: UUID) -> HttpResponse:
    """One agency's place in the partnership."""
    actor = acting(request)
    record = found(actor, PartnerAgency, place, within=places_ever(actor))
    may = actor.may("partnership.change", record) and record.left_on is None
    context = {
        "heading": record.agency.name,
        "back": _back(actor),
        "facts": place_facts(record),
        "links": _ways_on(record, partnership) if may else (),
    }
    return render(request, "accounts/person.html", context)


@form_page(AdmitForm)
def admit(request: HttpRequest, partnership: str) -> HttpResponse:
    """Admit an agency."""
    actor = acting(request)
    act = partial(name_agency, by=actor)
    form = AdmitForm()
    return answer_form(request, form, act=act, heading="Admit an agency", back=_back(actor), button="Admit")


@form_page(StandingForm, is_correction=True)
def change(request: HttpRequest, partnership: str, place: UUID) -> HttpResponse:
    """Say by what right an agency sits there from a day on."""
    actor = acting(request)
    record = _place(actor, place)
    act = partial(change_standing, record, by=actor)
    known = {"standing": record.standing, "is_voting": record.is_voting}
    form = StandingForm(record=record, initial=known)
    sentence = "What it was until that day stays on record."
    return answer_form(
        request, form, act=act, heading=f"Standing of {record.agency}", back=_back(actor), sentence=sentence
    )


@form_page(LastDayForm)
def end(request: HttpRequest, partnership: str, place: UUID) -> HttpResponse:
    """Let an agency go, once none of its people is left."""
    actor = acting(request)
    record = _place(actor, place)
    act = partial(end_standing, record, by=actor)
    form = LastDayForm()
    sentence = "It keeps its place in what was decided until then. An agency whose people are still here cannot leave."
    return answer_form(
        request,
        form,
        act=act,
        heading=f"{record.agency} leaves the partnership",
        back=_back(actor),
        button="End its standing",
        sentence=sentence,
    )


def _ways_on(record: PartnerAgency, partnership: str) -> tuple[Link, ...]:
    ways = (("Change its standing", "agency-change"), ("It leaves the partnership", "agency-end"))
    return tuple(Link(text, reverse(route, args=[partnership, record.pk])) for text, route in ways)


def _place(actor: Actor, place: UUID) -> PartnerAgency:
    """A place that has not ended: what has ended is history, and history is not changed."""
    current = places_ever(actor).filter(left_on=None)
    return found(actor, PartnerAgency, place, to="partnership.change", within=current)


def _back(actor: Actor) -> Link:
    return Link("Agencies", reverse("agencies", args=[actor.partnership_slug]))
