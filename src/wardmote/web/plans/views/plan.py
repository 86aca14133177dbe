"""The plan, its priorities and their objectives."""

from functools import partial
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from wardmote.web.core.actors import Actor, acting
from wardmote.web.core.components import EmptyState, Link
from wardmote.web.core.scope import found, seen_by
from wardmote.web.core.views.forms import answer_form, form_page
from wardmote.web.plans.actions.plans import (
    adopt_priority,
    begin_plan,
    change_objective,
    change_plan,
    change_priority,
    set_objective,
)
from wardmote.web.plans.forms.plan import ObjectiveForm, PlanForm, PriorityForm
from wardmote.web.plans.models import Objective, Plan, Priority
from wardmote.web.plans.presenters.plan import plan_page, priority_address
from wardmote.web.plans.presenters.priority import MOST_ACTIONS, priority_page
from wardmote.web.plans.queries.actions import actions_of
from wardmote.web.plans.queries.priorities import (
    Standing,
    current_plan,
    lead_measures,
    objectives_of,
    priorities_in_force,
    priorities_that_ended,
    standings,
)
from wardmote.web.plans.queries.serving import all_serving

_NO_PLAN = EmptyState(
    sentence="There is no plan yet.", do="A partnership manager begins one with its title, its years and its summary."
)


@require_safe
def show(request: HttpRequest, partnership: str) -> HttpResponse:
    """The plan: a row for each priority."""
    actor = acting(request)
    plan = current_plan(actor)
    context = {"slug": partnership, "may_change": actor.may("plan.change")}
    if plan is None:
        return render(request, "plans/plan.html", {**context, "heading": "Plan", "empty": _NO_PLAN})
    page = plan_page(
        actor,
        plan,
        priorities=priorities_in_force(actor),
        former=priorities_that_ended(actor),
        standings=standings(actor),
        measures=lead_measures(actor),
        serving=all_serving(actor),
    )
    return render(request, "plans/plan.html", {**context, "heading": plan.title, "page": page})


@form_page(PlanForm)
def begin(request: HttpRequest, partnership: str) -> HttpResponse:
    """Begin a plan."""
    actor = acting(request)
    act = partial(begin_plan, by=actor)
    form = PlanForm(actor=actor)
    return answer_form(request, form, act=act, heading="Begin a plan", back=_plan(partnership))


@form_page(PlanForm, is_correction=True)
def change(request: HttpRequest, partnership: str) -> HttpResponse:
    """Change the plan's own words."""
    actor = acting(request)
    plan = current_plan(actor)
    if plan is None:
        return redirect("plan-begin", partnership=partnership)
    act = partial(change_plan, plan, by=actor)
    form = PlanForm(actor=actor, record=plan)
    return answer_form(request, form, act=act, heading="Change the plan", back=_plan(partnership))


@require_safe
def show_priority(request: HttpRequest, partnership: str, priority: UUID) -> HttpResponse:
    """One priority."""
    actor = acting(request)
    record = found(actor, Priority, priority)
    page = priority_page(
        actor,
        record,
        standing=standings(actor).get(record.pk, Standing()),
        objectives=objectives_of(record),
        serving=all_serving(actor),
        titles={one.pk: one.title for one in seen_by(actor, Priority)},
        actions=actions_of(actor).filter(priority=record)[:MOST_ACTIONS],
    )
    context = {
        "page": page,
        "slug": partnership,
        "priority": record,
        "may_change": actor.may("plan.change", record),
        "may_give": actor.may("action.change"),
    }
    return render(request, "plans/priority.html", context)


@form_page(PriorityForm)
def adopt(request: HttpRequest, partnership: str) -> HttpResponse:
    """Adopt a priority."""
    actor = acting(request)
    plan: Plan | None = current_plan(actor)
    if plan is None:
        return redirect("plan-begin", partnership=partnership)

    def act(**typed):
        return priority_address(actor, adopt_priority(plan, by=actor, **typed))

    form = PriorityForm(actor=actor)
    return answer_form(request, form, act=act, heading="Adopt a priority", back=_plan(partnership))


@form_page(PriorityForm, is_correction=True)
def alter_priority(request: HttpRequest, partnership: str, priority: UUID) -> HttpResponse:
    """Change a priority."""
    actor = acting(request)
    record = found(actor, Priority, priority, to="plan.change")
    act = partial(change_priority, record, by=actor)
    form = PriorityForm(actor=actor, record=record)
    return answer_form(request, form, act=act, heading=f"Change “{record}”", back=_back_to(actor, record))


@form_page(ObjectiveForm)
def add_objective(request: HttpRequest, partnership: str, priority: UUID) -> HttpResponse:
    """Give a priority an objective."""
    actor = acting(request)
    record = found(actor, Priority, priority, to="plan.change")
    act = partial(set_objective, record, by=actor)
    form = ObjectiveForm(actor=actor)
    return answer_form(request, form, act=act, heading=f"An objective of “{record}”", back=_back_to(actor, record))


@form_page(ObjectiveForm, is_correction=True)
def alter_objective(request: HttpRequest, partnership: str, objective: UUID) -> HttpResponse:
    """Change an objective."""
    actor = acting(request)
    record = found(actor, Objective, objective, to="plan.change")
    act = partial(change_objective, record, by=actor)
    form = ObjectiveForm(actor=actor, record=record)
    back = _back_to(actor, record.priority)
    return answer_form(request, form, act=act, heading="Change an objective", back=back)


def _plan(slug: str) -> Link:
    return Link("Plan", reverse("plan", args=[slug]))


def _back_to(actor: Actor, priority: Priority) -> Link:
    return Link(priority.title, priority_address(actor, priority))
