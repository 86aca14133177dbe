"""Adding a person, and giving a role."""

from typing import Any, ClassVar

from django import forms

from wardmote.web.accounts.models import Agency, Member
from wardmote.web.accounts.queries.people import agencies_of
from wardmote.web.accounts.rules.roles import ROLE_CHOICES
from wardmote.web.core.actors import Actor
from wardmote.web.core.forms import Form, dress
from wardmote.web.core.known_areas import LONGEST, area_field
from wardmote.web.core.record_forms import RecordForm


class _WithAgency(Form):
    agency: Any

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["agency"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = agencies_of(actor)
        dress(self)


class PersonForm(RecordForm):
    """A person and the agency that they are there for."""

    model = Member
    offered: ClassVar = {Agency: agencies_of}

    name = forms.CharField(max_length=200, label="Full name")
    job_title = forms.CharField(max_length=200, required=False, label="Job title")
    email = forms.EmailField(required=False, label="Email address", help_text="They are sent links to their actions.")
    agency = forms.ModelChoiceField(Agency.objects.none(), label="Agency")


class RoleForm(_WithAgency):
    """A role, for the whole partnership, for one agency or in one area."""

    role = forms.ChoiceField(choices=ROLE_CHOICES, widget=forms.RadioSelect, label="Role")
    agency = forms.ModelChoiceField(
        Agency.objects.none(), required=False, label="Only for this agency", empty_label="The whole partnership"
    )
    area = forms.CharField(max_length=LONGEST, required=False, label="Only in this area")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        meaning = "It reaches the groups that work there."
        self.fields["area"] = area_field(label="Only in this area", meaning=meaning)
        dress(self)


class AccountForm(Form):
    """The address that somebody signs in with."""

    email = forms.EmailField(label="Email address that they sign in with")
