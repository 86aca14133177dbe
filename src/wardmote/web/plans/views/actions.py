"""Actions: lists of them, and one."""

from functools import partial
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from wardmote.web.core.actors import acting
from wardmote.web.core.components import Link
from wardmote.web.core.lists import answer_list, list_page
from wardmote.web.core.scope import found
from wardmote.web.core.views.forms import answer_form, form_page
from wardmote.web.plans.actions.actions import change_action, escalate, give_action, say_how_it_stands
from wardmote.web.plans.forms.actions import ActionForm, EscalateForm, UpdateForm
from wardmote.web.plans.models import Action, Priority
from wardmote.web.plans.presenters.action import action_page
from wardmote.web.plans.presenters.listings import action_address, action_listing
from wardmote.web.plans.presenters.plan import priority_address
from wardmote.web.plans.queries.actions import actions_of, blocked_actions, late_actions, links_of
from wardmote.web.plans.queries.priorities import priorities_in_force


@list_page(Action)
def show_all(request: HttpRequest, partnership: str) -> HttpResponse:
    """Every action."""
    actor = acting(request)
    listing = action_listing(actor, priorities=tuple(priorities_in_force(actor)))
    return answer_list(request, listing, actions_of(actor), context={"heading": "Actions"})


@list_page(Action)
def show_blocked(request: HttpRequest, partnership: str) -> HttpResponse:
    """What is stuck, and why."""
    actor = acting(request)
    context = {
        "heading": "Blocked",
        "sentence": "Each of these waits for somebody else. What is in the way stands beside it.",
    }
    return answer_list(request, action_listing(actor, name="blocked"), blocked_actions(actor), context=context)


@list_page(Action)
def show_late(request: HttpRequest, partnership: str) -> HttpResponse:
    """What should have been done by now."""
    actor = acting(request)
    context = {"heading": "Late", "sentence": "The day by which these were to be done has passed."}
    return answer_list(request, action_listing(actor, name="late"), late_actions(actor), context=context)


@require_safe
def show(request: HttpRequest, partnership: str, action: UUID) -> HttpResponse:
    """One action, with everything that was said of it."""
    actor = acting(request)
    record = found(actor, Action, action, within=actions_of(actor))
    links = links_of(record) if actor.may("link.give", record) else ()
    page = action_page(actor, record, notes=record.notes.all(), links=links)
    return render(request, "plans/action.html", {"page": page})


@form_page(ActionForm)
def give(request: HttpRequest, partnership: str, priority: UUID) -> HttpResponse:
    """Give somebody an action."""
    actor = acting(request)
    record = found(actor, Priority, priority)

    def act(**typed):
        return action_address(actor, give_action(record, by=actor, **typed))

    form = ActionForm(actor=actor, priority=record)
    back = Link(record.title, priority_address(actor, record))
    return answer_form(request, form, act=act, heading=f"An action for “{record}”", back=back)


@form_page(ActionForm, is_correction=True)
def change(request: HttpRequest, partnership: str, action: UUID) -> HttpResponse:
    """Change what is to be done, by whom or by when."""
    actor = acting(request)
    record = found(actor, Action, action, to="action.change", within=actions_of(actor))
    act = partial(change_action, record, by=actor)
    form = ActionForm(actor=actor, priority=record.priority, record=record)
    back = Link(record.title, action_address(actor, record))
    return answer_form(request, form, act=act, heading="Change the action", back=back)


@form_page(UpdateForm)
def update(request: HttpRequest, partnership: str, action: UUID) -> HttpResponse:
    """Say how an action stands."""
    actor = acting(request)
    record = found(actor, Action, action, to="action.update", within=actions_of(actor))
    act = partial(say_how_it_stands, record, by=actor)
    form = UpdateForm()
    back = Link(record.title, action_address(actor, record))
    return answer_form(request, form, act=act, heading=record.title, back=back)


@form_page(EscalateForm)
def take_to_board(request: HttpRequest, partnership: str, action: UUID) -> HttpResponse:
    """Ask a board to unblock an action."""
    actor = acting(request)
    record = found(actor, Action, action, to="action.update", within=actions_of(actor))
    act = partial(escalate, record, by=actor)
    form = EscalateForm()
    back = Link(record.title, reverse("action", args=[partnership, record.pk]))
    return answer_form(request, form, act=act, heading="Take it to a board", back=back, sentence=record.blocker)
