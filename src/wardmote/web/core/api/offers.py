"""What a page offers to programs: its view says so in one line, from which the page and the operation both come.

`core.views.forms.form_page` and `core.lists.list_page` mark a view; `data_page` marks one whose page is of another shape.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.views.decorators.http import require_safe

from wardmote.web.core.api.program import program_of
from wardmote.web.core.forms import Form
from wardmote.web.core.models import Record

View = Callable[..., HttpResponse]
_MARK = "for_programs"


@dataclass(frozen=True)
class Asks:
    """A form: GET describes it as it stands for this member, POST sends it.

    `is_correction` says that its fields hold what a record holds or is tied to: what is left out stays, and If-Match is needed.
    """

    form: type[Form]
    is_correction: bool = False


@dataclass(frozen=True)
class Lists:
    """A list of records of one kind; `also` names what its address takes beside filters, sort, search and page."""

    model: type[Any]
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Tells:
    """Whatever `give(request, **address)` returns: a dataclass or a list of them, or one model of pydantic."""

    give: Callable[..., Any]
    takes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Gives:
    """A file, which a program gets as a browser does."""


@dataclass(frozen=True)
class Shows:
    """One record of the directory."""

    kind: Any


Offer = Asks | Lists | Tells | Gives | Shows


def offer_of(view: object) -> Offer | None:
    """What a view was marked with."""
    return getattr(view, _MARK, None)


def offering(view: View, offer: Offer) -> View:
    """Mark a view."""
    setattr(view, _MARK, offer)
    return view


def form_page(form: type[Form] = Form, *, is_correction: bool = False) -> Callable[[View], View]:
    """A view that asks and does: it hands its form to `answer_form`. The form without fields only asks to be sure."""

    def mark(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method not in {"GET", "POST"}:
                return HttpResponseNotAllowed(["GET", "POST"])
            return view(request, *args, **kwargs)

        return offering(answer, Asks(form, is_correction))

    return mark


def button_page(form: type[Form] = Form) -> Callable[[View], View]:
    """A view that does what a button of another page asks for: a browser only sends to it, a program asks it too."""

    def mark(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method != "POST" and program_of(request) is None:
                return HttpResponseNotAllowed(["POST"])
            return view(request, *args, **kwargs)

        return offering(answer, Asks(form))

    return mark


def list_page(model: type[Record] | type[Any], *, also: tuple[str, ...] = ()) -> Callable[[View], View]:
    """A view that hands a listing to `answer_list`."""
    return lambda view: offering(require_safe(view), Lists(model, also))


def data_page(give: Callable[..., Any], *, takes: tuple[str, ...] = ()) -> Callable[[View], View]:
    """A view whose page says what `give` returns; `takes` names what both read of the address after the “?”."""
    return lambda view: offering(require_safe(view), Tells(give, takes))


def file_page(view: View) -> View:
    """A view that gives a file."""
    return offering(require_safe(view), Gives())
