"""The REST API: the operations of every room's pages, for whoever holds a token."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.urls import URLPattern, path
from django.views.decorators.http import require_safe

from wardmote.web.accounts.tokens import sign_in
from wardmote.web.core.api.openapi import description
from wardmote.web.core.api.operations import api_urls


@require_safe
def describe(request: HttpRequest) -> JsonResponse:
    """The OpenAPI document. It tells what anybody can read in the program itself, and so needs no token."""
    return JsonResponse(description())


def urls(pages: Iterable[Any]) -> list[URLPattern]:
    """The addresses of the API, below /api/v1/."""
    return [path("openapi.json", describe, name="openapi"), *api_urls(pages, sign_in=sign_in)]
