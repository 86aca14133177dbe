"""What is set side by side: two years, two areas or two versions of a definition. All choices live in the address."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms

from wardmote.definitions.catalogue import all_measures, versions_of
from wardmote.measures.periods import MONTHS_IN_YEAR
from wardmote.measures.series import Area
from wardmote.web.core.components import Link, Option, OptionGroup, Select
from wardmote.web.core.wording import month_name, month_value
from wardmote.web.insight.forms.panel import ChoicesPanel
from wardmote.web.insight.queries.choices import PLACES, Horizon
from wardmote.web.insight.queries.compare import Pair

KINDS = {"years": "Two years", "areas": "Two places", "versions": "Two versions of the definition"}
# The choices that each kind of comparison asks for, in the order of reading.
FIELDS = {
    "years": ("area", "first", "second"),
    "areas": ("area", "other", "second"),
    "versions": ("version", "version2", "area", "second"),
}
_LABELS = {
    "measure": "Measure",
    "kind": "Set side by side",
    "area": "Place",
    "other": "Other place",
    "first": "12 months to",
    "second": "12 months to",
    "version": "Version",
    "version2": "Other version",
}
_NOT_LISTED = frozenset({"lsoa", "force"})


class CompareForm(forms.Form):
    """Choices as they came in the address; what is left out takes its default, what is wrong gets a sentence."""

    def __init__(self, data: Mapping[str, Any], *, horizon: Horizon) -> None:
        super().__init__(data)
        self.horizon = horizon
        self.areas = {area.code: area for areas in horizon.areas.values() for area in areas}
        ends = [(month_value(month), month_name(month)) for month in reversed(horizon.months[MONTHS_IN_YEAR - 1 :])]
        measures = [(one.id, one.title) for one in sorted(all_measures(), key=lambda one: one.title)]
        places = [(code, area.name) for code, area in self.areas.items()]
        self._all = {
            "measure": measures,
            "kind": list(KINDS.items()),
            "area": places,
            "other": places,
            "first": ends,
            "second": ends,
        }
        numbers = [str(one.version) for one in versions_of(self.chosen("measure"))] if self._knows_measure() else []
        self._all |= {name: [(number, f"Version {number}") for number in numbers] for name in ("version", "version2")}
        for name in self.names:
            self.fields[name] = forms.ChoiceField(
                required=False,
                label=_LABELS[name],
                choices=self._all[name],
                error_messages={"invalid_choice": "“%(value)s” cannot be chosen here; choose one from the list"},
            )

    @property
    def names(self) -> tuple[str, ...]:
        """The choices that are asked for."""
        return ("measure", "kind", *FIELDS.get(self.chosen("kind"), FIELDS["years"]))

    def clean(self) -> dict[str, Any]:
        """Two places are of one kind, and neither is compared with itself."""
        cleaned = super().clean() or {}
        if not self.errors and self.chosen("kind") == "areas":
            area, other = self.area("area"), self.area("other")
            if area.kind != other.kind:
                self.add_error("other", f"Choose a place of the same kind as {area.name}")
            elif area == other:
                self.add_error("other", "Choose a place other than the first")
        return cleaned

    def chosen(self, name: str) -> str:
        """What stands in the address, or the default where nothing does."""
        return str(self.data.get(name) or self._default(name))

    def area(self, name: str) -> Area:
        """The place chosen under a name."""
        return self.areas[self.chosen(name)]

    def month(self, name: str) -> date:
        """The last month of the year chosen under a name."""
        return date.fromisoformat(f"{self.chosen(name)}-01")

    @property
    def pair(self) -> Pair:
        """What a valid form asks for."""
        names = self.names
        return Pair(
            measure=self.chosen("measure"),
            areas=tuple(self.area(name) for name in ("area", "other") if name in names),
            ends=tuple(self.month(name) for name in ("first", "second") if name in names),
            versions=tuple(int(self.chosen(name)) for name in ("version", "version2") if name in names),
        )

    @property
    def panel(self) -> ChoicesPanel:
        """The form with what was chosen selected, and each error beside its field and in the summary."""
        errors = tuple(Link(str(text), f"#{name}") for name in self.names for text in self.errors.get(name, ()))
        return ChoicesPanel(selects=tuple(self._select(name) for name in self.names), errors=errors)

    def _knows_measure(self) -> bool:
        return self.chosen("measure") in {value for value, _ in self._all["measure"]}

    def _default(self, name: str) -> str:
        ends = self._all["second"] if hasattr(self, "_all") else []
        of_kinds = [
            areas
            for kind, areas in self.horizon.areas.items()
            if kind not in {"partnership", "force"} and len(areas) > 1
        ]
        places = of_kinds[0] if of_kinds and self.data.get("kind") == "areas" else self.horizon.areas["partnership"]
        return {
            "measure": "all-crime",
            "kind": "years",
            "area": places[0].code,
            "other": places[-1].code,
            "first": ends[min(MONTHS_IN_YEAR, len(ends) - 1)][0] if ends else "",
            "second": ends[0][0] if ends else "",
            "version": self._versions()[-1],
            "version2": self._versions()[0],
        }[name]

    def _versions(self) -> list[str]:
        listed = [value for value, _ in getattr(self, "_all", {}).get("version", [])]
        return listed or [""]

    def _select(self, name: str) -> Select:
        chosen = self.chosen(name)
        error = " ".join(str(text) for text in self.errors.get(name, ()))
        if name not in {"area", "other"}:
            options = tuple(Option(value, text, value == chosen) for value, text in self._all[name])
            return Select(name=name, label=_LABELS[name], groups=(OptionGroup("", options),), error=error)
        groups = []
        for kind, areas in self.horizon.areas.items():
            shown = [area for area in areas if kind not in _NOT_LISTED or area.code == chosen]
            options = tuple(Option(area.code, area.name, area.code == chosen) for area in shown)
            groups += [OptionGroup(PLACES[kind], options)] if options else []
        return Select(name=name, label=_LABELS[name], groups=tuple(groups), error=error)
