"""How the partnership's emails leave, and when owners are sent links to their actions."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from wardmote.errors import NotAvailable
from wardmote.web.accounts.actions.letters import send_trial
from wardmote.web.accounts.actions.partnership import choose_links
from wardmote.web.accounts.forms.email import EmailForm
from wardmote.web.accounts.models import Member
from wardmote.web.accounts.queries.standing import own_partnership
from wardmote.web.core.actors import acting
from wardmote.web.core.components import Link
from wardmote.web.core.outbox import is_sent_out
from wardmote.web.core.scope import found
from wardmote.web.core.views.forms import answer_form

_ARRIVED = {
    "sent": "An email was handed to the mail server. See that it arrives.",
    "refused": "The mail server did not take the email. See that its name, port, user name and password are right.",
    "no-address": "You have no email address here. Give yourself one under People.",
}


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, partnership: str) -> HttpResponse:
    """Show the mail server, and choose when links are sent."""
    actor = acting(request)
    record = own_partnership(actor)

    def act(**typed: Any) -> str:
        choose_links(record, by=actor, **typed)
        return reverse("partnership", args=[partnership])

    known = {name: getattr(record, name) for name in EmailForm.base_fields}
    return answer_form(
        request,
        EmailForm(request.POST or None, initial=known),
        act=act,
        heading="Email",
        back=Link(actor.partnership, reverse("partnership", args=[partnership])),
        sentence=_server(),
        template="accounts/email.html",
        said=_ARRIVED.get(request.GET.get("trial", ""), ""),
        is_sent_out=is_sent_out(),
        slug=partnership,
    )


@require_http_methods(["GET", "POST"])
def try_it(request: HttpRequest, partnership: str) -> HttpResponse:
    """Send whoever asks an email."""
    if request.method == "GET":
        return redirect("email", partnership=partnership)
    actor = acting(request)
    member = found(actor, Member, actor.id or actor.partnership_id)
    if not member.email:
        outcome = "no-address"
    else:
        try:
            send_trial(member, by=actor)
            outcome = "sent"
        except NotAvailable:
            outcome = "refused"
    return redirect(f"{reverse('email', args=[partnership])}?trial={outcome}")


def _server() -> str:
    if not is_sent_out():
        return (
            "No mail server is set up: emails are kept as files in the workspace’s folder outbox, and nobody gets them."
        )
    options = settings.MAILERS["default"].get("OPTIONS", {})
    host = f"{options['host']}, port {options['port']}" if "port" in options else "the mail server"
    return f"Emails leave through {host}, from {settings.DEFAULT_FROM_EMAIL}."
