"""A field of a form, and a field of a record, as JSON Schema."""

from typing import Any

from django import forms
from django.db import models

Schema = dict[str, Any]
_UUID: Schema = {"type": "string", "format": "uuid"}
_OF_FORMS: dict[type[forms.Field], Schema] = {
    forms.BooleanField: {"type": "boolean"},
    forms.DateField: {"type": "string", "format": "date"},
    forms.TimeField: {"type": "string", "pattern": "^[0-9]{2}:[0-9]{2}(:[0-9]{2})?$"},
    forms.EmailField: {"type": "string", "format": "email"},
    forms.FileField: {"type": "string", "format": "binary"},
    forms.DecimalField: {"type": ["number", "string"]},
    forms.IntegerField: {"type": "integer"},
    forms.JSONField: {},
}
_OF_MODELS: "dict[type[models.Field[Any, Any]], Schema]" = {
    models.ForeignKey: _UUID,
    models.ManyToManyField: {"type": "array", "items": _UUID},
    models.UUIDField: _UUID,
    models.BooleanField: {"type": "boolean"},
    models.DateTimeField: {"type": "string", "format": "date-time"},
    models.DateField: {"type": "string", "format": "date"},
    models.TimeField: {"type": "string"},
    models.DecimalField: {"type": "string"},
    models.IntegerField: {"type": "integer"},
    models.JSONField: {},
}


def schema_of_fields(fields: dict[str, forms.Field], *, are_all_optional: bool, asks_more: str) -> Schema:
    """What a form takes. With `asks_more` it takes further fields, which its GET names."""
    needed = [name for name, field in fields.items() if field.required and field.initial is None]
    return {
        "type": "object",
        "properties": {name: schema_of_field(field) for name, field in fields.items()},
        **({"required": needed} if needed and not are_all_optional else {}),
        "additionalProperties": {"description": asks_more} if asks_more else False,
    }


def schema_of_field(field: forms.Field) -> Schema:
    """What may be sent for one field, with its label and its help in words."""
    schema = dict(_typed(field))
    if isinstance(field, forms.CharField) and field.max_length:
        schema["maxLength"] = field.max_length
    if not field.required and "type" in schema and schema["type"] not in ("boolean", "array"):
        schema["type"] = [*_listed(schema["type"]), "null"]
        if "enum" in schema:
            schema["enum"] = [*dict.fromkeys(["", *schema["enum"]]), None]
    words = [str(field.label or ""), str(field.help_text or ""), _which(field)]
    return {**schema, "description": ". ".join(word.rstrip(".") for word in words if word)}


def schema_of_held(field: "models.Field[Any, Any]") -> Schema:
    """What a record holds in one field."""
    schema = dict(next((one for kind, one in _OF_MODELS.items() if isinstance(field, kind)), {"type": "string"}))
    if field.null and "type" in schema:
        schema["type"] = [*_listed(schema["type"]), "null"]
    return schema


def choices_of(field: forms.ChoiceField) -> list[tuple[str, str]]:
    """What may be sent, each with its words; to choose nothing is no choice."""
    given: Any = field.choices
    return [(str(value), str(text)) for value, text in given if value != ""]


def _typed(field: forms.Field) -> Schema:
    if isinstance(field, forms.ModelMultipleChoiceField):
        return {"type": "array", "items": _UUID}
    if isinstance(field, forms.ModelChoiceField):
        return _UUID
    if isinstance(field, forms.MultipleChoiceField):
        return {"type": "array", "items": _choice(field)}
    if isinstance(field, forms.ChoiceField):
        return _choice(field)
    return next((schema for kind, schema in _OF_FORMS.items() if isinstance(field, kind)), {"type": "string"})


def _choice(field: forms.ChoiceField) -> Schema:
    words = [value for value, _ in choices_of(field)]
    return {"type": "string", **({"enum": words} if words else {})}


def _which(field: forms.Field) -> str:
    """Which records may be chosen, and what a choice's short names mean."""
    if isinstance(field, forms.ModelChoiceField) and field.queryset is not None:
        return f"The id of one {field.queryset.model._meta.verbose_name}; GET names those that may be chosen"
    if isinstance(field, forms.ChoiceField):
        choices = [value if value == text else f"{value} ({text})" for value, text in choices_of(field)]
        return f"One of {', '.join(choices)}" if choices else ""
    return ""


def _listed(type_: Any) -> list[str]:
    return type_ if isinstance(type_, list) else [type_]
