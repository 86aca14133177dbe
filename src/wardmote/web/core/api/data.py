"""Data of any other shape, by the types that its function names."""

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any, get_type_hints

from pydantic import TypeAdapter

from wardmote.web.core.api.fields import Schema
from wardmote.web.core.api.records import as_json


def as_data(value: Any) -> Any:
    """Dataclasses as objects, what is listed as lists, and everything else as JSON has it."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: as_data(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(name): as_data(one) for name, one in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [as_data(one) for one in value]
    return as_json(value)


def data_schema(give: Callable[..., Any]) -> Schema:
    """What the function returns, by its annotation."""
    schema = TypeAdapter(get_type_hints(give)["return"]).json_schema(mode="serialization", ref_template=_REF)
    return _inlined(schema, schema.pop("$defs", {}))


_REF = "{model}"


def _inlined(schema: Any, defined: dict[str, Any]) -> Any:
    """The schema with each named part in its place."""
    if isinstance(schema, list):
        return [_inlined(one, defined) for one in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        return _inlined(defined[schema["$ref"]], defined)
    return {name: _inlined(one, defined) for name, one in schema.items()}
