"""Giving a token."""

from django import forms

from wardmote.web.accounts.rules.roles import ROLE_CHOICES
from wardmote.web.core.forms import Form


class TokenForm(Form):
    """What the token is for, what it may do, and until when."""

    title = forms.CharField(max_length=100, label="What it is for", help_text="For example, the monthly data pull.")
    role = forms.ChoiceField(choices=ROLE_CHOICES, label="At most what this role may do")
    expires_on = forms.DateField(label="Last day")
