"""What is typed about an action."""

from typing import Any

from django import forms
from django.forms import ModelChoiceField

from wardmote.web.accounts.models import Member
from wardmote.web.accounts.queries.people import members_of
from wardmote.web.core.actors import Actor
from wardmote.web.core.forms import Form
from wardmote.web.core.record_forms import RecordForm
from wardmote.web.core.scope import seen_by
from wardmote.web.plans.models import Action, Objective, Priority
from wardmote.web.plans.rules.statuses import DONE, GOING, MEANINGS, STUCK


class ActionForm(RecordForm):
    """An action of one priority: only that priority's objectives can be chosen."""

    model = Action
    names = ("title", "detail", "owner", "due_on", "objective")
    offered = {Member: members_of, Objective: lambda actor: seen_by(actor, Objective)}

    def __init__(
        self, *args: Any, actor: Actor, priority: Priority, record: Action | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, actor=actor, record=record, **kwargs)
        field = self.fields["objective"]
        assert isinstance(field, ModelChoiceField)
        field.queryset = priority.objectives.filter(retired_on=None)


class UpdateForm(Form):
    """Three choices and two boxes: what an owner can say in a corridor."""

    status = forms.ChoiceField(
        choices=[(name, MEANINGS[name]) for name in (DONE, GOING, STUCK)],
        widget=forms.RadioSelect,
        label="How does it stand?",
    )
    text = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
        max_length=5000,
        label="What happened, or what is in the way",
    )
    evidence = forms.CharField(required=False, max_length=1000, label="What shows it, such as a document or a link")


class EscalateForm(Form):
    """Who is asked to unblock it."""

    to = forms.CharField(max_length=200, label="Which board or person is asked")


class LinkForm(Form):
    """Until when a link is good, and, where an email can reach the owner, how it gets to them."""

    expires_on = forms.DateField(label="Last day on which the link works")
    way = forms.ChoiceField(
        choices=[("email", "Send it to them by email"), ("hand", "Show it to me, and I hand it over")],
        widget=forms.RadioSelect,
        initial="email",
        label="How it gets to them",
    )

    def __init__(self, *args: Any, can_be_sent: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not can_be_sent:
            del self.fields["way"]


class SinceForm(Form):
    """Since which day."""

    since = forms.DateField(label="Since")
