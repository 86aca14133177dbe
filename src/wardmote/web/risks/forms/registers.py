"""A risk, a grant, what depends on it, a saving, and something on the horizon."""

from typing import Any

from django import forms

from wardmote.definitions.risk_scale import Step
from wardmote.web.accounts.models import Agency, Member
from wardmote.web.accounts.queries.people import agencies_of, members_of
from wardmote.web.core.forms import Form, dress
from wardmote.web.core.record_forms import Offered, RecordForm
from wardmote.web.core.targets import Target
from wardmote.web.risks.models import Dependent, Grant, HorizonItem, Risk, Saving
from wardmote.web.risks.models.risk import scale_of_today
from wardmote.web.risks.queries.registers import grants_of


def _several(label: str) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(required=False, label=label, widget=forms.CheckboxSelectMultiple)


OFFERED: Offered = {Agency: agencies_of, Member: members_of, Grant: grants_of}
_SCORE = ("likelihood", "impact")


class GrantForm(RecordForm):
    """A grant."""

    model = Grant
    names = (
        "title",
        "funder",
        "amount",
        "conditions",
        "state",
        "started_on",
        "ends_on",
        "agency",
        "owner",
        "what_next",
    )
    offered = OFFERED


class DependentForm(RecordForm):
    """What hangs on a grant."""

    model = Dependent
    names = ("kind", "title", "agency", "posts", "stops")
    offered = OFFERED


class DependentRow(RecordForm):
    """The same as a row of a spreadsheet, which names the grant."""

    model = Dependent
    names = ("grant", *DependentForm.names)
    offered = OFFERED


class SavingForm(RecordForm):
    """A saving with its method."""

    model = Saving
    names = ("title", "agency", "first_on", "last_on", "amount", "cases", "method")
    offered = OFFERED


class RiskForm(RecordForm):
    """A risk, scored by the steps of the scale of today."""

    model = Risk
    names = ("title", "cause", "effect", *_SCORE, "mitigation", "agency", "owner", "review_on", "state", "grant")
    offered = OFFERED

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer_steps(self, is_required=True)


class ReviewForm(RecordForm):
    """A review: the new score, what is done, and why it was scored so."""

    model = Risk
    names = (*_SCORE, "mitigation", "review_on", "state")
    offered = OFFERED

    note = forms.CharField(
        max_length=2000, label="What was found", widget=forms.Textarea(attrs={"rows": 3}), help_text="It is kept."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer_steps(self, is_required=True)


class HorizonForm(RecordForm):
    """Something on the horizon; it may be scored later."""

    model = HorizonItem
    names = (
        "title",
        "pestelo",
        "effect",
        "source",
        "expected_on",
        "expected",
        *_SCORE,
        "agency",
        "owner",
        "state",
        "rule_pack",
        "rules_change_on",
    )
    offered = OFFERED

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer_steps(self, is_required=False)


class TiesForm(Form):
    """What a record is tied to, of each kind that is offered; a kind of which there is nothing yet is left out."""

    def __init__(self, *args: Any, offered: dict[str, tuple[Target, ...]], words: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.words = words
        for name, targets in offered.items():
            field = self.fields[name]
            assert isinstance(field, forms.MultipleChoiceField)
            field.choices = [(str(target.id), target.name) for target in targets]
            if not targets:
                del self.fields[name]


class RiskTiesForm(TiesForm):
    """Which priorities a risk threatens, and which actions are done against it."""

    priorities = _several("Priorities that it threatens")
    actions = _several("Actions against it")


class GrantTiesForm(TiesForm):
    """Which actions of the plan and which activities hang on a grant."""

    actions = _several("Actions of the plan")
    activities = _several("Activities")


class TakeToBoardForm(Form):
    """To whom a risk is taken."""

    to = forms.CharField(
        required=False,
        max_length=200,
        label="Who is asked to decide",
        help_text="Such as the Executive Board. Leave it empty to take the risk back.",
    )


class DecisionForm(Form):
    """Whether an item of the catalogue is for this partnership."""

    is_ours = forms.ChoiceField(
        choices=[("yes", "Watch it"), ("no", "Not for us")],
        label="Is it for the partnership?",
        widget=forms.RadioSelect,
    )


def _offer_steps(form: Any, *, is_required: bool) -> None:
    scale = scale_of_today()
    for name, steps in (("likelihood", scale.likelihood), ("impact", scale.impact)):
        form.fields[name] = forms.TypedChoiceField(
            choices=[("", "Choose"), *_steps(steps)],
            coerce=int,
            empty_value=None,
            required=is_required,
            label=form.fields[name].label,
        )
    dress(form)


def _steps(steps: tuple[Step, ...]) -> list[tuple[int, str]]:
    return [(number, f"{number}, {step.word}: {step.means}") for number, step in enumerate(steps, start=1)]
