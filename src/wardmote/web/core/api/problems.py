"""What is wrong with a request, in words: one sentence, and one for each field that has to be put right."""

from typing import Any

from django.core.exceptions import (
    RequestDataTooBig,
    SuspiciousOperation,
    TooManyFieldsSent,
    TooManyFilesSent,
    ValidationError,
)
from django.http import Http404, JsonResponse
from django.http.multipartparser import MultiPartParserError

from wardmote.errors import BadInput, NotAvailable, WardmoteError
from wardmote.web.core.actors import Refused
from wardmote.web.core.api.fields import Schema
from wardmote.web.core.versions import ChangedMeanwhile

API = "/api/v1/"
PROBLEM: Schema = {
    "type": "object",
    "properties": {
        "detail": {"type": "string"},
        "fields": {"type": "object", "additionalProperties": {"type": "array", "items": {"type": "string"}}},
    },
    "required": ["detail"],
}
# What each status means, as the description says it.
STATUSES = {
    400: "It cannot be read, or the address asks for what there is not.",
    401: "There is no token, or it is withdrawn, out of date or not ours.",
    403: "The token’s role may not do that.",
    404: "There is nothing of this name in the token’s partnership.",
    409: "It cannot be done as things stand, or was done under this key and told once.",
    412: "Somebody changed the record after you read it.",
    413: "It is too much at once.",
    422: "Some fields have to be put right; each says how. Or something else was sent under this key.",
    428: "Say which version you saw: If-Match with the ETag that GET gave.",
}
_LARGE = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)
HANDLED = (WardmoteError, ValidationError, Http404, SuspiciousOperation, MultiPartParserError)


def answered(detail: str, *, status: int, fields: dict[str, Any] | None = None) -> JsonResponse:
    """A problem; 401 says how to sign in."""
    body = {"detail": detail, **({} if fields is None else {"fields": fields})}
    headers = {"WWW-Authenticate": 'Bearer realm="Wardmote"'} if status == 401 else {}
    return JsonResponse(body, status=status, headers=headers)


def problem(error: Exception) -> JsonResponse:
    """An error that the caller can act on, as its answer."""
    if isinstance(error, ValidationError):
        fields = error.message_dict if hasattr(error, "error_dict") else {}
        return answered(" ".join(error.messages), status=422, fields=fields)
    if isinstance(error, WardmoteError):
        return answered(error.sentence, status=_status(error))
    if isinstance(error, Http404):
        named = [argument for argument in error.args if isinstance(argument, str)]
        return answered(named[0] if named else "There is nothing at this address.", status=404)
    if isinstance(error, _LARGE):
        return answered("That is too much at once. Send less, or in several parts.", status=413)
    return answered("What was sent cannot be read.", status=400)


def _status(error: WardmoteError) -> int:
    if isinstance(error, Refused):
        return 403
    if isinstance(error, ChangedMeanwhile):
        return 412
    if isinstance(error, BadInput):
        return 400
    return 404 if isinstance(error, NotAvailable) else 500
