"""The choices at the top of a measure's page, which live in its address."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms

from wardmote.web.core.wording import month_name, month_value
from wardmote.web.insight.queries.choices import PERIODS, PLACES, Choices, Horizon

_LONGEST_DEFAULT = 48
_LABELS = {"area": "Place", "period": "Show", "from": "From", "to": "To", "by": "Compare"}


class ChoicesForm(forms.Form):
    """Choices as they came in the address; what is left out takes its default, what is wrong gets a sentence.

    `options` maps the name of each choice, in the order of reading, to its values and their words.
    """

    def __init__(self, data: Mapping[str, Any], *, horizon: Horizon) -> None:
        super().__init__(data)
        self.horizon = horizon
        self._areas = {area.code: area for areas in horizon.areas.values() for area in areas}
        months = [(month_value(month), month_name(month)) for month in reversed(horizon.months)]
        self.options: dict[str, list[tuple[str, str]]] = {
            "area": [("", ""), *((code, area.name) for code, area in self._areas.items())],
            "period": list(PERIODS.items()),
            "from": months,
            "to": months,
            "by": [(kind, name) for kind, name in PLACES.items() if horizon.areas.get(kind)],
        }
        for name, options in self.options.items():
            self.fields[name] = forms.ChoiceField(
                required=False,
                label=_LABELS[name],
                choices=options,
                error_messages={"invalid_choice": self._sentence(name)},
            )

    def clean(self) -> dict[str, Any]:
        """The first month may not stand after the last."""
        cleaned = super().clean() or {}
        if not self.errors and self.chosen("from") > self.chosen("to"):
            self.add_error("from", "The first month comes after the last; choose an earlier one")
        return cleaned

    def chosen(self, name: str) -> str:
        """What stands in the address, or the default where nothing does."""
        return str(self.data.get(name) or self._default(name))

    def sentences(self, name: str) -> tuple[str, ...]:
        """What is wrong with one choice."""
        return tuple(str(text) for text in self.errors.get(name, ()))

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
            "period": "month",
            "from": month_value(months[-_LONGEST_DEFAULT:][0]),
            "to": month_value(months[-1]),
            "by": self.options["by"][0][0],
        }
        return defaults.get(name, "")

    def _sentence(self, name: str) -> str:
        first, last = month_name(self.horizon.months[0]), month_name(self.horizon.months[-1])
        no_month = f"“%(value)s” is not a month that evidence is loaded for; choose one from {first} to {last}"
        kinds = ", ".join(value for value, _ in self.options["by"])
        return {
            "area": "“%(value)s” is not a place that evidence is loaded for; choose one from the list",
            "period": f"“%(value)s” is not a period; choose one of {', '.join(PERIODS)}",
            "from": no_month,
            "to": no_month,
            "by": f"“%(value)s” is not a kind of place that can be compared here; choose one of {kinds}",
        }[name]
