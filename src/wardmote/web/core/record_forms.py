"""Forms that fill the fields of a record, made from its model: labels, lengths and choices are said once."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from django import forms
from django.db.models import Manager, Model, QuerySet

from wardmote.web.core.actors import Actor
from wardmote.web.core.forms import Form, dress
from wardmote.web.core.models import Record

Offered = Mapping[type[Model], Callable[[Actor], QuerySet[Any]]]


class RecordForm(Form):
    """A form for the fields `names` of `model`, in this order, and after them those that a subclass declares.

    `offered` says which records may be chosen, for each kind that can be, `widgets` what a field is typed into, and
    `needed` which fields the record may lack and this form may not.
    """

    model: ClassVar[type[Model]]
    names: ClassVar[tuple[str, ...]] = ()
    offered: ClassVar[Offered] = {}
    widgets: ClassVar[Mapping[str, type[forms.Widget] | forms.Widget]] = {}
    needed: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *args: Any, actor: Actor, record: Record | None = None, **kwargs: Any) -> None:
        if record is not None:
            named = (*self.names, *self.base_fields)
            kwargs["initial"] = {name: _held(record, name) for name in named}
        super().__init__(*args, record=record, **kwargs)
        self.fields = {**self._filled(), **self.fields}
        for field in self.fields.values():
            if isinstance(field, forms.ModelChoiceField) and field.queryset is not None:
                field.queryset = self.offered[field.queryset.model](actor)
        dress(self)

    @classmethod
    def described(cls) -> dict[str, forms.Field]:
        """The model's fields, and those that the form declares."""
        return {**cls._filled(), **super().described()}

    @classmethod
    def _filled(cls) -> dict[str, forms.Field]:
        filled = forms.fields_for_model(cls.model, fields=cls.names, widgets=dict(cls.widgets))
        for name in cls.needed:
            filled[name].required = True
        return filled

    @classmethod
    def labels(cls) -> dict[str, str]:
        """Each field of the model that it fills, under its label."""
        fields = forms.fields_for_model(cls.model, fields=cls.names)
        return {name: str(field.label) for name, field in fields.items()}


def _held(record: Model, name: str) -> Any:
    """What a field holds; of a field that joins several records, all of them."""
    value = getattr(record, name, None)
    return list(value.all()) if isinstance(value, Manager) else value
