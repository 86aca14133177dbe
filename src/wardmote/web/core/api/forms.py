"""A page's form as a program meets it: what it asks, and what became of it."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import HttpRequest, JsonResponse

from wardmote.web.core.api.fields import Schema, choices_of, schema_of_field
from wardmote.web.core.api.filling import held
from wardmote.web.core.api.problems import answered
from wardmote.web.core.api.records import as_json
from wardmote.web.core.forms import Form
from wardmote.web.core.models import AuditEntry

DONE: Schema = {
    "type": "object",
    "description": "What the audit says was done, and the page on which it can be read.",
    "properties": {
        "done": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "doing": {"type": "string"},
                    "kind": {"type": "string"},
                    "id": {"type": "string", "format": "uuid"},
                    "name": {"type": "string"},
                },
                "required": ["doing", "kind", "id", "name"],
            },
        },
        "page": {"type": "string"},
    },
    "required": ["done"],
}
ASKED: Schema = {
    "type": "object",
    "description": "The form for this member: each field with what it holds, and the choices that there are.",
    "properties": {
        "heading": {"type": "string"},
        "sentence": {"type": "string"},
        "fields": {"type": "object", "additionalProperties": {"type": "object"}},
    },
    "required": ["heading", "sentence", "fields"],
}


def form_asks(form: Form, *, heading: str, sentence: str) -> JsonResponse:
    """What the form asks of this member now; the version of the record it corrects stands in ETag."""
    fields = {name: _asked(form, name) for name in form.fields}
    response = JsonResponse({"heading": heading, "sentence": sentence, "fields": fields})
    if form.version:
        response.headers["ETag"] = f'"{form.version}"'
    return response


def form_done(entries: Iterable[AuditEntry], **more: Any) -> JsonResponse:
    """What was done; `more` is what only this answer tells, such as the words of a new token."""
    done = [
        {"doing": one.doing, "kind": one.kind, "id": str(one.record_id), "name": one.record_name} for one in entries
    ]
    return JsonResponse({"done": done, **more})


def form_refused(request: HttpRequest, form: Form) -> JsonResponse:
    """What is wrong with each field, in the page's own words."""
    fields = {name: [str(one) for one in words] for name, words in form.errors.items() if name != "__all__"}
    whole = [str(one) for one in form.non_field_errors()]
    return answered(whole[0] if whole else "Some fields have to be put right.", status=422, fields=fields)


def _asked(form: Form, name: str) -> Schema:
    field = form.fields[name]
    value = held(form, name)
    asked = {"is_required": field.required, **schema_of_field(field)}
    if isinstance(field, forms.ChoiceField):
        asked["choices"] = [{"value": one, "text": text} for one, text in choices_of(field)]
    if not isinstance(field, forms.FileField):
        asked["value"] = [as_json(one) for one in value] if isinstance(value, list | tuple) else as_json(value)
    return asked
