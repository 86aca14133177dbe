"""allauth's forms, in our words."""

from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms


class AddPasskeyForm(AddWebAuthnForm):
    """A passkey, under a name, which may be all that one needs to sign in."""

    name = forms.CharField(required=False, label="What you call it")
    passwordless = forms.BooleanField(
        required=False,
        label="Sign me in by it alone",
        help_text="Without your password. Your device then asks for your finger, your face or a PIN each time.",
    )
