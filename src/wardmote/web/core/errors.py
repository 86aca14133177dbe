"""Errors in words: what happened, and what to do next."""

import logging
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from wardmote.errors import BadInput, NotAvailable, WardmoteError
from wardmote.web.core.actors import Refused

_log = logging.getLogger("django.request")


class ErrorsInWords:
    """Middleware: an error that a person can act on becomes a page with its sentence."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """A page for a `WardmoteError`; anything else is left to `server_error`."""
        return in_words(request, error) if isinstance(error, WardmoteError) else None


def in_words(request: HttpRequest, error: WardmoteError) -> HttpResponse:
    """The page with the error's sentence."""
    if isinstance(error, BadInput):
        return _page(request, "That cannot be shown as asked", error.sentence, status=400)
    if isinstance(error, Refused):
        return _page(request, "You may not do that", error.sentence, status=403)
    if isinstance(error, NotAvailable):
        return _page(request, "Not available yet", error.sentence, status=404)
    _log.error("%s", error.sentence)
    return _page(request, "The evidence cannot be read", error.sentence, status=500)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What a malformed request, or one for another host, is answered with."""
    return _page(request, "That request cannot be answered", "This site does not answer to that name.", status=400)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """What a form is answered with that was not sent from a page of this site, or from one that is too old."""
    sentence = "The page was open for too long, or the form came from elsewhere. Go back, load the page again and send."
    return _page(request, "That form cannot be used", sentence, status=403)


def too_large(request: HttpRequest, *, most_mb: int) -> HttpResponse:
    """What more than can be taken at once is answered with."""
    sentence = f"The files are larger than {most_mb} MB together. Choose fewer, or use the command: wardmote load FILE."
    return _page(request, "That is too much at once", sentence, status=413)


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
