"""What is typed about agencies, appointments and offices."""

from typing import Any

from django import forms

from wardmote.web.accounts.models import Agency, Appointment, Member, Officer, PartnerAgency
from wardmote.web.accounts.queries.people import agencies_of, names_of
from wardmote.web.accounts.queries.standing import appointments_of, in_force
from wardmote.web.core.actors import Actor
from wardmote.web.core.clock import today
from wardmote.web.core.forms import Form, dress


class _OfPartnership(Form):
    """Only what belongs to the actor's partnership can be chosen. It shows what `record` holds, where it corrects one."""

    def __init__(self, *args: Any, actor: Actor, record: Appointment | None = None, **kwargs: Any) -> None:
        if record is not None:
            kwargs["initial"] = {name: getattr(record, name) for name in self.base_fields if name != "agencies"}
            kwargs["initial"]["agencies"] = list(record.agencies.all())
        super().__init__(*args, **kwargs)
        self.record = record
        offered = {
            Agency: agencies_of(actor),
            Member: names_of(actor),
            Appointment: in_force(appointments_of(actor), on=today()).filter(deputy_for=None),
        }
        for field in self.fields.values():
            if isinstance(field, forms.ModelChoiceField) and field.queryset is not None:
                field.queryset = offered[field.queryset.model]
        dress(self)


class StandingForm(Form):
    """By what right an agency sits there, and from when."""

    standing = forms.ChoiceField(
        choices=PartnerAgency.Standing.choices, widget=forms.RadioSelect, label="By what right it sits there"
    )
    is_voting = forms.BooleanField(required=False, label="It has a vote")
    on = forms.DateField(label="From")


class AdmitForm(Form):
    """An agency that comes into the partnership."""

    name = forms.CharField(max_length=200, label="Name of the agency")
    kind = forms.ChoiceField(choices=Agency.Kind.choices, widget=forms.RadioSelect, label="What it is")
    standing = forms.ChoiceField(
        choices=PartnerAgency.Standing.choices, widget=forms.RadioSelect, label="By what right it sits there"
    )
    is_voting = forms.BooleanField(required=False, label="It has a vote")
    joined_on = forms.DateField(label="First day")


class AppointmentForm(_OfPartnership):
    """For whom somebody speaks, with or without a vote, and for how long."""

    agencies = forms.ModelMultipleChoiceField(
        Agency.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label="Speaks for",
        help_text="More than one makes it a joint appointment. A deputy may leave it empty: they speak for whom the "
        "person speaks whose place they take.",
    )
    deputy_for = forms.ModelChoiceField(
        Appointment.objects.none(), required=False, label="As the deputy of", empty_label="Nobody: they sit themselves"
    )
    is_voting = forms.BooleanField(required=False, initial=True, label="Has a vote")
    started_on = forms.DateField(label="First day")
    ended_on = forms.DateField(required=False, label="Last day of the term")

    def clean(self) -> dict[str, Any]:
        """Whoever sits themselves speaks for somebody."""
        typed = super().clean() or {}
        if not typed.get("agencies") and not typed.get("deputy_for"):
            self.add_error("agencies", "Choose for whom they speak.")
        return typed


class NewAppointmentForm(AppointmentForm):
    """The same, and who."""

    member = forms.ModelChoiceField(Member.objects.none(), label="Who")
    field_order = ("member",)


class TermForm(Form):
    """A further term."""

    started_on = forms.DateField(label="First day of the new term")
    ended_on = forms.DateField(required=False, label="Last day of the new term")


class LastDayForm(Form):
    """The last day of something."""

    on = forms.DateField(label="Last day")


class ElectionForm(_OfPartnership):
    """Who is elected to what, and from when."""

    office = forms.ChoiceField(choices=Officer.Office.choices, widget=forms.RadioSelect, label="To which office")
    member = forms.ModelChoiceField(Member.objects.none(), label="Who was elected")
    started_on = forms.DateField(label="From")


class LeaverForm(Form):
    """When somebody left, and who takes over what they answered for."""

    on = forms.DateField(label="Last day")
    successor = forms.ModelChoiceField(
        Member.objects.none(), required=False, label="Who takes over what passes on", empty_label="Nobody yet"
    )

    def __init__(self, *args: Any, actor: Actor, leaver: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["successor"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = names_of(actor).exclude(pk=leaver.pk)
