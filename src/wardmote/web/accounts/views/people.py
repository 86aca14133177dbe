"""People of the partnership."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from wardmote.web.accounts.actions.people import add_member, change_member, grant_role
from wardmote.web.accounts.forms.people import PersonForm, RoleForm
from wardmote.web.accounts.models import Member
from wardmote.web.accounts.presenters.people import people_listing, person_facts
from wardmote.web.accounts.queries.people import members_of
from wardmote.web.core.actors import acting
from wardmote.web.core.components import Link
from wardmote.web.core.lists import answer_list
from wardmote.web.core.scope import found


@require_safe
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


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, partnership: str) -> HttpResponse:
    """Add a person."""
    actor = acting(request)
    form = PersonForm(request.POST or None, actor=actor)
    if form.is_valid():
        with form.errors_of_action():
            member = add_member(by=actor, **form.cleaned_data)
            return redirect("person", partnership=partnership, person=member.pk)
    back = Link("People", reverse("people", args=[partnership]))
    context = {"heading": "Add a person", "form": form, "back": back, "button": "Add"}
    return render(request, "core/form.html", context, status=400 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, partnership: str, person: UUID) -> HttpResponse:
    """Put right what is known of a person."""
    actor = acting(request)
    member = found(actor, Member, person, to="partnership.change")
    known = {name: getattr(member, name) for name in PersonForm.base_fields}
    form = PersonForm(request.POST or None, actor=actor, initial=known)
    if form.is_valid():
        with form.errors_of_action():
            change_member(member, by=actor, **form.cleaned_data)
            return redirect("person", partnership=partnership, person=member.pk)
    back = Link(member.name, reverse("person", args=[partnership, member.pk]))
    context = {"heading": f"Change {member.name}", "form": form, "back": back, "button": "Save"}
    return render(request, "core/form.html", context, status=400 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def give_role(request: HttpRequest, partnership: str, person: UUID) -> HttpResponse:
    """Give a member a role."""
    actor = acting(request)
    member = found(actor, Member, person, to="partnership.change")
    form = RoleForm(request.POST or None, actor=actor)
    if form.is_valid():
        with form.errors_of_action():
            grant_role(member, by=actor, **form.cleaned_data)
            return redirect("person", partnership=partnership, person=member.pk)
    back = Link(member.name, reverse("person", args=[partnership, member.pk]))
    context = {"heading": f"Give {member.name} a role", "form": form, "back": back, "button": "Give the role"}
    return render(request, "core/form.html", context, status=400 if form.errors else 200)


def _ways_to_change(member: Member, partnership: str) -> tuple[Link, ...]:
    return (
        Link("Change", reverse("person-change", args=[partnership, member.pk])),
        Link("Give a role", reverse("person-role", args=[partnership, member.pk])),
    )
