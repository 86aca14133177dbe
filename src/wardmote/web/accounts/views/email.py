"""How the partnership's emails leave, and when owners are sent links to their actions."""

from functools import partial

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from wardmote.errors import NotAvailable
from wardmote.web.accounts.actions.letters import send_trial
from wardmote.web.accounts.actions.partnership import choose_links
from wardmote.web.accounts.forms.email import EmailForm
from wardmote.web.accounts.models import Member
from wardmote.web.accounts.queries.standing import own_partnership
from wardmote.web.core.actors import acting
from wardmote.web.core.components import Link
from wardmote.web.core.forms import Form
from wardmote.web.core.outbox import is_sent_out
from wardmote.web.core.scope import found
from wardmote.web.core.views.forms import answer_form, form_page

_SENT = "An email was handed to the mail server. See that it arrives."


@form_page(EmailForm, is_correction=True)
def change(request: HttpRequest, partnership: str) -> HttpResponse:
    """Show the mail server, and choose when links are sent."""
    actor = acting(request)
    record = own_partnership(actor)
    act = partial(choose_links, record, by=actor)
    known = {name: getattr(record, name) for name in EmailForm.base_fields}
    return answer_form(
        request,
        EmailForm(record=record, initial=known),
        act=act,
        heading="Email",
        back=Link(actor.partnership, reverse("partnership", args=[partnership])),
        sentence=_server(),
        template="accounts/email.html",
        said=_SENT if "sent" in request.GET else "",
        is_sent_out=is_sent_out(),
        slug=partnership,
    )


@form_page()
def try_it(request: HttpRequest, partnership: str) -> HttpResponse:
    """Send whoever asks an email, to see that emails arrive."""
    actor = acting(request)
    member = found(actor, Member, actor.id or actor.partnership_id)
    there = reverse("email", args=[partnership])

    def act() -> str:
        try:
            send_trial(member, by=actor)
        except NotAvailable as error:
            raise ValidationError(error.sentence) from error
        return f"{there}?sent=yes"

    sentence = f"It goes to {member.email or 'nobody: you have no email address here'}."
    heading, back = "Try the mail server", Link("Email", there)
    return answer_form(
        request, Form(), act=act, heading=heading, back=back, button="Send me an email", sentence=sentence
    )


def _server() -> str:
    if not is_sent_out():
        return (
            "No mail server is set up: emails are kept as files in the workspace’s folder outbox, and nobody gets them."
        )
    options = settings.MAILERS["default"].get("OPTIONS", {})
    host = f"{options['host']}, port {options['port']}" if "port" in options else "the mail server"
    return f"Emails leave through {host}, from {settings.DEFAULT_FROM_EMAIL}."
