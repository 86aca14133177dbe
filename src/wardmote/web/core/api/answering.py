"""Answering a program: by its token alone, with the page's own view, and every problem in a sentence."""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt

from wardmote.web.core.actors import Actor
from wardmote.web.core.api.data import as_data
from wardmote.web.core.api.offers import Asks, Gives, Tells
from wardmote.web.core.api.once import once
from wardmote.web.core.api.problems import HANDLED, answered, problem
from wardmote.web.core.api.program import read_program

if TYPE_CHECKING:
    from wardmote.web.core.api.operations import Operation


def answer_operation(
    operation: "Operation", *, sign_in: Callable[[HttpRequest, str], Actor]
) -> Callable[..., HttpResponse]:
    """The view of one operation. Cookies are not looked at, so that nothing but a token opens it."""
    methods = ["GET", "POST"] if isinstance(operation.offer, Asks) else ["GET"]

    @csrf_exempt
    @wraps(operation.view)
    def answer(request: HttpRequest, **address: Any) -> HttpResponse:
        if request.method not in methods:
            refused = answered(f"Send {' or '.join(methods)} to this address.", status=405)
            refused.headers["Allow"] = ", ".join(methods)
            return refused
        try:
            actor = sign_in(request, address.get("partnership", ""))
            actor.check(operation.access.permission)
            request.actor = actor  # type: ignore[attr-defined]
            request.program = read_program(request)  # type: ignore[attr-defined]
            return once(request, operation.name, lambda: _checked(_answer(operation, request, address), operation))
        except NotSignedIn:
            return answered("Sign in with a token that is still good: Authorization: Bearer wm_…", status=401)
        except HANDLED as error:
            return problem(error)

    answer.operation = operation  # type: ignore[attr-defined]
    return answer


class NotSignedIn(Exception):
    """No token, or none that is still good."""


@csrf_exempt
def nothing_here(request: HttpRequest) -> HttpResponse:
    """What an address that is no operation is answered with."""
    return problem(Http404("There is no operation at this address; GET /api/v1/openapi.json lists all."))


def _answer(operation: "Operation", request: HttpRequest, address: dict[str, Any]) -> HttpResponse:
    if isinstance(operation.offer, Tells):
        return JsonResponse(as_data(operation.offer.give(request, **address)), safe=False)
    return operation.view(request, **address)


def _checked(response: HttpResponse, operation: "Operation") -> HttpResponse:
    """A page that leads elsewhere cannot be used as things stand, and one of HTML is no answer to a program."""
    if 300 <= response.status_code < 400:
        where = response.headers["Location"]
        return answered(f"This cannot be done as things stand; {where} has to come first.", status=409)
    if isinstance(operation.offer, Gives) or response.headers["Content-Type"].startswith("application/json"):
        return response
    raise TypeError(f"The page “{operation.name}” answers a program with {response.headers['Content-Type']}")
