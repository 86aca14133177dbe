"""Whether a member gets the email digest."""

from django import forms

from wardmote.web.core.forms import Form

YES, NO = "yes", "no"


class DigestForm(Form):
    """Yes or no."""

    wants_digest = forms.ChoiceField(
        label="Send me an email on days when something waits for me",
        choices=[(YES, "Yes"), (NO, "No")],
        widget=forms.RadioSelect,
        help_text="It says how many things wait and where to find them. It holds no names, titles or comments.",
    )
