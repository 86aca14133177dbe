"""Since which day changes are asked for, and on which day a statement is."""

from collections.abc import Mapping
from datetime import date, timedelta

from django import forms

from wardmote.web.core.forms import Form
from wardmote.web.governance.models import Group
from wardmote.web.governance.queries.meetings import last_meeting

# Where no meeting was held yet.
_QUARTER = timedelta(days=91)
EARLIEST = date(1998, 7, 1)


class SinceForm(Form):
    """A day in the past."""

    since = forms.DateField(required=False, label="Since", help_text="A day, such as 27/3/2026")


class OnForm(Form):
    """The day on which the statement is made."""

    on = forms.DateField(required=False, label="As it stands on", help_text="A day, such as 27/3/2026")


def since_asked(asked: Mapping[str, str], *, board: Group | None, on: date) -> tuple[date, SinceForm]:
    """The day that the address gives, else that of the board's last meeting, else three months ago."""
    form = SinceForm(asked if asked.get("since") else None)
    if form.is_bound and form.is_valid() and EARLIEST <= form.cleaned_data["since"] <= on:
        return form.cleaned_data["since"], form
    if form.is_bound and not form.errors:
        form.add_error("since", "Choose a day in the past.")
    meeting = last_meeting(board, before=on) if board else None
    return (meeting.held_on if meeting else on - _QUARTER), form


def on_asked(asked: Mapping[str, str], *, today: date) -> tuple[date, OnForm]:
    """The day that the address gives, else today."""
    form = OnForm(asked if asked.get("on") else None)
    if form.is_bound and form.is_valid():
        if EARLIEST <= form.cleaned_data["on"] <= date(today.year + 5, 12, 31):
            return form.cleaned_data["on"], form
        form.add_error("on", "Choose a day from 1998 to five years ahead.")
    return today, form
