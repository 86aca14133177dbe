"""The description of the API, written from the forms, the models and the registers of routes and kinds."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from wardmote import __version__
from wardmote.web.core.api.data import data_schema
from wardmote.web.core.api.fields import Schema, schema_of_fields
from wardmote.web.core.api.forms import ASKED, DONE
from wardmote.web.core.api.offers import Asks, Gives, Lists, Shows, Tells
from wardmote.web.core.api.once import HEADER, LONGEST_KEY
from wardmote.web.core.api.operations import Operation
from wardmote.web.core.api.problems import API, PROBLEM, STATUSES
from wardmote.web.core.api.program import JSON
from wardmote.web.core.api.showing import shown_schema
from wardmote.web.core.lists.told import LONGEST_PAGE, list_schema

SPACE = "api-1"
_PARTS: dict[str, Schema] = {
    "uuid": {"type": "string", "format": "uuid"},
    "int": {"type": "integer", "minimum": 0},
    "slug": {"type": "string", "pattern": "^[-a-zA-Z0-9_]+$"},
    "str": {"type": "string", "pattern": "^[^/]+$"},
}
_ADDRESS = re.compile(r"<(?:(\w+):)?(\w+)>")
_ABOUT = (
    "Everything that the pages of this site do, with the same permission, the same checks and the same audit. Sign in with"
    " a token: Authorization: Bearer wm_…. Each operation stands at the address of its page, after /api/v1/."
)


@cache
def all_operations() -> tuple[Operation, ...]:
    """Every operation that the site answers, in the order of its addresses."""
    (space,) = [one for one in get_resolver().url_patterns if getattr(one, "namespace", "") == SPACE]
    assert isinstance(space, URLResolver)
    found = [getattr(one.callback, "operation", None) for one in space.url_patterns if isinstance(one, URLPattern)]
    return tuple(sorted((one for one in found if one), key=address_of))


def address_of(operation: Operation) -> str:
    """Its address with the names of its parts in braces."""
    return API + _ADDRESS.sub(r"{\2}", operation.route)


@cache
def description() -> dict[str, Any]:
    """The whole OpenAPI document."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "Wardmote", "version": __version__, "description": _ABOUT},
        "servers": [{"url": "/"}],
        "security": [{"token": []}],
        "paths": {address_of(one): dict(_methods(one)) for one in all_operations()},
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "schemas": {"Problem": PROBLEM, "Asked": ASKED, "Done": DONE},
        },
    }


def sentence_of(operation: Operation) -> str:
    """What it does, in the first line of its view's words."""
    return (operation.view.__doc__ or operation.name).strip().split("\n")[0]


def room_of(operation: Operation) -> str:
    """The room whose page it is; records without a page belong to their kind's."""
    offer = operation.offer
    model = offer.kind.model if isinstance(offer, Shows) else None
    return model._meta.app_label if model else operation.view.__module__.split(".")[2]


def _methods(operation: Operation) -> Iterator[tuple[str, Any]]:
    offer = operation.offer
    if isinstance(offer, Asks):
        yield "get", _method(operation, f"ask-{operation.name}", _json({"$ref": "#/components/schemas/Asked"}))
        yield (
            "post",
            {**_method(operation, operation.name, _json({"$ref": "#/components/schemas/Done"})), **_sent(offer)},
        )
    else:
        yield "get", _method(operation, operation.name, _given(offer))


def _method(operation: Operation, id_: str, given: Any) -> dict[str, Any]:
    is_post = isinstance(operation.offer, Asks) and id_ == operation.name
    problems = {400, 401, 403, 404, 409} | ({412, 413, 422, 428} if is_post else set())
    responses = {"200": {"description": "It was done." if is_post else "It is read.", "content": given}}
    problem = _json({"$ref": "#/components/schemas/Problem"})
    responses |= {str(one): {"description": STATUSES[one], "content": problem} for one in sorted(problems)}
    return {
        "operationId": id_,
        "summary": sentence_of(operation),
        "description": f"For {operation.access.words}.",
        "tags": [room_of(operation)],
        "parameters": [
            *_of_address(operation.route),
            *_of_query(operation.offer),
            *_headers(operation.offer, is_post),
        ],
        "responses": responses,
    }


def _given(offer: Any) -> Any:
    if isinstance(offer, Lists):
        return _json(list_schema(offer.model))
    if isinstance(offer, Shows):
        return _json(shown_schema(offer.kind))
    if isinstance(offer, Tells):
        return _json(data_schema(offer.give))
    assert isinstance(offer, Gives)
    return {"*/*": {"schema": {"type": "string", "format": "binary"}}}


def _sent(offer: Asks) -> dict[str, Any]:
    fields = offer.form.described()
    schema = schema_of_fields(fields, are_all_optional=offer.is_correction, asks_more=offer.form.asks_more)
    has_file = any(one.get("format") == "binary" for one in schema["properties"].values())
    kind = "multipart/form-data" if has_file else JSON
    return {"requestBody": {"required": bool(schema.get("required")), "content": {kind: {"schema": schema}}}}


def _of_address(route: str) -> Iterator[dict[str, Any]]:
    for kind, name in _ADDRESS.findall(route):
        yield {"name": name, "in": "path", "required": True, "schema": _PARTS[kind or "str"]}


def _of_query(offer: Any) -> Iterable[dict[str, Any]]:
    if isinstance(offer, Lists):
        return [
            _query("page", "Which page, from 1.", {"type": "integer", "minimum": 1}),
            _query("size", "How many rows a page has.", {"type": "integer", "minimum": 1, "maximum": LONGEST_PAGE}),
            _query("sort", "One of `sorts` in the answer; with - before it, the other way round.", {"type": "string"}),
            _query("search", "Words that the list looks for.", {"type": "string"}),
            *(_query(name, "As on the page.", {"type": "string"}) for name in offer.also),
            {**_query("filters", "Any of `filters` in the answer, by its name.", _ANY), "explode": True},
        ]
    return [_query(name, "As on the page.", {"type": "string"}) for name in getattr(offer, "takes", ())]


def _headers(offer: Any, is_post: bool) -> Iterable[dict[str, Any]]:
    if is_post and isinstance(offer, Asks) and offer.is_correction:
        words = "The ETag that GET gave; * replaces whatever stands there."
        yield {"name": "If-Match", "in": "header", "required": True, "schema": {"type": "string"}, "description": words}
    if is_post:
        words = "A new one for each request: sent again within 24 hours, it is not done again, and answered as it was."
        key = {"type": "string", "minLength": 1, "maxLength": LONGEST_KEY}
        yield {"name": HEADER, "in": "header", "required": False, "schema": key, "description": words}


def _query(name: str, words: str, schema: Schema) -> dict[str, Any]:
    return {"name": name, "in": "query", "schema": schema, "description": words}


def _json(schema: Schema) -> dict[str, Any]:
    return {JSON: {"schema": schema}}


_ANY: Schema = {"type": "object", "additionalProperties": {"type": "string"}}
