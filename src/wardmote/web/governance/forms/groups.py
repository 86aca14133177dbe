"""Groups: setting one up, closing it, how often it meets, its parts in law, its seats."""

from typing import Any

from django import forms

from wardmote.web.accounts.models import Agency, Member
from wardmote.web.accounts.queries.people import agencies_of, members_of
from wardmote.web.core.forms import Form, dress
from wardmote.web.core.known_areas import area_field
from wardmote.web.core.record_forms import Offered, RecordForm
from wardmote.web.governance.models import Cadence, Group, Hat, Seat
from wardmote.web.governance.queries.groups import open_groups_of

OFFERED: Offered = {Agency: agencies_of, Member: members_of, Group: open_groups_of}
TEXT = forms.Textarea(attrs={"rows": 4})
LONG_TEXT = forms.Textarea(attrs={"rows": 12})


class BoardForm(RecordForm):
    """A form of this room."""

    offered = OFFERED


class GroupForm(BoardForm):
    """A group: what it is for, and to whom it reports."""

    model = Group
    names = ("name", "kind", "remit", "reports_to", "led_by", "area", "quorum", "meeting_hours", "opened_on")
    widgets = {"remit": TEXT}

    def __init__(self, *args: Any, record: Group | None = None, **kwargs: Any) -> None:
        super().__init__(*args, record=record, **kwargs)
        meaning = "Whoever holds a role for an area reaches the groups that work there."
        held = record.area if record else ""
        self.fields["area"] = area_field(label="Works in this area", meaning=meaning, held=held)
        dress(self)


class CadenceForm(BoardForm):
    """How often it meets, from a day on."""

    model = Cadence
    names = ("meetings_a_year", "started_on", "reason")


class HatForm(BoardForm):
    """A part that the law gives it."""

    model = Hat
    names = ("capacity", "since", "quorum")


class SeatForm(BoardForm):
    """Who sits there."""

    model = Seat
    names = ("member", "is_deputy", "is_voting", "started_on")


class CloseForm(Form):
    """The last day, and what came of it."""

    closed_on = forms.DateField(label="Last day")
    output = forms.CharField(
        max_length=2000,
        required=False,
        widget=TEXT,
        label="What came of it",
        help_text="What changed, and how that is known; or that nobody can tell.",
    )


class EndSeatForm(Form):
    """The last day of a seat."""

    ended_on = forms.DateField(label="Last day")
