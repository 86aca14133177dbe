"""Headers that every answer carries, beside those that Django's own middleware adds."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

View = Callable[[HttpRequest], HttpResponse]


def add_headers(get_response: View) -> View:
    """Middleware: pages are asked for again after each load, and use nothing of the device."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Cache-Control", "private, no-cache")
        response.headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()"
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        return response

    return answer
