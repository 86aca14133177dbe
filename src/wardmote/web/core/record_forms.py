"""Forms that fill the fields of a record, made from its model: labels, lengths and choices are said once."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from django import forms
from django.db.models import Manager, Model, QuerySet

from wardmote.web.core.actors import Actor
from wardmote.web.core.forms import Form, dress

Offered = Mapping[type[Model], Callable[[Actor], QuerySet[Any]]]


class RecordForm(Form):
    """A form whose fields are a record's. `offered` says which records may be chosen, for each kind that is."""

    offered: ClassVar[Offered] = {}

    def __init__(self, *args: Any, actor: Actor, record: Model | None = None, **kwargs: Any) -> None:
        if record is not None:
            kwargs["initial"] = {name: _held(record, name) for name in self.base_fields}
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, forms.ModelChoiceField) and field.queryset is not None:
                field.queryset = self.offered[field.queryset.model](actor)
        dress(self)


def _held(record: Model, name: str) -> Any:
    value = getattr(record, name, None)
    return list(value.all()) if isinstance(value, Manager) else value


def record_form(model: type[Model], *names: str, offered: Offered, **widgets: forms.Widget) -> type[RecordForm]:
    """A form with these fields of the model, in this order."""
    fields = forms.fields_for_model(model, fields=names, widgets=dict(widgets))
    return type(f"{model.__name__}Form", (RecordForm,), {**fields, "offered": offered, "__doc__": model.__doc__})
