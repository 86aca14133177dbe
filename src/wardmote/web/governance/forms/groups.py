"""Groups: setting one up, closing it, how often it meets, its parts in law, its seats."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.db.models import Model, QuerySet

from wardmote.web.accounts.models import Agency, Member
from wardmote.web.accounts.queries.people import agencies_of, members_of
from wardmote.web.core.actors import Actor
from wardmote.web.core.forms import Form
from wardmote.web.core.record_forms import RecordForm, record_form
from wardmote.web.governance.models import Cadence, Group, Hat, Seat
from wardmote.web.governance.queries.groups import open_groups_of

OFFERED: dict[type[Model], Callable[[Actor], QuerySet[Any]]] = {
    Agency: agencies_of,
    Member: members_of,
    Group: open_groups_of,
}
_TEXT = forms.Textarea(attrs={"rows": 4})
GROUP_FIELDS = ("name", "kind", "remit", "reports_to", "led_by", "area", "quorum", "opened_on")

GroupForm = record_form(Group, *GROUP_FIELDS, offered=OFFERED, remit=_TEXT)
CadenceForm = record_form(Cadence, "meetings_a_year", "started_on", "reason", offered=OFFERED)
HatForm = record_form(Hat, "capacity", "since", "quorum", offered=OFFERED)
SeatForm = record_form(Seat, "member", "is_deputy", "is_voting", "started_on", offered=OFFERED)


def required[F: RecordForm](form: type[F], *names: str) -> type[F]:
    """The form, with fields that the record may lack and this form may not."""
    for name in names:
        form.base_fields[name].required = True
    return form


class CloseForm(Form):
    """The last day, and what came of it."""

    closed_on = forms.DateField(label="Last day")
    output = forms.CharField(
        max_length=2000,
        required=False,
        widget=_TEXT,
        label="What came of it",
        help_text="What changed, and how that is known; or that nobody can tell.",
    )


class EndSeatForm(Form):
    """The last day of a seat."""

    ended_on = forms.DateField(label="Last day")
