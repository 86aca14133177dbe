"""What is typed when a priority ends, and when an objective is retired or moved."""

from typing import Any

from django import forms

from wardmote.web.core.actors import Actor
from wardmote.web.core.forms import Form
from wardmote.web.plans.models import Priority
from wardmote.web.plans.queries.priorities import priorities_in_force


class _AmongPriorities(Form):
    """A form in which another priority that is in force can be chosen."""

    chosen: str

    def __init__(self, *args: Any, actor: Actor, besides: Priority, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields[self.chosen]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = priorities_in_force(actor).exclude(pk=besides.pk)


class EndForm(_AmongPriorities):
    """Until when it was a priority, which meeting ended it, and what took its place."""

    chosen = "replaced_by"

    on = forms.DateField(label="Last day as a priority")
    ended_at = forms.CharField(max_length=200, label="Meeting that ended it", help_text="Such as: the Executive Board")
    replaced_by = forms.ModelChoiceField(
        queryset=Priority.objects.none(),
        required=False,
        label="What takes its place",
        empty_label="Nothing",
        help_text="A new priority is adopted first, and says itself what it replaces.",
    )


class MoveForm(_AmongPriorities):
    """Under which priority it is pursued from now on."""

    chosen = "to"

    to = forms.ModelChoiceField(queryset=Priority.objects.none(), label="Priority", empty_label="Choose one")


class RetireForm(Form):
    """Since when it is not pursued, and why."""

    retired_on = forms.DateField(label="Retired on")
    retired_because = forms.CharField(max_length=500, label="Why", help_text="Such as: it was reached in March.")
