"""Tokens for programs."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from wardmote.web.accounts.actions.tokens import give_token, withdraw_token
from wardmote.web.accounts.forms.tokens import TokenForm
from wardmote.web.accounts.models import Member, Token
from wardmote.web.accounts.presenters.people import token_listing
from wardmote.web.accounts.queries.people import tokens_of
from wardmote.web.core.actors import acting
from wardmote.web.core.components import Link
from wardmote.web.core.forms import Form
from wardmote.web.core.lists import answer_list, list_page
from wardmote.web.core.scope import found
from wardmote.web.core.views.forms import Shown, answer_form, form_page


@list_page(Token)
def show_all(request: HttpRequest, partnership: str) -> HttpResponse:
    """Every token that was given."""
    actor = acting(request)
    context = {"heading": "Tokens", "links": _links(partnership)}
    return answer_list(request, token_listing(actor), tokens_of(actor), context=context)


@form_page(TokenForm)
def give(request: HttpRequest, partnership: str) -> HttpResponse:
    """Give oneself a token; its words are shown on the answer, and never again."""
    actor = acting(request)
    member = found(actor, Member, actor.id or actor.partnership_id)

    def act(**typed: Any) -> Shown:
        token, words = give_token(member, by=actor, **typed)
        context = {"token": token, "words": words, "slug": partnership}
        return Shown("accounts/token.html", context, told={"token": words})

    back = Link("Tokens", reverse("tokens", args=[partnership]))
    return answer_form(request, TokenForm(), act=act, heading="Give a token", back=back, button="Give the token")


@form_page()
def withdraw(request: HttpRequest, partnership: str, token: UUID) -> HttpResponse:
    """Ask once, then withdraw."""
    actor = acting(request)
    record = found(actor, Token, token, to="token.give")
    back = Link("Tokens", reverse("tokens", args=[partnership]))
    act = partial(withdraw_token, record, by=actor)
    heading = f"Withdraw “{record}”?"
    sentence = "Programs that sign in with it will be refused from now on. This cannot be undone."
    return answer_form(request, Form(), act=act, heading=heading, back=back, button="Withdraw", sentence=sentence)


def _links(partnership: str) -> list[Link]:
    return [
        Link("Give a token", reverse("token-give", args=[partnership])),
        Link("What programs can do here", reverse("api", args=[partnership])),
    ]
