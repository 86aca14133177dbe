"""A record as a program reads it: what it holds that is public or internal. What is personal stays on the pages.

Names that a page shows to this member come with the page's own list, under `shown`; a secret never comes.
"""

from collections.abc import Iterable
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Model, QuerySet

from wardmote.web.core.api.fields import Schema, schema_of_held
from wardmote.web.core.models import Record

_ABOUT: dict[str, Schema] = {
    "id": {"type": "string", "format": "uuid"},
    "kind": {"type": "string"},
    "name": {"type": "string"},
    "changed_at": {"type": "string", "format": "date-time"},
}


def readable_fields(model: type[Model]) -> "dict[str, models.Field[Any, Any]]":
    """The fields of a model that a program may read, by name."""
    if not issubclass(model, Record):
        return {field.name: field for field in model._meta.concrete_fields}
    return {name: model._meta.get_field(name) for name in (*model.PUBLIC, *model.INTERNAL)}  # type: ignore[misc]


def whole(queryset: QuerySet[Any]) -> QuerySet[Any]:
    """The same records, with all that is read of each fetched at once."""
    fields = readable_fields(queryset.model).items()
    return queryset.defer(None).prefetch_related(*(name for name, field in fields if field.many_to_many))


def record_as_json(record: Model) -> dict[str, Any]:
    """One record: who it is, and its fields."""
    fields = {name: _held(record, name, field) for name, field in readable_fields(type(record)).items()}
    if not isinstance(record, Record):
        return {"fields": fields}
    about = {"id": record.pk, "kind": record._meta.label_lower, "name": str(record), "changed_at": record.changed_at}
    return {name: as_json(value) for name, value in about.items()} | {"fields": fields}


def record_schema(model: type[Model]) -> Schema:
    """What `record_as_json` gives for this model."""
    fields = {name: schema_of_held(field) for name, field in readable_fields(model).items()}
    held: Schema = {"type": "object", "properties": fields, "required": list(fields)}
    about = _ABOUT if issubclass(model, Record) else {}
    return {"type": "object", "properties": {**about, "fields": held}, "required": [*about, "fields"]}


def parts_as_json(record: Model, names: Iterable[str]) -> dict[str, list[dict[str, Any]]]:
    """What belongs to a record and has no page of its own, each kind under its name; as many queries for each kind."""
    return {name: [record_as_json(part) for part in _named(getattr(record, name).all())] for name in names}


def as_json(value: Any) -> Any:
    """A value as JSON has it: days and ids as text, amounts as text so that no penny is lost."""
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return str(value) if isinstance(value, UUID | Decimal) else value


def _named(parts: QuerySet[Any]) -> QuerySet[Any]:
    """The parts, each with the records that it points to: a part is often called after them."""
    return whole(parts).select_related(
        *(field.name for field in parts.model._meta.concrete_fields if field.many_to_one)
    )


def _held(record: Model, name: str, field: "models.Field[Any, Any]") -> Any:
    if field.many_to_many:
        return [str(one.pk) for one in getattr(record, name).all()]
    return as_json(getattr(record, field.attname))
