"""Filling a page's form with what a program sent."""

import json
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict

from wardmote.web.core.api.program import Program
from wardmote.web.core.forms import Form


def fill(form: Form, program: Program) -> None:
    """Bind the form to what was sent; a field that was left out holds what it held. Raises `ValidationError`."""
    wrong = {name: _unknown(name, form) for name in program.sent if name not in form.fields}
    data: MultiValueDict[str, Any] = MultiValueDict()
    for name, field in form.fields.items():
        value = program.sent[name] if name in program.sent else held(form, name)
        try:
            data.setlist(name, _typed(field, value))
        except ValidationError as error:
            wrong[name] = error.messages
    if wrong:
        raise ValidationError(wrong)
    form.bind(data, program.files)


def held(form: Form, name: str) -> Any:
    """What a field shows before anybody types: of a choice of records their ids."""
    field = form.fields[name]
    return field.prepare_value(form.get_initial_for_field(field, name))


def _typed(field: forms.Field, value: Any) -> list[Any]:
    """A value as a browser would send it."""
    if isinstance(field, forms.JSONField):
        return [value if isinstance(value, str) else json.dumps(value)]
    if isinstance(value, Mapping):
        raise ValidationError("Give one value here, and no object.")
    if isinstance(field, forms.BooleanField):
        return ["on"] if value in (True, "on", "true") else []
    many = isinstance(field, forms.MultipleChoiceField | forms.ModelMultipleChoiceField)
    if isinstance(value, list | tuple) and not many:
        raise ValidationError("Give one value here, and no list.")
    values = value if isinstance(value, list | tuple) else [value]
    if any(isinstance(one, Mapping | list) for one in values):
        raise ValidationError("Give plain values here.")
    return [_text(one) for one in values if one is not None]


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _unknown(name: str, form: Form) -> list[str]:
    near = get_close_matches(name, list(form.fields), n=1)
    return [f"There is no field of this name here{f'; did you mean “{near[0]}”?' if near else '.'}"]
