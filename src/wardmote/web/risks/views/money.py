"""The funding cliff, and savings."""

from functools import partial
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from wardmote.web.core import clock
from wardmote.web.core.actors import Actor, acting
from wardmote.web.core.components import Link
from wardmote.web.core.lists import answer_list, list_page
from wardmote.web.core.scope import found
from wardmote.web.core.ties import ties_of_each
from wardmote.web.core.views.forms import answer_form, form_page
from wardmote.web.risks.actions.money import add_saving, change_saving
from wardmote.web.risks.forms.registers import SavingForm
from wardmote.web.risks.models import Saving
from wardmote.web.risks.presenters.cliff import cliff
from wardmote.web.risks.presenters.listings import savings_listing
from wardmote.web.risks.presenters.tied import tied_lines
from wardmote.web.risks.presenters.words import saving_facts
from wardmote.web.risks.queries.cliff import funding_cliff
from wardmote.web.risks.queries.registers import savings_of


@require_safe
def show_cliff(request: HttpRequest, partnership: str) -> HttpResponse:
    """What ends when, and what stops with it."""
    actor, today = acting(request), clock.today()
    ahead = funding_cliff(actor, today=today)
    ties = tied_lines(actor, ties_of_each(actor, ahead.grants))
    context = {
        "heading": "Money: the funding cliff",
        "page": cliff(actor, ahead, ties=ties),
        "links": _links(actor),
    }
    return render(request, "risks/cliff.html", context)


@list_page(Saving)
def show_savings(request: HttpRequest, partnership: str) -> HttpResponse:
    """Every saving."""
    actor = acting(request)
    links = [Link("Add a saving", reverse("saving-add", args=[partnership]))] if actor.may("money.change") else []
    sentence = "A saving is an estimate by the method that stands beside it, and not money that anybody has."
    context = {"heading": "Savings", "back": _money(partnership), "links": links, "sentence": sentence}
    return answer_list(request, savings_listing(actor), savings_of(actor), context=context)


@require_safe
def show_saving(request: HttpRequest, partnership: str, saving: UUID) -> HttpResponse:
    """One saving with its method."""
    actor = acting(request)
    record = found(actor, Saving, saving, within=savings_of(actor))
    links: list[Link] = []
    if actor.may("money.change", record):
        links.insert(0, Link("Change it", reverse("saving-change", args=[partnership, saving])))
    back = Link("Savings", reverse("savings", args=[partnership]))
    context = {"heading": record.title, "facts": saving_facts(record), "links": links, "back": back}
    return render(request, "risks/record.html", context)


@form_page(SavingForm)
def enter_saving(request: HttpRequest, partnership: str) -> HttpResponse:
    """Add a saving with its method."""
    actor = acting(request)

    def act(**values: object) -> str:
        return reverse("saving", args=[partnership, add_saving(by=actor, **values).pk])

    form = SavingForm(actor=actor)
    back = Link("Savings", reverse("savings", args=[partnership]))
    return answer_form(request, form, act=act, heading="Add a saving", back=back, button="Add")


@form_page(SavingForm, is_correction=True)
def correct_saving(request: HttpRequest, partnership: str, saving: UUID) -> HttpResponse:
    """Correct a saving."""
    actor = acting(request)
    record = found(actor, Saving, saving, to="money.change")
    here = reverse("saving", args=[partnership, saving])
    act = partial(change_saving, record, by=actor)
    form = SavingForm(actor=actor, record=record)
    return answer_form(request, form, act=act, heading="Change a saving", back=Link("Back to the saving", here))


def _money(partnership: str) -> Link:
    return Link("Money", reverse("money", args=[partnership]))


def _links(actor: Actor) -> list[Link]:
    args = [actor.partnership_slug]
    links = [Link("All grants", reverse("grants", args=args)), Link("Savings", reverse("savings", args=args))]
    return (
        [*links, Link("Spreadsheets out and in", reverse("risk-sheets", args=args))]
        if actor.may("risk.change")
        else links
    )
