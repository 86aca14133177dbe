"""Meetings: calling one, its agenda and papers, who came, what was decided."""

from typing import Any, ClassVar

from django import forms

from wardmote.definitions.catalogue import all_measures
from wardmote.web.core.forms import Form, dress
from wardmote.web.governance.forms.groups import LONG_TEXT, OFFERED, TEXT, BoardForm
from wardmote.web.governance.models import AgendaItem, Attendance, Decision, Meeting, MeetingAction, Seat
from wardmote.web.governance.rules.papers import MOST_PAGES


class CallForm(BoardForm):
    """When and where a meeting is, and as what the group sits."""

    model = Meeting
    names: ClassVar[tuple[str, ...]] = ("held_on", "starts_at", "place", "capacity", "is_public", "notice_on")


class MeetingForm(CallForm):
    """The same, and whether it was held."""

    names = (*CallForm.names, "status")


class MinutesForm(BoardForm):
    """The words of the minutes."""

    model = Meeting
    names = ("minutes",)
    widgets = {"minutes": LONG_TEXT}


class PublishForm(BoardForm):
    """When and where the minutes were published."""

    model = Meeting
    names = ("minutes_published_on", "minutes_address")
    needed = ("minutes_published_on",)


class ItemForm(BoardForm):
    """An item of an agenda; the measure is one of the catalogue's."""

    model = AgendaItem
    names = (
        "title",
        "purpose",
        "presented_by",
        "recommendation",
        "crime_and_disorder",
        "paper",
        "measure_id",
        "is_exempt",
    )
    widgets = {"recommendation": TEXT, "crime_and_disorder": TEXT, "paper": LONG_TEXT}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", "None"), *((measure.id, measure.title) for measure in all_measures())]
        label = self.fields["measure_id"].label
        self.fields["measure_id"] = forms.ChoiceField(choices=choices, required=False, label=label)
        dress(self)


class _OnItemForm(BoardForm):
    """A form that may name an item of this meeting: which ones, only the meeting knows."""

    offered = {**OFFERED, AgendaItem: lambda _: AgendaItem.objects.none()}
    widgets = {"text": TEXT}

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["item"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = meeting.items.all()


class DecisionForm(_OnItemForm):
    """What was decided, under which item."""

    model = Decision
    names = ("item", "text")


class ActionForm(_OnItemForm):
    """What somebody took upon themselves, under which item."""

    model = MeetingAction
    names = ("item", "text", "owner", "due_on")


class OrderForm(Form):
    """The place of each item."""

    asks_more = "The place of each item of the agenda, under “item-” and its id."

    def __init__(self, *args: Any, items: list[AgendaItem], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.items = items
        for place, item in enumerate(items, start=1):
            self.fields[f"item-{item.pk}"] = forms.IntegerField(
                min_value=1, max_value=len(items), initial=place, label=f"Place of “{item}”"
            )
        dress(self)
        for field in self.fields.values():
            field.widget.attrs["class"] += " govuk-input--width-2"

    @property
    def places(self) -> dict[AgendaItem, int]:
        """The place that each item was given."""
        return {item: self.cleaned_data[f"item-{item.pk}"] for item in self.items}


class WhyForm(Form):
    """Why something is taken off the record's face."""

    because = forms.CharField(max_length=500, label="Why")


class FinishForm(Form):
    """When it was done, and what came of it."""

    done_on = forms.DateField(label="Done on")
    outcome = forms.CharField(max_length=2000, widget=TEXT, label="What came of it")


class PaperForm(Form):
    """A file under an item."""

    file = forms.FileField(
        label="File",
        help_text="PDF, Word, Excel, PowerPoint or OpenDocument, at most 10 MB. "
        f"A PDF of up to {MOST_PAGES} pages stands in the pack; other files are linked from it.",
        max_length=200,
    )


class AttendanceForm(Form):
    """One choice for each seat of the group."""

    asks_more = "seat-<id> for each seat of the group: whether its member came"

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
