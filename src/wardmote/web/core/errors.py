"""Errors in words: what happened, and what to do next."""

import logging
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from wardmote.errors import BadInput, NotAvailable, WardmoteError

_log = logging.getLogger("django.request")


class ErrorsInWords:
    """Middleware: an error that a person can act on becomes a page with its sentence."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """A page for a `WardmoteError`; anything else is left to `server_error`."""
        if isinstance(error, BadInput):
            return _page(request, "That cannot be shown as asked", error.sentence, status=400)
        if isinstance(error, NotAvailable):
            return _page(request, "Not available yet", error.sentence, status=404)
        if isinstance(error, WardmoteError):
            _log.error("%s", error.sentence)
            return _page(request, "The evidence cannot be read", error.sentence, status=500)
        return None


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What a malformed request, or one for another host, is answered with."""
    return _page(request, "That request cannot be answered", "This site answers this machine only.", status=400)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What an address that is no page is answered with; what is missing is named where a view knows its name."""
    named = [argument for argument in exception.args if isinstance(argument, str)]
    return _page(request, "Page not found", named[0] if named else "There is no page at this address.", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """What a fault of ours is answered with."""
    sentence = "Something went wrong on this site; the window in which it was started says what."
    return _page(request, "Sorry, there is a problem", sentence, status=500)


def _page(request: HttpRequest, heading: str, sentence: str, *, status: int) -> HttpResponse:
    context = {"heading": heading, "sentence": sentence}
    return render(request, "core/error.html", context, status=status)
