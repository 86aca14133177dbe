"""How much may be sent at once. What is more is refused before any of it is looked at."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from wardmote.web.core.api.problems import API, answered
from wardmote.web.core.errors import too_large

_BESIDE_FILES_BYTES = 1_000_000


class RefuseTooLarge:
    """Middleware: more than `LARGEST_UPLOAD_MB` is answered with a sentence. It stands before whatever reads a form."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if int(request.META.get("CONTENT_LENGTH") or 0) > largest_body_bytes():
            most_mb = settings.LARGEST_UPLOAD_MB
            if request.path.startswith(API):
                return answered(f"That is more than {most_mb} MB. Send less, or in several parts.", status=413)
            return too_large(request, most_mb=most_mb)
        return self.get_response(request)


def largest_body_bytes() -> int:
    """The files that may be sent, and the rest of a form beside them."""
    return settings.LARGEST_UPLOAD_MB * 1_000_000 + _BESIDE_FILES_BYTES
