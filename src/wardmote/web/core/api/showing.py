"""Records of the directory, one by one and, where no page lists their kind, as a list."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse

from wardmote.web.core.actors import acting
from wardmote.web.core.api.fields import Schema
from wardmote.web.core.api.offers import Lists, Offer, Shows
from wardmote.web.core.api.records import parts_as_json, record_as_json, record_schema, whole
from wardmote.web.core.components import Cell
from wardmote.web.core.directory import Kind, kinds
from wardmote.web.core.lists.listing import Column, Listing
from wardmote.web.core.lists.told import list_told
from wardmote.web.core.scope import found
from wardmote.web.core.versions import version_of


@dataclass(frozen=True)
class KindRoute:
    """An address for a kind of record beside those of its pages."""

    name: str
    address: str
    kind: Kind[Any]
    offer: Offer
    view: Callable[..., HttpResponse]


def kind_routes(names: set[str]) -> Iterator[KindRoute]:
    """As a list each kind that no page lists, and one by one those that no page of their own shows.

    `names` are the routes of the pages that do.
    """
    for kind in kinds().values():
        called = kind.model._meta.model_name or ""
        base = f"p/<slug:partnership>/records/{called}/"
        argument = str(kind.model._meta.verbose_name).replace(" ", "_")
        if kind.listed not in names:
            yield KindRoute(f"records-{called}", base, kind, Lists(kind.model), list_records(kind))
        if kind.holder or kind.page not in names:
            one = show_record(kind, argument=argument)
            yield KindRoute(f"record-{called}", f"{base}<uuid:{argument}>/", kind, Shows(kind), one)


def show_record(kind: Kind[Any], *, argument: str) -> Callable[..., HttpResponse]:
    """One record with what belongs to it; its version stands in ETag."""

    def answer(request: HttpRequest, partnership: str, **address: UUID) -> HttpResponse:
        actor = acting(request)
        record = found(actor, kind.model, address[argument], within=whole(kind.seen(actor)))
        shown = {**record_as_json(record), "parts": parts_as_json(record, kind.parts)}
        return JsonResponse(shown, headers={"ETag": f'"{version_of(record)}"'})

    answer.__doc__ = f"One of the {kind.nouns}, with what belongs to it."
    return answer


def list_records(kind: Kind[Any]) -> Callable[..., HttpResponse]:
    """Every record of a kind that the member may read, by its first field in words."""
    name = kind.searched[0]
    listing: Listing[Any] = Listing(
        name=kind.model._meta.model_name or "",
        noun=str(kind.model._meta.verbose_name),
        nouns=kind.nouns,
        columns=(Column("name", "Name", lambda one: Cell(str(one)), sort=name),),
        order="name",
        searched=kind.searched,
    )

    def answer(request: HttpRequest, partnership: str) -> HttpResponse:
        return list_told(request, listing, kind.seen(acting(request)))

    answer.__doc__ = f"All {kind.nouns}, by name."
    return answer


def shown_schema(kind: Kind[Any]) -> Schema:
    """What `show_record` gives for this kind."""
    schema = record_schema(kind.model)
    parts = {name: {"type": "array", "items": record_schema(_model(kind, name))} for name in kind.parts}
    held: Schema = {"type": "object", "properties": parts, "required": list(parts)}
    return {**schema, "properties": {**schema["properties"], "parts": held}, "required": [*schema["required"], "parts"]}


def _model(kind: Kind[Any], name: str) -> Any:
    return next(one.related_model for one in kind.model._meta.related_objects if one.get_accessor_name() == name)
