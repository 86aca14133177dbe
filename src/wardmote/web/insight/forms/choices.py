"""The choices at the top of a measure's page, which live in its address."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms

from wardmote.web.core.wording import month_name, month_value
from wardmote.web.insight.queries.choices import PERIODS, PLACES, Choices, Horizon

_LONGEST_DEFAULT = 48


class ChoicesForm(forms.Form):
    """Choices as they came in the address; what is left out takes its default, what is wrong gets a sentence."""

    area = forms.ChoiceField(required=False, label="Place")
    period = forms.ChoiceField(required=False, label="Show", choices=list(PERIODS.items()))
    by = forms.ChoiceField(required=False, label="Compare")

    def __init__(self, data: Mapping[str, Any], *, horizon: Horizon) -> None:
        super().__init__(data)
        self.horizon = horizon
        self._areas = {area.code: area for areas in horizon.areas.values() for area in areas}
        months = [(month_value(month), month_name(month)) for month in reversed(horizon.months)]
        self.fields["from"] = forms.ChoiceField(required=False, label="From", choices=months)
        self.fields["to"] = forms.ChoiceField(required=False, label="To", choices=months)
        self.fields["by"].choices = [(kind, name) for kind, name in PLACES.items() if horizon.areas.get(kind)]
        self.fields["area"].choices = [("", ""), *((code, area.name) for code, area in self._areas.items())]
        self._say_errors_in_words()

    def clean(self) -> dict[str, Any]:
        """The first month may not stand after the last."""
        cleaned = super().clean() or {}
        if not self.errors and self.chosen("from") > self.chosen("to"):
            self.add_error("from", "The first month comes after the last; choose an earlier one")
        return cleaned

    def chosen(self, name: str) -> str:
        """What stands in the address, or the default where nothing does."""
        return str(self.data.get(name) or self._default(name))

    @property
    def choices(self) -> Choices:
        """The choices of a valid form."""
        return Choices(
            by=self.chosen("by"),  # type: ignore[arg-type]
            period=self.chosen("period"),  # type: ignore[arg-type]
            start=date.fromisoformat(f"{self.chosen('from')}-01"),
            end=date.fromisoformat(f"{self.chosen('to')}-01"),
            area=self._areas.get(self.chosen("area")),
        )

    def _default(self, name: str) -> str:
        months = self.horizon.months
        defaults = {
            "by": next((value for value, _ in self.fields["by"].choices), ""),
            "period": "month",
            "from": month_value(months[-_LONGEST_DEFAULT:][0]),
            "to": month_value(months[-1]),
        }
        return defaults.get(name, "")

    def _say_errors_in_words(self) -> None:
        kinds = ", ".join(value for value, _ in self.fields["by"].choices)
        first, last = month_name(self.horizon.months[0]), month_name(self.horizon.months[-1])
        no_month = f"“%(value)s” is not a month that evidence is loaded for; choose one from {first} to {last}"
        sentences = {
            "by": f"“%(value)s” is not a kind of place that can be compared here; choose one of {kinds}",
            "period": f"“%(value)s” is not a period; choose one of {', '.join(PERIODS)}",
            "area": "“%(value)s” is not a place that evidence is loaded for; choose one from the list",
            "from": no_month,
            "to": no_month,
        }
        for name, sentence in sentences.items():
            self.fields[name].error_messages["invalid_choice"] = sentence
