"""Every operation: one for each page that offers something, at the page's address under /api/v1/."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, path, re_path

from wardmote.web.core.actors import Actor
from wardmote.web.core.api.answering import answer_operation, nothing_here
from wardmote.web.core.api.offers import Lists, Offer, Shows, offer_of
from wardmote.web.core.api.showing import kind_routes, show_record
from wardmote.web.core.directory import pages
from wardmote.web.core.routes import Access, all_routes

SignIn = Callable[[HttpRequest, str], Actor]


@dataclass(frozen=True)
class Operation:
    """One address of the API: the route's name and address, who may use it, what it offers, and the view that does it."""

    name: str
    route: str
    access: Access
    offer: Offer
    view: Callable[..., Any]


def api_urls(patterns: Iterable[Any], *, sign_in: SignIn) -> list[URLPattern]:
    """The addresses of all operations, and after them a sentence for what is none."""
    of_pages = tuple(operations(patterns))
    found = [*of_pages, *_of_kinds({one.name for one in of_pages if isinstance(one.offer, Lists | Shows)})]
    return [
        *(path(one.route, answer_operation(one, sign_in=sign_in), name=one.name) for one in found),
        # Whatever is left, line ends among it, which no kind of path takes.
        re_path("", nothing_here, name="nothing"),
    ]


def operations(patterns: Iterable[Any]) -> Iterator[Operation]:
    """One for each page that offers something to programs."""
    shown = pages()
    for pattern in _flat(patterns):
        view, name = pattern.callback, pattern.name or ""
        offer = offer_of(view)
        if offer is None and name in shown:
            offer, view = Shows(shown[name]), show_record(shown[name], argument=shown[name].argument)
        if offer is not None:
            yield Operation(name, str(pattern.pattern), all_routes()[name], offer, view)


def _of_kinds(names: set[str]) -> Iterator[Operation]:
    for route in kind_routes(names):
        access = Access("member", route.kind.permission)
        yield Operation(route.name, route.address, access, route.offer, route.view)


def _flat(patterns: Iterable[Any]) -> Iterator[URLPattern]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _flat(pattern.url_patterns)
        else:
            yield pattern
