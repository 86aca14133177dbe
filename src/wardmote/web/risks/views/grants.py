"""Grants, and what hangs on them."""

from functools import partial
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from wardmote.web.core.actors import Actor, acting
from wardmote.web.core.components import Cell, Line, Link, Table
from wardmote.web.core.forms import Form
from wardmote.web.core.lists import answer_list, list_page
from wardmote.web.core.scope import found
from wardmote.web.core.ties import ties_of
from wardmote.web.core.views.forms import answer_form, form_page
from wardmote.web.risks.actions.money import (
    add_dependent,
    add_grant,
    change_dependent,
    change_grant,
    remove_dependent,
    tie_grant,
)
from wardmote.web.risks.forms.registers import DependentForm, GrantForm, GrantTiesForm
from wardmote.web.risks.models import Dependent, Grant
from wardmote.web.risks.presenters.listings import grants_listing
from wardmote.web.risks.presenters.tied import tied_lines
from wardmote.web.risks.presenters.words import grant_facts, posts_in_words
from wardmote.web.risks.queries.registers import dependents_of, grants_of, risks_of
from wardmote.web.risks.views.ties import answer_ties

TIED = {"actions": "action", "activities": "activity"}


@list_page(Grant)
def show_grants(request: HttpRequest, partnership: str) -> HttpResponse:
    """Every grant."""
    actor = acting(request)
    links = [Link("Add a grant", reverse("grant-add", args=[partnership]))] if actor.may("money.change") else []
    context = {"heading": "Grants", "back": Link("Money", reverse("money", args=[partnership])), "links": links}
    return answer_list(request, grants_listing(actor), grants_of(actor), context=context)


@require_safe
def show_grant(request: HttpRequest, partnership: str, grant: UUID) -> HttpResponse:
    """One grant, and what hangs on it."""
    actor = acting(request)
    record = found(actor, Grant, grant, within=grants_of(actor))
    may = actor.may("money.change", record)
    address = [partnership, grant]
    links: list[Link] = []
    if may:
        links = [
            Link("Add what hangs on it", reverse("dependent-add", args=address)),
            Link("Actions and activities", reverse("grant-ties", args=address)),
            Link("Change it", reverse("grant-change", args=address)),
        ]
    context = {
        "heading": record.title,
        "facts": grant_facts(record),
        "links": links,
        "ties": _ties(record, actor),
        "tables": [_dependents(record, actor, may_change=may)],
        "back": Link("Grants", reverse("grants", args=[partnership])),
    }
    return render(request, "risks/record.html", context)


@form_page(GrantForm)
def enter_grant(request: HttpRequest, partnership: str) -> HttpResponse:
    """Add a grant."""
    actor = acting(request)

    def act(**values: object) -> str:
        return reverse("grant", args=[partnership, add_grant(by=actor, **values).pk])

    form = GrantForm(actor=actor)
    back = Link("Grants", reverse("grants", args=[partnership]))
    return answer_form(request, form, act=act, heading="Add a grant", back=back, button="Add")


@form_page(GrantForm, is_correction=True)
def correct_grant(request: HttpRequest, partnership: str, grant: UUID) -> HttpResponse:
    """Change a grant."""
    actor = acting(request)
    record = found(actor, Grant, grant, to="money.change")
    here = reverse("grant", args=[partnership, grant])
    act = partial(change_grant, record, by=actor)
    form = GrantForm(actor=actor, record=record)
    return answer_form(request, form, act=act, heading="Change a grant", back=Link("Back to the grant", here))


@form_page(GrantTiesForm, is_correction=True)
def tie(request: HttpRequest, partnership: str, grant: UUID) -> HttpResponse:
    """Say which actions of the plan and which activities hang on it."""
    actor = acting(request)
    record = found(actor, Grant, grant, to="money.change")
    return answer_ties(
        request,
        record,
        form_class=GrantTiesForm,
        tied_to=TIED,
        act=lambda **chosen: tie_grant(record, by=actor, **chosen),
        heading="What hangs on this grant",
        back=Link(record.title, reverse("grant", args=[partnership, grant])),
    )


@form_page(DependentForm)
def enter_dependent(request: HttpRequest, partnership: str, grant: UUID) -> HttpResponse:
    """Say what or who hangs on a grant."""
    actor = acting(request)
    record = found(actor, Grant, grant, to="money.change")
    here = reverse("grant", args=[partnership, grant])
    act = partial(add_dependent, by=actor, grant=record)
    form = DependentForm(actor=actor)
    heading = "What hangs on this grant?"
    return answer_form(request, form, act=act, heading=heading, back=Link(record.title, here), button="Add")


@form_page(DependentForm, is_correction=True)
def correct_dependent(request: HttpRequest, partnership: str, dependent: UUID) -> HttpResponse:
    """Change what hangs on a grant."""
    actor = acting(request)
    record = found(actor, Dependent, dependent, to="money.change", within=dependents_of(actor))
    here = reverse("grant", args=[partnership, record.grant_id])
    act = partial(change_dependent, record, by=actor)
    form = DependentForm(actor=actor, record=record)
    return answer_form(request, form, act=act, heading=f"Change: {record.title}", back=Link("Back to the grant", here))


@form_page()
def take_dependent_away(request: HttpRequest, partnership: str, dependent: UUID) -> HttpResponse:
    """Ask once, then take away what hangs on a grant no more."""
    actor = acting(request)
    record = found(actor, Dependent, dependent, to="money.change", within=dependents_of(actor))
    here = reverse("grant", args=[partnership, record.grant_id])
    act = partial(remove_dependent, record, by=actor)
    return answer_form(
        request,
        Form(),
        act=act,
        heading=f"Does “{record.title}” hang on the grant no more?",
        back=Link("Back to the grant", here),
        button="Take it away",
    )


def _ties(grant: Grant, actor: Actor) -> list[Line]:
    risks = risks_of(actor).filter(grant=grant).order_by("title") if actor.may("risk.read") else ()
    threatened = [
        Line(risk.title, Link("Open the risk", reverse("risk", args=[actor.partnership_slug, risk.pk])), "Risk")
        for risk in risks
    ]
    return [*tied_lines(actor, ties_of(grant)).get(grant.pk, ()), *threatened]


def _dependents(grant: Grant, actor: Actor, *, may_change: bool) -> Table:
    def href(one: Dependent) -> str:
        return reverse("dependent-change", args=[actor.partnership_slug, one.pk]) if may_change else ""

    def away(one: Dependent) -> Cell:
        return Cell("Take it away", href=reverse("dependent-remove", args=[actor.partnership_slug, one.pk]))

    rows = tuple(
        (
            Cell(one.title, href=href(one)),
            Cell(one.get_kind_display()),
            Cell(str(one.agency or "")),
            Cell(posts_in_words(one.posts) if one.posts else ""),
            Cell(one.stops),
            *((away(one),) if may_change else ()),
        )
        for one in grant.dependents.all()
    )
    heads = ("What", "Kind", "Whose", "Posts", "What stops without it")
    return Table("What hangs on it", (*heads, "No more?") if may_change else heads, rows)
