"""People of the partnership."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from wardmote.web.accounts.actions.people import add_member, change_member, grant_role
from wardmote.web.accounts.forms.people import PersonForm, RoleForm
from wardmote.web.accounts.models import Member
from wardmote.web.accounts.presenters.people import people_listing, person_facts
from wardmote.web.accounts.queries.people import members_of
from wardmote.web.core.actors import acting
from wardmote.web.core.components import Link
from wardmote.web.core.lists import answer_list, list_page
from wardmote.web.core.scope import found
from wardmote.web.core.views.forms import answer_form, form_page


@list_page(Member)
def show_all(request: HttpRequest, partnership: str) -> HttpResponse:
    """Every member."""
    actor = acting(request)
    links = [Link("Add a person", reverse("person-add", args=[partnership]))] if actor.may("partnership.change") else []
    context = {"heading": "People", "links": links}
    return answer_list(request, people_listing(actor), members_of(actor), context=context)


@require_safe
def show(request: HttpRequest, partnership: str, person: UUID) -> HttpResponse:
    """One member."""
    actor = acting(request)
    member = found(actor, Member, person, within=members_of(actor))
    context = {
        "heading": member.name,
        "facts": person_facts(member),
        "links": _ways_to_change(member, partnership) if actor.may("partnership.change", member) else (),
    }
    return render(request, "accounts/person.html", context)


@form_page(PersonForm)
def add(request: HttpRequest, partnership: str) -> HttpResponse:
    """Add a person."""
    actor = acting(request)

    def act(**typed: Any) -> str:
        return reverse("person", args=[partnership, add_member(by=actor, **typed).pk])

    back = Link("People", reverse("people", args=[partnership]))
    form = PersonForm(actor=actor)
    return answer_form(request, form, act=act, heading="Add a person", back=back, button="Add")


@form_page(PersonForm, is_correction=True)
def change(request: HttpRequest, partnership: str, person: UUID) -> HttpResponse:
    """Put right what is known of a person."""
    actor = acting(request)
    member = found(actor, Member, person, to="partnership.change")
    back = Link(member.name, reverse("person", args=[partnership, member.pk]))

    def act(**typed: Any) -> str:
        change_member(member, by=actor, **typed)
        return back.href

    form = PersonForm(actor=actor, record=member)
    return answer_form(request, form, act=act, heading=f"Change {member.name}", back=back)


@form_page(RoleForm)
def give_role(request: HttpRequest, partnership: str, person: UUID) -> HttpResponse:
    """Give a member a role."""
    actor = acting(request)
    member = found(actor, Member, person, to="partnership.change")
    back = Link(member.name, reverse("person", args=[partnership, member.pk]))

    def act(**typed: Any) -> str:
        grant_role(member, by=actor, **typed)
        return back.href

    form, heading = RoleForm(actor=actor), f"Give {member.name} a role"
    return answer_form(request, form, act=act, heading=heading, back=back, button="Give the role")


def _ways_to_change(member: Member, partnership: str) -> tuple[Link, ...]:
    return (
        Link("Change", reverse("person-change", args=[partnership, member.pk])),
        Link("Give a role", reverse("person-role", args=[partnership, member.pk])),
    )
