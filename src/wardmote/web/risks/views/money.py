"""Grants, the funding cliff, and savings."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from wardmote.web.core import clock
from wardmote.web.core.actors import Actor, acting
from wardmote.web.core.components import Cell, Link, Table
from wardmote.web.core.forms import Form
from wardmote.web.core.lists import answer_list, list_page
from wardmote.web.core.scope import found
from wardmote.web.core.views.forms import answer_form, form_page
from wardmote.web.risks.actions.money import (
    add_dependent,
    add_grant,
    add_saving,
    change_dependent,
    change_grant,
    change_saving,
    remove_dependent,
)
from wardmote.web.risks.forms.registers import DependentForm, GrantForm, SavingForm
from wardmote.web.risks.models import Dependent, Grant, Saving
from wardmote.web.risks.presenters.cliff import cliff
from wardmote.web.risks.presenters.listings import grants_listing, savings_listing
from wardmote.web.risks.presenters.words import grant_facts, posts_in_words, saving_facts
from wardmote.web.risks.queries.cliff import ends_by_month
from wardmote.web.risks.queries.registers import dependents_of, grants_of, savings_of


@require_safe
def show_cliff(request: HttpRequest, partnership: str) -> HttpResponse:
    """What ends when, and what stops with it."""
    actor, today = acting(request), clock.today()
    page = cliff(actor, ends_by_month(actor, today=today), today=today)
    return render(
        request, "risks/cliff.html", {"heading": "Money: the funding cliff", "page": page, "links": _links(actor)}
    )


@list_page(Grant)
def show_grants(request: HttpRequest, partnership: str) -> HttpResponse:
    """Every grant."""
    actor = acting(request)
    links = [Link("Add a grant", reverse("grant-add", args=[partnership]))] if actor.may("money.change") else []
    context = {"heading": "Grants", "back": _money(partnership), "links": links}
    return answer_list(request, grants_listing(actor), grants_of(actor), context=context)


@list_page(Saving)
def show_savings(request: HttpRequest, partnership: str) -> HttpResponse:
    """Every saving."""
    actor = acting(request)
    links = [Link("Add a saving", reverse("saving-add", args=[partnership]))] if actor.may("money.change") else []
    sentence = "A saving is an estimate by the method that stands beside it, and not money that anybody has."
    context = {"heading": "Savings", "back": _money(partnership), "links": links, "sentence": sentence}
    return answer_list(request, savings_listing(actor), savings_of(actor), context=context)


@require_safe
def show_grant(request: HttpRequest, partnership: str, grant: UUID) -> HttpResponse:
    """One grant, and what hangs on it."""
    actor = acting(request)
    record = found(actor, Grant, grant, within=grants_of(actor))
    may = actor.may("money.change", record)
    address = [partnership, grant]
    links: list[Link] = []
    if may:
        links.insert(0, Link("Change it", reverse("grant-change", args=address)))
        links.insert(0, Link("Add what hangs on it", reverse("dependent-add", args=address)))
    context = {
        "heading": record.title,
        "facts": grant_facts(record),
        "links": links,
        "tables": [_dependents(record, actor, may_change=may)],
        "back": Link("Grants", reverse("grants", args=[partnership])),
    }
    return render(request, "risks/record.html", context)


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

    def act(**values: object) -> str:
        change_grant(record, by=actor, **values)
        return here

    form = GrantForm(actor=actor, record=record)
    return answer_form(request, form, act=act, heading="Change a grant", back=Link("Back to the grant", here))


@form_page(DependentForm)
def enter_dependent(request: HttpRequest, partnership: str, grant: UUID) -> HttpResponse:
    """Say what or who hangs on a grant."""
    actor = acting(request)
    record = found(actor, Grant, grant, to="money.change")
    here = reverse("grant", args=[partnership, grant])

    def act(**values: object) -> str:
        add_dependent(by=actor, grant=record, **values)
        return here

    form = DependentForm(actor=actor)
    heading = "What hangs on this grant?"
    return answer_form(request, form, act=act, heading=heading, back=Link(record.title, here), button="Add")


@form_page(DependentForm, is_correction=True)
def correct_dependent(request: HttpRequest, partnership: str, dependent: UUID) -> HttpResponse:
    """Change what hangs on a grant."""
    actor = acting(request)
    record = found(actor, Dependent, dependent, to="money.change", within=dependents_of(actor))
    here = reverse("grant", args=[partnership, record.grant_id])

    def act(**values: object) -> str:
        change_dependent(record, by=actor, **values)
        return here

    form = DependentForm(actor=actor, record=record)
    return answer_form(request, form, act=act, heading=f"Change: {record.title}", back=Link("Back to the grant", here))


@form_page()
def take_dependent_away(request: HttpRequest, partnership: str, dependent: UUID) -> HttpResponse:
    """Ask once, then take away what hangs on a grant no more."""
    actor = acting(request)
    record = found(actor, Dependent, dependent, to="money.change", within=dependents_of(actor))
    here = reverse("grant", args=[partnership, record.grant_id])

    def act() -> str:
        remove_dependent(record, by=actor)
        return here

    return answer_form(
        request,
        Form(),
        act=act,
        heading=f"Does “{record.title}” hang on the grant no more?",
        back=Link("Back to the grant", here),
        button="Take it away",
    )


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

    def act(**values: object) -> str:
        change_saving(record, by=actor, **values)
        return here

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


def _dependents(grant: Grant, actor: Actor, *, may_change: bool) -> Table:
    def href(one: Dependent) -> str:
        return reverse("dependent-change", args=[actor.partnership_slug, one.pk]) if may_change else ""

    rows = tuple(
        (
            Cell(one.title, href=href(one)),
            Cell(one.get_kind_display()),
            Cell(str(one.agency or "")),
            Cell(posts_in_words(one.posts) if one.posts else ""),
            Cell(one.stops),
        )
        for one in grant.dependents.all()
    )
    return Table("What hangs on it", ("What", "Kind", "Whose", "Posts", "What stops without it"), rows)
