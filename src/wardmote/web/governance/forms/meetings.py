"""Meetings: calling one, its agenda and papers, who came, what was decided."""

from typing import Any

from django import forms

from wardmote.definitions.catalogue import all_measures
from wardmote.web.core.forms import Form, dress
from wardmote.web.core.record_forms import RecordForm, record_form
from wardmote.web.governance.forms.groups import OFFERED, required
from wardmote.web.governance.models import AgendaItem, Attendance, Decision, Meeting, MeetingAction, Seat

_TEXT = forms.Textarea(attrs={"rows": 4})
_LONG = forms.Textarea(attrs={"rows": 12})
CALL_FIELDS = ("held_on", "starts_at", "place", "capacity", "is_public", "notice_on")
ITEM_FIELDS = (
    "title",
    "purpose",
    "presented_by",
    "recommendation",
    "crime_and_disorder",
    "paper",
    "measure_id",
    "is_exempt",
)

CallForm = record_form(Meeting, *CALL_FIELDS, offered=OFFERED)
MeetingForm = record_form(Meeting, *CALL_FIELDS, "status", offered=OFFERED)
MinutesForm = record_form(Meeting, "minutes", offered=OFFERED, minutes=_LONG)
PublishForm = required(
    record_form(Meeting, "minutes_published_on", "minutes_address", offered=OFFERED), "minutes_published_on"
)
_ItemFields = record_form(
    AgendaItem, *ITEM_FIELDS, offered=OFFERED, recommendation=_TEXT, crime_and_disorder=_TEXT, paper=_LONG
)


class ItemForm(_ItemFields):  # type: ignore[misc, valid-type]
    """An item of an agenda; the measure is one of the catalogue's."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", "None"), *((measure.id, measure.title) for measure in all_measures())]
        self.fields["measure_id"] = forms.ChoiceField(
            choices=choices,
            required=False,
            label="The measure that matters here",
            initial=self.initial.get("measure_id"),
        )
        self.order_fields(list(ITEM_FIELDS))
        dress(self)


class _WithItem(RecordForm):
    """A form that may name an item of this meeting."""

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["item"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = meeting.items.all()


def _with_item(model: Any, *names: str, **widgets: Any) -> type[_WithItem]:
    fields = forms.fields_for_model(model, fields=("item", *names), widgets=widgets)
    # Which items may be named depends on the meeting, which only the form itself knows.
    offered: dict[Any, Any] = {**OFFERED, AgendaItem: lambda _: AgendaItem.objects.none()}
    return type(f"{model.__name__}Form", (_WithItem,), {**fields, "offered": offered, "__doc__": model.__doc__})


DecisionForm = _with_item(Decision, "text", text=_TEXT)
ActionForm = _with_item(MeetingAction, "text", "owner", "due_on", text=_TEXT)


class FinishForm(Form):
    """When it was done, and what came of it."""

    done_on = forms.DateField(label="Done on")
    outcome = forms.CharField(max_length=2000, widget=_TEXT, label="What came of it")


class PaperForm(Form):
    """A file under an item."""

    file = forms.FileField(
        label="File", help_text="PDF, Word, Excel, PowerPoint or OpenDocument, at most 10 MB.", max_length=200
    )


class AttendanceForm(Form):
    """One choice for each seat of the group."""

    def __init__(self, *args: Any, seats: list[Seat], known: dict[Any, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.seats = seats
        for seat in seats:
            deputy = ", deputy" if seat.is_deputy else ""
            self.fields[f"seat-{seat.pk}"] = forms.ChoiceField(
                choices=[("", "Not recorded"), *Attendance.Status.choices],
                required=False,
                label=f"{seat.member.name}, {seat.member.agency}{deputy}",
                initial=known.get(seat.member_id, ""),
            )
        dress(self)

    @property
    def came(self) -> dict[Seat, str]:
        """What was chosen, for the seats for which something was."""
        return {seat: said for seat in self.seats if (said := self.cleaned_data[f"seat-{seat.pk}"])}
