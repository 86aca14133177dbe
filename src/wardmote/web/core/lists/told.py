"""A list as a program reads it: the records with their fields, and under `shown` what the page's columns say."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Model, QuerySet
from django.http import HttpRequest, JsonResponse

from wardmote.errors import BadInput
from wardmote.web.core.api.fields import Schema
from wardmote.web.core.api.offers import Lists, offer_of
from wardmote.web.core.api.records import record_as_json, record_schema, whole
from wardmote.web.core.lists.listing import Listing
from wardmote.web.core.lists.view import narrowed

LONGEST_PAGE = 500
TAKEN = ("search", "sort", "page", "size")
_SHOWN: Schema = {"type": "object", "additionalProperties": {"type": "string"}}


def list_told[R: Model](request: HttpRequest, listing: Listing[R], queryset: QuerySet[R]) -> JsonResponse:
    """One page of the list. Raises `BadInput` on what it cannot be asked by."""
    _check(request, listing)
    size = whole_number(request, "size", default=listing.page_size, most=LONGEST_PAGE)
    number = whole_number(request, "page", default=1, most=10**9)
    pages = Paginator(narrowed(listing, whole(queryset), request.GET), size)
    rows = pages.page(number).object_list if number <= pages.num_pages else ()
    return JsonResponse(
        {
            "count": pages.count,
            "page": number,
            "pages": pages.num_pages,
            "filters": {choice.name: [name for name, _, _ in choice.options] for choice in listing.choices},
            "sorts": [column.name for column in listing.columns if column.sort],
            "rows": [{**record_as_json(row), "shown": _shown(listing, row)} for row in rows],
        }
    )


def list_schema(model: type[Model]) -> Schema:
    """What `list_told` gives for records of this model."""
    row = record_schema(model)
    row = {**row, "properties": {**row["properties"], "shown": _SHOWN}, "required": [*row["required"], "shown"]}
    number, words = {"type": "integer"}, {"type": "array", "items": {"type": "string"}}
    properties = {
        "count": number,
        "page": number,
        "pages": number,
        "filters": {"type": "object", "additionalProperties": words},
        "sorts": words,
        "rows": {"type": "array", "items": row},
    }
    return {"type": "object", "properties": properties, "required": list(properties)}


def whole_number(request: HttpRequest, name: str, *, default: int, most: int) -> int:
    """A number from the address, from 1 to `most`. Raises `BadInput`."""
    text = request.GET.get(name, "") or str(default)
    if not (text.isascii() and text.isdecimal() and len(text) < 12 and 0 < int(text) <= most):
        raise BadInput(f"“{text[:40]}” cannot be the {name}", do=f"give a whole number from 1 to {most:,}")
    return int(text)


def _shown(listing: Listing[Any], row: Any) -> dict[str, str]:
    return {column.name: column.text(row) for column in listing.columns}


def _check(request: HttpRequest, listing: Listing[Any]) -> None:
    """A word that is misspelt would leave the list wider than was meant."""
    offer = offer_of(request.resolver_match.func) if request.resolver_match else None
    also = offer.also if isinstance(offer, Lists) else ()
    known = {*TAKEN, *also, *(choice.name for choice in listing.choices)}
    if wrong := sorted(set(request.GET) - known):
        raise BadInput(f"This list takes no “{wrong[0][:40]}”", do=f"choose of {', '.join(sorted(known))}")
