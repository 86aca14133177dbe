"""Figures, sites, standards, and the priorities that are served."""

from typing import Any, ClassVar

from django import forms

from wardmote.definitions.activity_kind import ActivityKind
from wardmote.web.accounts.models import Agency
from wardmote.web.accounts.queries.people import agencies_of
from wardmote.web.activity.models import Activity, ActivityFigure, Site, Standard
from wardmote.web.activity.queries.activities import activities_of
from wardmote.web.core.forms import Form, dress
from wardmote.web.core.record_forms import Offered, RecordForm
from wardmote.web.core.targets import Target

_OFFERED: Offered = {Agency: agencies_of, Activity: activities_of}
_FIGURE = ("item", "first_on", "last_on", "value", "of_agency", "place", "note")
_SITE = (
    "name",
    "category",
    "town",
    "longitude",
    "latitude",
    "number",
    "joined_on",
    "trained_on",
    "pledged_on",
    "left_on",
    "note",
)


class FigureRow(RecordForm):
    """A figure as a row of a spreadsheet."""

    model = ActivityFigure
    names = ("activity", *_FIGURE)
    offered = _OFFERED


class SiteRow(RecordForm):
    """A site as a row of a spreadsheet."""

    model = Site
    names = ("activity", *_SITE)
    offered = _OFFERED


class StandardForm(RecordForm):
    """How far a standard is met."""

    model = Standard
    names = ("state", "evidence", "due_on", "met_on")
    widgets: ClassVar = {"state": forms.RadioSelect}


class FigureForm(RecordForm):
    """One figure of an activity of a known kind."""

    model = ActivityFigure
    names = _FIGURE
    offered = _OFFERED

    def __init__(self, *args: Any, kind: ActivityKind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["item"] = forms.ChoiceField(
            choices=[(name, figure.label) for name, figure in kind.figures.items()], label="What was counted"
        )
        self.fields["place"].help_text = "Leave empty for the whole area."
        dress(self)


class SiteForm(RecordForm):
    """One site of an activity of a known kind."""

    model = Site
    names = _SITE
    offered = _OFFERED

    def __init__(self, *args: Any, kind: ActivityKind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sites = kind.sites
        if sites is None or not sites.has_training:
            del self.fields["trained_on"]
        if sites is None or not sites.has_pledge:
            del self.fields["pledged_on"]
        if sites and sites.categories:
            choices = [("", "Not said"), *((one, one) for one in sites.categories)]
            self.fields["category"] = forms.ChoiceField(choices=choices, required=False, label="Type")
        dress(self)


class ServesForm(Form):
    """Which priority an activity serves first, and which as well."""

    first = forms.ChoiceField(
        required=False, label="Serves first", help_text="It is counted under this one.", widget=forms.RadioSelect
    )
    others = forms.MultipleChoiceField(
        required=False,
        label="Serves as well",
        help_text="With any of these it bears the CC mark. It is still counted once.",
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, priorities: tuple[Target, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(target.id), target.name) for target in priorities]
        for name in ("first", "others"):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = choices if name == "others" else [("", "None yet"), *choices]

    def clean(self) -> dict[str, Any]:
        """What is served first is not served as well."""
        values = super().clean() or self.cleaned_data
        others, first = values.get("others") or [], values.get("first")
        if first and first in others:
            self.add_error("others", "Choose here only what it serves beside its first priority.")
        if others and not first:
            self.add_error("first", "Choose the priority that it serves first, under which it is counted.")
        return values
