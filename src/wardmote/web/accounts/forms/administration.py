"""What a system administrator types about a partnership."""

from typing import Any

from django import forms

from wardmote.web.accounts.models import Partnership
from wardmote.web.core.forms import Form


class PartnershipForm(Form):
    """Its name, and the pan-area partnership above it. `but` is the partnership that it is about."""

    name = forms.CharField(max_length=200, label="Name")
    above = forms.ModelChoiceField(
        Partnership.objects.none(),
        required=False,
        label="The pan-area partnership above it",
        empty_label="None",
    )

    def __init__(self, *args: Any, but: Partnership | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["above"]
        assert isinstance(field, forms.ModelChoiceField)
        top = Partnership.objects.filter(above=None)
        field.queryset = top.exclude(pk=but.pk) if but else top
