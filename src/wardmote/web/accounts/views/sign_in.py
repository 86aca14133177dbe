"""Letting a member sign in."""

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from wardmote.errors import NotAvailable
from wardmote.web.accounts.actions.accounts import give_account, is_waiting, password_path
from wardmote.web.accounts.actions.letters import send_welcome
from wardmote.web.accounts.forms.people import AccountForm
from wardmote.web.accounts.models import Member
from wardmote.web.accounts.queries.people import members_of
from wardmote.web.core.actors import Actor, acting
from wardmote.web.core.components import Link
from wardmote.web.core.forms import Form
from wardmote.web.core.outbox import is_sent_out
from wardmote.web.core.scope import found
from wardmote.web.core.views.forms import Shown, answer_form, form_page

_NEW = "Who has an account under that address uses it. Anybody else gets a link by which they choose a password."
_AGAIN = "They have not signed in yet. The link that they get works for three days, once."
_ALREADY = "They sign in already. Whoever forgot a password asks for another on the sign-in page."


@form_page(AccountForm)
def let_in(request: HttpRequest, partnership: str, person: UUID) -> HttpResponse:
    """Let a member sign in, or send whoever has not done so yet another link."""
    actor = acting(request)
    member = found(actor, Member, person, to="partnership.change", within=members_of(actor))
    back = Link(member.name, reverse("person", args=[partnership, member.pk]))

    def act(**typed: Any) -> Shown:
        if member.user and not is_waiting(member.user):
            raise ValidationError(_ALREADY)
        if not member.user:
            give_account(member, by=actor, **typed)
        return _given(request, member, by=actor, back=back)

    return answer_form(
        request,
        Form() if member.user else AccountForm(initial={"email": member.email}),
        act=act,
        heading=f"Let {member.name} sign in",
        back=back,
        button="Send them a link",
        sentence=_sentence(member),
    )


def _sentence(member: Member) -> str:
    if member.user is None:
        return _NEW
    return _AGAIN if is_waiting(member.user) else _ALREADY


def _given(request: HttpRequest, member: Member, *, by: Actor, back: Link) -> Shown:
    """Their link goes to them by email; where no server takes emails, whoever manages hands it over."""
    assert member.user
    address = ""
    if is_sent_out():
        try:
            send_welcome(member, by=by)
        except NotAvailable as error:
            raise ValidationError(error.sentence) from error
    elif is_waiting(member.user):
        # As the site is reached now, which may be by another name than the one that emails give.
        address = request.build_absolute_uri(password_path(member.user))
    context = {"heading": f"{member.name} can sign in", "member": member, "address": address, "back": back}
    told = {"signs_in_as": member.user.email, "address": address}
    return Shown("accounts/account_given.html", {**context, "is_sent": is_sent_out()}, told=told)
