"""Ending a priority, and retiring or moving an objective."""

from functools import partial
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from wardmote.web.core.actors import acting
from wardmote.web.core.clock import today
from wardmote.web.core.components import Link
from wardmote.web.core.scope import found
from wardmote.web.core.views.forms import answer_form, form_page
from wardmote.web.plans.actions.endings import end_priority, move_objective, retire_objective
from wardmote.web.plans.forms.endings import EndForm, MoveForm, RetireForm
from wardmote.web.plans.models import Objective, Priority
from wardmote.web.plans.presenters.plan import priority_address


@form_page(EndForm)
def end(request: HttpRequest, partnership: str, priority: UUID) -> HttpResponse:
    """End a priority."""
    actor = acting(request)
    record = found(actor, Priority, priority, to="plan.change")
    form = EndForm(actor=actor, besides=record, initial={"on": today()})
    act = partial(end_priority, record, by=actor)
    back = Link(record.title, priority_address(actor, record))
    sentence = "It stays readable among the former priorities, with its objectives and actions."
    return answer_form(request, form, act=act, heading=f"End “{record}”", back=back, button="End it", sentence=sentence)


@form_page(RetireForm)
def retire(request: HttpRequest, partnership: str, objective: UUID) -> HttpResponse:
    """Say that an objective is not pursued any more."""
    actor = acting(request)
    record = found(actor, Objective, objective, to="plan.change")
    form = RetireForm(initial={"retired_on": today()})
    act = partial(retire_objective, record, by=actor)
    back = Link(record.priority.title, priority_address(actor, record.priority))
    sentence = "It stays readable under its priority. Its actions go on."
    return answer_form(request, form, act=act, heading=f"Retire “{record}”", back=back, sentence=sentence)


@form_page(MoveForm)
def move(request: HttpRequest, partnership: str, objective: UUID) -> HttpResponse:
    """Pursue an objective under another priority."""
    actor = acting(request)
    record = found(actor, Objective, objective, to="plan.change")
    form = MoveForm(actor=actor, besides=record.priority)

    def act(**typed):
        return priority_address(actor, move_objective(record, by=actor, **typed).priority)

    back = Link(record.priority.title, priority_address(actor, record.priority))
    sentence = "Its actions go with it."
    return answer_form(
        request, form, act=act, heading=f"Move “{record}”", back=back, button="Move it", sentence=sentence
    )
