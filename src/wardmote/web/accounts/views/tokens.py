"""Tokens for programs."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from wardmote.web.accounts.actions.tokens import give_token, withdraw_token
from wardmote.web.accounts.forms.tokens import TokenForm
from wardmote.web.accounts.models import Member, Token
from wardmote.web.accounts.presenters.people import token_listing
from wardmote.web.accounts.queries.people import tokens_of
from wardmote.web.core.actors import acting
from wardmote.web.core.components import Link
from wardmote.web.core.forms import Form
from wardmote.web.core.lists import answer_list
from wardmote.web.core.scope import found


@require_safe
def show_all(request: HttpRequest, partnership: str) -> HttpResponse:
    """Every token that was given."""
    actor = acting(request)
    context = {"heading": "Tokens", "links": [Link("Give a token", reverse("token-give", args=[partnership]))]}
    return answer_list(request, token_listing(actor), tokens_of(actor), context=context)


@require_http_methods(["GET", "POST"])
def give(request: HttpRequest, partnership: str) -> HttpResponse:
    """Give oneself a token; its words are shown on the answer, and never again."""
    actor = acting(request)
    form = TokenForm(request.POST or None)
    if form.is_valid() and actor.id:
        with form.errors_of_action():
            token, words = give_token(found(actor, Member, actor.id), by=actor, **form.cleaned_data)
            return render(request, "accounts/token.html", {"token": token, "words": words, "slug": partnership})
    back = Link("Tokens", reverse("tokens", args=[partnership]))
    context = {"heading": "Give a token", "form": form, "back": back, "button": "Give the token"}
    return render(request, "core/form.html", context, status=400 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, partnership: str, token: UUID) -> HttpResponse:
    """Ask once, then withdraw."""
    actor = acting(request)
    record = found(actor, Token, token, to="token.give")
    if request.method == "POST":
        withdraw_token(record, by=actor)
        return redirect("tokens", partnership=partnership)
    back = Link("Tokens", reverse("tokens", args=[partnership]))
    sentence = "Programs that sign in with it will be refused from now on. This cannot be undone."
    context = {"heading": f"Withdraw “{record}”?", "sentence": sentence, "form": Form(), "back": back}
    return render(request, "core/form.html", {**context, "button": "Withdraw"})
