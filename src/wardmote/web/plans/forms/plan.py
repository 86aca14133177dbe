"""What is typed about the plan, its priorities, objectives and activities."""

from typing import Any

from django import forms

from wardmote.web.accounts.models import Agency, Member
from wardmote.web.accounts.queries.people import agencies_of, members_of
from wardmote.web.core.actors import Actor
from wardmote.web.core.record_forms import Offered, RecordForm, record_form
from wardmote.web.core.scope import seen_by
from wardmote.web.plans.models import (
    Alignment,
    CrossCuttingIssue,
    Objective,
    Plan,
    PolicePriority,
    Priority,
    Strategy,
)

MEASURES_SHOWN = 3
OFFERED: Offered = {
    Member: members_of,
    Agency: agencies_of,
    Priority: lambda actor: seen_by(actor, Priority),
    CrossCuttingIssue: lambda actor: seen_by(actor, CrossCuttingIssue),
    PolicePriority: lambda actor: seen_by(actor, PolicePriority),
}

PlanForm = record_form(Plan, "title", "starts_on", "ends_on", "summary", "resources", "engagement", offered=OFFERED)
PriorityForm = record_form(
    Priority,
    "title",
    "aim",
    "scope",
    "reason",
    "lead",
    "position",
    "starts_on",
    "ends_on",
    "adopted_on",
    "adopted_at",
    "replaces",
    "issues",
    offered=OFFERED,
    replaces=forms.CheckboxSelectMultiple(),
    issues=forms.CheckboxSelectMultiple(),
)
StrategyForm = record_form(
    Strategy,
    "title",
    "subject",
    "status",
    "owner_board",
    "adopters",
    "adopted_on",
    "starts_on",
    "ends_on",
    "refresh_due_on",
    "address",
    "priorities",
    offered=OFFERED,
    priorities=forms.CheckboxSelectMultiple(),
)
AlignmentForm = record_form(
    Alignment, "police_priority", "strength", "how", offered=OFFERED, strength=forms.RadioSelect()
)
_Objective = record_form(
    Objective,
    "title",
    "short_target",
    "short_due_on",
    "long_target",
    "long_due_on",
    "agencies",
    offered=OFFERED,
    agencies=forms.CheckboxSelectMultiple(),
)


class ObjectiveForm(_Objective):  # type: ignore[misc, valid-type]
    """An objective, with up to three measures of the catalogue."""

    def __init__(self, *args: Any, actor: Actor, record: Objective | None = None, **kwargs: Any) -> None:
        super().__init__(*args, actor=actor, record=record, **kwargs)
        held = [one.measure_id for one in record.measures.all()] if record else []
        for number in range(MEASURES_SHOWN):
            self.fields[f"measure_{number + 1}"] = forms.ChoiceField(
                choices=[("", "None"), *_measures()],
                required=False,
                label="Measured by" if number == 0 else "and by",
                initial=held[number] if number < len(held) else "",
                widget=forms.Select(attrs={"class": "govuk-select"}),
            )

    def clean(self) -> dict[str, Any]:
        """The measures as one list, in the order chosen, each once."""
        cleaned: dict[str, Any] = super().clean() or {}
        chosen = [cleaned.pop(f"measure_{number + 1}", "") for number in range(MEASURES_SHOWN)]
        return {**cleaned, "measures": tuple(dict.fromkeys(name for name in chosen if name))}


class EditionForm(RecordForm):
    """Which meeting adopted the plan as it stands."""

    title = forms.CharField(max_length=200, label="What this edition is called", help_text="For example, Refresh 2026.")
    adopted_on = forms.DateField(label="Day it was adopted")
    adopted_at = forms.CharField(max_length=200, label="Meeting that adopted it")


def _measures() -> list[tuple[str, str]]:
    from wardmote.definitions.catalogue import all_measures

    return sorted(((one.id, one.short_title) for one in all_measures()), key=lambda pair: pair[1])
