"""The chair and the vice-chair: elections, ends, and everybody who held the office."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from wardmote.web.accounts.actions.officers import elect, end_office
from wardmote.web.accounts.forms.board import ElectionForm, LastDayForm
from wardmote.web.accounts.models import Member, Officer
from wardmote.web.accounts.presenters.standing import officer_facts, officer_listing
from wardmote.web.accounts.queries.people import officers_of
from wardmote.web.core.actors import Actor, acting
from wardmote.web.core.components import Link
from wardmote.web.core.lists import answer_list, list_page
from wardmote.web.core.scope import found
from wardmote.web.core.views.forms import answer_form, form_page


@list_page(Officer)
def show_all(request: HttpRequest, partnership: str) -> HttpResponse:
    """Everybody who holds or held an office."""
    actor = acting(request)
    may = actor.may("partnership.change")
    links = [Link("Record an election", reverse("officer-elect", args=[partnership]))] if may else []
    context = {"heading": "Chair and vice-chair", "links": links}
    return answer_list(request, officer_listing(actor), officers_of(actor), context=context)


@require_safe
def show(request: HttpRequest, partnership: str, officer: UUID) -> HttpResponse:
    """One term of office."""
    actor = acting(request)
    record = found(actor, Officer, officer, within=officers_of(actor))
    may_end = actor.may("partnership.change", record) and not record.ended_on
    context = {
        "heading": str(record.member),
        "back": _back(actor),
        "facts": officer_facts(record),
        "links": [Link("End the office", reverse("officer-end", args=[partnership, record.pk]))] if may_end else [],
    }
    return render(request, "accounts/person.html", context)


@form_page(ElectionForm)
def hold_election(request: HttpRequest, partnership: str) -> HttpResponse:
    """Record who was elected."""
    actor = acting(request)

    def act(*, member: Member, **typed: Any) -> None:
        elect(member, by=actor, **typed)

    form = ElectionForm(actor=actor)
    sentence = "Whoever held the office until then ends on that day, and stays in the history."
    return answer_form(request, form, act=act, heading="Record an election", back=_back(actor), sentence=sentence)


@form_page(LastDayForm)
def end(request: HttpRequest, partnership: str, officer: UUID) -> HttpResponse:
    """End an office before the next election."""
    actor = acting(request)
    record = found(actor, Officer, officer, to="partnership.change", within=officers_of(actor))
    act = partial(end_office, record, by=actor)
    form = LastDayForm()
    heading = f"{record.member} is {record.get_office_display()} no longer"
    sentence = "Until the next election nobody holds the office."
    return answer_form(
        request, form, act=act, heading=heading, back=_back(actor), button="End the office", sentence=sentence
    )


def _back(actor: Actor) -> Link:
    return Link("Chair and vice-chair", reverse("officers", args=[actor.partnership_slug]))
