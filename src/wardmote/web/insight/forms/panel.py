"""The form of choices as components of a page."""

from dataclasses import dataclass

from wardmote.web.core.components import Link, Option, OptionGroup, Select
from wardmote.web.insight.forms.choices import ChoicesForm
from wardmote.web.insight.queries.choices import PLACES

_NOT_OFFERED = frozenset({"lsoa", "partnership", "force"})


@dataclass(frozen=True)
class ChoicesPanel:
    """The selects, in the order of reading, and the errors of what came in the address."""

    selects: tuple[Select, ...]
    errors: tuple[Link, ...]


def choices_panel(form: ChoicesForm) -> ChoicesPanel:
    """The form with what was chosen selected, and each error beside its field and in the summary."""
    errors = tuple(Link(text, f"#{name}") for name in form.options for text in form.sentences(name))
    return ChoicesPanel(selects=tuple(_select(form, name) for name in form.options), errors=errors)


def _select(form: ChoicesForm, name: str) -> Select:
    chosen = form.chosen(name)
    options = tuple(Option(value, text, value == chosen) for value, text in form.options[name])
    return Select(
        name=name,
        label=str(form.fields[name].label),
        groups=_areas(form) if name == "area" else (OptionGroup("", options),),
        error=" ".join(form.sentences(name)),
    )


def _areas(form: ChoicesForm) -> tuple[OptionGroup, ...]:
    """Neighbourhoods are too many for a list and are reached from the table of places; one that is chosen is shown."""
    chosen = form.chosen("area")
    groups = [OptionGroup("", (Option("", "Whole partnership", not chosen),))]
    for kind, areas in form.horizon.areas.items():
        shown = tuple(area for area in areas if kind not in _NOT_OFFERED or area.code == chosen)
        options = tuple(Option(area.code, area.name, area.code == chosen) for area in shown)
        if options:
            groups.append(OptionGroup(PLACES[kind], options))
    return tuple(groups)
