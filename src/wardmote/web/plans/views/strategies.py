"""What serves the priorities with its CC marks, the register of strategies, and the Police and Crime Plan beside ours."""

from functools import partial
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from wardmote.web.core.actors import acting
from wardmote.web.core.api.offers import data_page
from wardmote.web.core.components import Link
from wardmote.web.core.lists import answer_list, list_page
from wardmote.web.core.scope import found, seen_by
from wardmote.web.core.views.forms import answer_form, form_page
from wardmote.web.plans.actions.editions import align
from wardmote.web.plans.actions.plans import change_strategy, record_strategy
from wardmote.web.plans.forms.plan import AlignmentForm, StrategyForm
from wardmote.web.plans.models import Alignment, PolicePriority, Priority, Strategy
from wardmote.web.plans.presenters.listings import strategy_listing
from wardmote.web.plans.presenters.matrix import alignment_page, cross_cutting_page
from wardmote.web.plans.presenters.plan import priority_address
from wardmote.web.plans.queries.priorities import priorities_in_force
from wardmote.web.plans.queries.serving import Serving, all_serving


def _serving(request: HttpRequest, partnership: str) -> tuple[Serving, ...]:
    return tuple(all_serving(acting(request)))


@data_page(_serving)
def show_cross_cutting(request: HttpRequest, partnership: str) -> HttpResponse:
    """Everything that serves a priority, once: what it is counted for, and what it serves as well."""
    actor = acting(request)
    page = cross_cutting_page(list(priorities_in_force(actor)), all_serving(actor))
    return render(request, "plans/matrix.html", {"heading": "What serves the priorities", "page": page})


@list_page(Strategy)
def show_strategies(request: HttpRequest, partnership: str) -> HttpResponse:
    """The register of strategies, and which subjects of the law none covers."""
    actor = acting(request)
    strategies = seen_by(actor, Strategy)
    covered = set(strategies.exclude(status=Strategy.Status.REPLACED).values_list("subject", flat=True))
    gaps = [one.label for one in Strategy.Subject if one not in covered and one != Strategy.Subject.OTHER]
    sentence = f"No strategy covers {' or '.join(gaps)}." if gaps else "Each subject that the law names has a strategy."
    links = [Link("Add a strategy", reverse("strategy-add", args=[partnership]))] if actor.may("plan.change") else []
    context = {"heading": "Strategies", "sentence": sentence, "links": links}
    return answer_list(request, strategy_listing(actor), strategies, context=context)


@form_page(StrategyForm)
def add_strategy(request: HttpRequest, partnership: str) -> HttpResponse:
    """Enter a strategy."""
    actor = acting(request)
    act = partial(record_strategy, by=actor)
    form = StrategyForm(actor=actor)
    back = Link("Strategies", reverse("strategies", args=[partnership]))
    return answer_form(request, form, act=act, heading="Add a strategy", back=back)


@form_page(StrategyForm, is_correction=True)
def alter_strategy(request: HttpRequest, partnership: str, strategy: UUID) -> HttpResponse:
    """Change a strategy."""
    actor = acting(request)
    record = found(actor, Strategy, strategy, to="plan.change")
    act = partial(change_strategy, record, by=actor)
    form = StrategyForm(actor=actor, record=record)
    back = Link("Strategies", reverse("strategies", args=[partnership]))
    return answer_form(request, form, act=act, heading=f"Change “{record}”", back=back)


@require_safe
def show_alignment(request: HttpRequest, partnership: str) -> HttpResponse:
    """Our priorities beside those of the Police and Crime Plan."""
    actor = acting(request)
    page = alignment_page(
        actor,
        ours=list(priorities_in_force(actor)),
        theirs=list(seen_by(actor, PolicePriority)),
        held=seen_by(actor, Alignment),
    )
    return render(request, "plans/matrix.html", {"heading": "The Police and Crime Plan beside ours", "page": page})


@form_page(AlignmentForm)
def set_alignment(request: HttpRequest, partnership: str, priority: UUID) -> HttpResponse:
    """Say how closely a priority serves one of theirs."""
    actor = acting(request)
    record = found(actor, Priority, priority, to="plan.change")
    act = partial(align, record, by=actor)
    form = AlignmentForm(actor=actor)
    back = Link(record.title, priority_address(actor, record))
    return answer_form(request, form, act=act, heading=f"Which police priority does “{record}” serve?", back=back)
