"""People of the partnership: who they are, what they may do, how they sign in, and what becomes of it when they leave."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from wardmote.web.accounts.actions.people import add_member, change_member, end_membership, grant_role, take_role
from wardmote.web.accounts.forms.board import LeaverForm
from wardmote.web.accounts.forms.people import PersonForm, RoleForm
from wardmote.web.accounts.models import Member, RoleGrant
from wardmote.web.accounts.presenters.people import (
    leaving_in_words,
    left_listing,
    people_listing,
    person_facts,
    role_in_words,
)
from wardmote.web.accounts.queries.people import everybody_of, left_members_of, members_of
from wardmote.web.core.actors import Actor, acting
from wardmote.web.core.components import Link
from wardmote.web.core.forms import Form
from wardmote.web.core.lists import answer_list, list_page
from wardmote.web.core.scope import found
from wardmote.web.core.views.forms import answer_form, form_page


@list_page(Member)
def show_all(request: HttpRequest, partnership: str) -> HttpResponse:
    """Every member."""
    actor = acting(request)
    links = [Link("Add a person", reverse("person-add", args=[partnership]))] if actor.may("partnership.change") else []
    links.append(Link("People who have left", reverse("people-left", args=[partnership])))
    context = {"heading": "People", "links": links}
    return answer_list(request, people_listing(actor), members_of(actor), context=context)


@require_safe
def show(request: HttpRequest, partnership: str, person: UUID) -> HttpResponse:
    """One member."""
    actor = acting(request)
    member = found(actor, Member, person, within=everybody_of(actor))
    may = member.left_on is None and actor.may("partnership.change", member)
    context = {
        "heading": member.name,
        "back": Link("People", reverse("people", args=[partnership])),
        "facts": person_facts(member),
        "links": _ways_to_change(member, partnership) if may else (),
    }
    return render(request, "accounts/person.html", context)


@form_page(PersonForm)
def add(request: HttpRequest, partnership: str) -> HttpResponse:
    """Add a person."""
    actor = acting(request)

    def act(**typed: Any) -> str:
        return _page(actor, add_member(by=actor, **typed))

    form = PersonForm(actor=actor)
    back = Link("People", reverse("people", args=[partnership]))
    return answer_form(request, form, act=act, heading="Add a person", back=back, button="Add")


@form_page(PersonForm, is_correction=True)
def change(request: HttpRequest, partnership: str, person: UUID) -> HttpResponse:
    """Put right what is known of a person."""
    actor = acting(request)
    member = found(actor, Member, person, to="partnership.change", within=members_of(actor))
    act = partial(change_member, member, by=actor)
    form = PersonForm(actor=actor, record=member)
    return answer_form(request, form, act=act, heading=f"Change {member.name}", back=_back(actor, member))


@form_page(RoleForm)
def give_role(request: HttpRequest, partnership: str, person: UUID) -> HttpResponse:
    """Give a member a role."""
    actor = acting(request)
    member = found(actor, Member, person, to="partnership.change", within=members_of(actor))
    act = partial(grant_role, member, by=actor)
    form = RoleForm(actor=actor)
    heading = f"Give {member.name} a role"
    return answer_form(request, form, act=act, heading=heading, back=_back(actor, member), button="Give the role")


@form_page()
def take_role_away(request: HttpRequest, partnership: str, role: UUID) -> HttpResponse:
    """Ask once, then take a role away."""
    actor = acting(request)
    grant = found(actor, RoleGrant, role, to="partnership.change")
    member = grant.member
    act = partial(take_role, grant, by=actor)
    return answer_form(
        request,
        Form(),
        act=act,
        heading=f"Take a role away from {member.name}?",
        back=_back(actor, member),
        button="Take it away",
        sentence=f"They will no longer be {role_in_words(grant)}. What they did as such stays.",
    )


@form_page(LeaverForm)
def leave(request: HttpRequest, partnership: str, person: UUID) -> HttpResponse:
    """Say what ends and what passes on, then end a membership."""
    actor = acting(request)
    member = found(actor, Member, person, to="partnership.change", within=members_of(actor))

    def act(**typed: Any) -> str:
        end_membership(member, by=actor, **typed)
        return reverse("people", args=[partnership])

    return answer_form(
        request,
        LeaverForm(actor=actor, leaver=member),
        act=act,
        heading=f"{member.name} leaves the partnership",
        back=_back(actor, member),
        button="End the membership",
        sentence="They can no longer open its pages, and their name stays on what they did.",
        template="accounts/leave.html",
        points=leaving_in_words(member),
    )


@list_page(Member)
def show_left(request: HttpRequest, partnership: str) -> HttpResponse:
    """Everybody who has left."""
    actor = acting(request)
    back = Link("People", reverse("people", args=[partnership]))
    context = {"heading": "People who have left", "back": back}
    return answer_list(request, left_listing(actor), left_members_of(actor), context=context)


def _ways_to_change(member: Member, partnership: str) -> tuple[Link, ...]:
    ways = [
        ("Change", "person-change"),
        ("Give a role", "person-role"),
        ("Let them sign in", "person-account"),
        ("They leave the partnership", "person-leave"),
    ]
    taking = [
        Link(f"Take away the role: {role_in_words(grant)}", reverse("role-take", args=[partnership, grant.pk]))
        for grant in member.grants.all()
    ]
    return (*(Link(text, reverse(route, args=[partnership, member.pk])) for text, route in ways), *taking)


def _page(actor: Actor, member: Member) -> str:
    return reverse("person", args=[actor.partnership_slug, member.pk])


def _back(actor: Actor, member: Member) -> Link:
    return Link(member.name, _page(actor, member))
