"""When owners are sent links to their actions."""

from django import forms

from wardmote.web.accounts.models.partnership import MOST_DAYS_BEFORE
from wardmote.web.core.forms import Form


class EmailForm(Form):
    """Both are off until somebody chooses otherwise."""

    link_days_before = forms.IntegerField(
        min_value=0,
        max_value=MOST_DAYS_BEFORE,
        label="Send owners a link so many days before their action is due",
        help_text=f"0 sends none; {MOST_DAYS_BEFORE} is the most. Each action gets one such link.",
    )
    sends_links_when_late = forms.BooleanField(
        required=False, label="Send owners a link when their action is late", help_text="Once for each due date."
    )
