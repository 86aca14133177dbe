"""What is typed about the plan, its priorities, objectives and activities."""

from typing import Any

from django import forms

from wardmote.web.accounts.models import Agency, Member
from wardmote.web.accounts.queries.people import agencies_of, members_of
from wardmote.web.core.actors import Actor
from wardmote.web.core.record_forms import Offered, RecordForm
from wardmote.web.core.scope import seen_by
from wardmote.web.plans.models import (
    Alignment,
    CrossCuttingIssue,
    Edition,
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


class PlanForm(RecordForm):
    """The plan's own words."""

    model = Plan
    names = ("title", "starts_on", "ends_on", "summary", "resources", "engagement")


class PriorityForm(RecordForm):
    """A priority, what it replaces, and the issues that it has in common with others."""

    model = Priority
    names = (
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
    )
    offered = OFFERED
    widgets = {"replaces": forms.CheckboxSelectMultiple(), "issues": forms.CheckboxSelectMultiple()}


class StrategyForm(RecordForm):
    """What the register says of a strategy."""

    model = Strategy
    names = (
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
    )
    offered = OFFERED
    widgets = {"priorities": forms.CheckboxSelectMultiple()}


class AlignmentForm(RecordForm):
    """Which of their priorities one of ours serves, and how closely."""

    model = Alignment
    names = ("police_priority", "strength", "how")
    offered = OFFERED
    widgets = {"strength": forms.RadioSelect()}


class ObjectiveForm(RecordForm):
    """An objective, with up to three measures of the catalogue."""

    asks_more = "measure_1, measure_2 and measure_3: ids of measures of the catalogue"
    model = Objective
    names = ("title", "short_target", "short_due_on", "long_target", "long_due_on", "agencies")
    offered = OFFERED
    widgets = {"agencies": forms.CheckboxSelectMultiple()}

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

    model = Edition
    names = ("title", "adopted_on", "adopted_at")


def _measures() -> list[tuple[str, str]]:
    from wardmote.definitions.catalogue import all_measures

    return sorted(((one.id, one.short_title) for one in all_measures()), key=lambda pair: pair[1])
