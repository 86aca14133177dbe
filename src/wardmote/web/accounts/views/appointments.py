"""Appointments: who speaks for which authority, and who deputises."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from wardmote.web.accounts.actions.appointments import appoint, change_appointment, end_appointment, reappoint
from wardmote.web.accounts.forms.board import AppointmentForm, LastDayForm, NewAppointmentForm, TermForm
from wardmote.web.accounts.models import Appointment, Member
from wardmote.web.accounts.presenters.standing import appointment_facts, appointment_listing, is_over
from wardmote.web.accounts.queries.standing import appointments_of, covered, in_force
from wardmote.web.accounts.rules.authorities import gap_in_words
from wardmote.web.core.actors import Actor, acting
from wardmote.web.core.clock import today
from wardmote.web.core.components import Link
from wardmote.web.core.lists import answer_list, list_page
from wardmote.web.core.scope import found
from wardmote.web.core.views.forms import answer_form, form_page


@list_page(Appointment)
def show_all(request: HttpRequest, partnership: str) -> HttpResponse:
    """Everybody who is and was appointed."""
    actor = acting(request)
    may = actor.may("partnership.change")
    links = [Link("Appoint somebody", reverse("appointment-add", args=[partnership]))] if may else []
    context = {"heading": "Appointments", "sentence": gap_in_words(covered(actor)), "links": links}
    return answer_list(request, appointment_listing(actor), appointments_of(actor), context=context)


@require_safe
def show(request: HttpRequest, partnership: str, appointment: UUID) -> HttpResponse:
    """One appointment."""
    actor = acting(request)
    record = found(actor, Appointment, appointment, within=appointments_of(actor))
    deputies = in_force(appointments_of(actor).filter(deputy_for=record), on=today())
    may = actor.may("partnership.change", record)
    context = {
        "heading": str(record.member),
        "back": _back(actor),
        "facts": appointment_facts(record, deputies),
        "links": _ways_on(record, partnership) if may else (),
    }
    return render(request, "accounts/person.html", context)


@form_page(NewAppointmentForm)
def add(request: HttpRequest, partnership: str) -> HttpResponse:
    """Appoint a representative or a deputy."""
    actor = acting(request)

    def act(*, member: Member, **typed: Any) -> None:
        appoint(member, by=actor, **typed)

    form = NewAppointmentForm(actor=actor)
    return answer_form(request, form, act=act, heading="Appoint somebody", back=_back(actor), button="Appoint")


@form_page(AppointmentForm, is_correction=True)
def change(request: HttpRequest, partnership: str, appointment: UUID) -> HttpResponse:
    """Put right what an appointment says."""
    actor = acting(request)
    record = found(actor, Appointment, appointment, to="partnership.change", within=appointments_of(actor))
    act = partial(change_appointment, record, by=actor)
    form = AppointmentForm(actor=actor, record=record)
    sentence = "For what was wrong. For a further term, reappoint them; for somebody else, appoint somebody."
    heading = f"Appointment of {record.member}"
    return answer_form(request, form, act=act, heading=heading, back=_back(actor), sentence=sentence)


@form_page(TermForm)
def again(request: HttpRequest, partnership: str, appointment: UUID) -> HttpResponse:
    """A further term."""
    actor = acting(request)
    record = found(actor, Appointment, appointment, to="partnership.change", within=appointments_of(actor))
    act = partial(reappoint, record, by=actor)
    form = TermForm()
    sentence = "A term that is still running ends on the day before. Deputies go on with them."
    return answer_form(
        request,
        form,
        act=act,
        heading=f"Reappoint {record.member}",
        back=_back(actor),
        button="Reappoint",
        sentence=sentence,
    )


@form_page(LastDayForm)
def end(request: HttpRequest, partnership: str, appointment: UUID) -> HttpResponse:
    """End an appointment."""
    actor = acting(request)
    record = found(actor, Appointment, appointment, to="partnership.change", within=appointments_of(actor))
    act = partial(end_appointment, record, by=actor)
    deputies = [str(one.member) for one in in_force(record.deputies.select_related("member"), on=today())]
    also = f" {' and '.join(deputies)} will no longer deputise." if deputies else ""
    form = LastDayForm()
    return answer_form(
        request,
        form,
        act=act,
        heading=f"End the appointment of {record.member}",
        back=_back(actor),
        button="End it",
        sentence=f"They stay a member and keep their roles.{also}",
    )


def _ways_on(record: Appointment, partnership: str) -> tuple[Link, ...]:
    ways = [("Reappoint", "appointment-again"), ("Change", "appointment-change")]
    if not is_over(record.ended_on):
        ways.append(("End the appointment", "appointment-end"))
    return tuple(Link(text, reverse(route, args=[partnership, record.pk])) for text, route in ways)


def _back(actor: Actor) -> Link:
    return Link("Appointments", reverse("appointments", args=[actor.partnership_slug]))
