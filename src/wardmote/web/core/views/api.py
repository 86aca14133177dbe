"""The description of the API, for members who write programs."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from wardmote.web.core.actors import acting
from wardmote.web.core.api.openapi import all_operations
from wardmote.web.core.api.wording import Said, rooms_said, said
from wardmote.web.core.components import Cell, Link, Table


@require_safe
def show_all(request: HttpRequest, partnership: str) -> HttpResponse:
    """Every operation, by the part of the site that it belongs to."""
    actor = acting(request)
    links = [Link("The same as OpenAPI, for tools", reverse("api-1:openapi"))]
    if actor.may("token.give"):
        links.insert(0, Link("Tokens for programs", reverse("tokens", args=[partnership])))
    context = {
        "heading": "For programs",
        "links": links,
        "tables": [_operations(partnership, room, found) for room, found in rooms_said()],
        "back": Link(actor.partnership, reverse("partnership", args=[partnership])),
    }
    return render(request, "core/api.html", context)


@require_safe
def show(request: HttpRequest, partnership: str, operation: str) -> HttpResponse:
    """One operation: its address, who may use it, and its fields."""
    found = next((one for one in all_operations() if one.name == operation), None)
    if found is None:
        raise Http404("There is no operation of this name.")
    context = {
        "heading": found.name,
        "said": (one := said(found)),
        "fields": _fields(one) if one.takes else None,
        "back": Link("For programs", reverse("api", args=[partnership])),
    }
    return render(request, "core/api_operation.html", context)


def _operations(partnership: str, room: str, found: list[Said]) -> Table:
    rows = tuple(
        (
            Cell(one.name, href=reverse("api-operation", args=[partnership, one.name])),
            Cell(one.sentence),
            Cell(" ".join((*one.methods, one.address)), is_raw=True),
        )
        for one in found
    )
    return Table(room, ("Operation", "What it does", "Address"), rows)


def _fields(one: Said) -> Table:
    rows = tuple((Cell(field.name), Cell(field.kind), Cell(field.words)) for field in one.takes)
    return Table("What POST takes", ("Field", "Holds", "What it is"), rows)
