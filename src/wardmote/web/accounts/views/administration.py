"""What a system administrator looks after: partnerships, accounts, and the newest entry of the audit."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from wardmote.web.accounts.actions.accounts import close_account, open_account, reset_second_factor
from wardmote.web.accounts.actions.installation import add_partnership, administrator, place_partnership
from wardmote.web.accounts.forms.administration import PartnershipForm
from wardmote.web.accounts.models import User
from wardmote.web.accounts.presenters.administration import account_facts, account_listing, partnership_lines
from wardmote.web.accounts.queries.installation import (
    all_accounts,
    find_account,
    find_partnership,
    home_of,
    partnerships_with_people,
)
from wardmote.web.core.actors import Actor
from wardmote.web.core.audit import newest
from wardmote.web.core.components import Link
from wardmote.web.core.forms import Form
from wardmote.web.core.lists import answer_list
from wardmote.web.core.views.forms import answer_form

_BACK = "Administration"


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Partnerships, how many people each has, and the newest entry of the audit."""
    number, digest = newest()
    context = {
        "heading": "Administration",
        "partnerships": partnership_lines(partnerships_with_people()),
        "seal": f"{number}:{digest}",
    }
    return render(request, "accounts/administration.html", context)


@require_http_methods(["GET", "POST"])
def found_partnership(request: HttpRequest) -> HttpResponse:
    """Make another partnership."""
    act = partial(add_partnership, by=_user(request))
    form = PartnershipForm()
    sentence = "Its first member is made by the command: wardmote account add EMAIL --partnership NAME"
    return answer_form(
        request, form, act=act, heading="Add a partnership", back=_back(), button="Add", sentence=sentence
    )


@require_http_methods(["GET", "POST"])
def place(request: HttpRequest, slug: str) -> HttpResponse:
    """Rename a partnership, or say what stands above it."""
    record = find_partnership(slug)
    act = partial(place_partnership, record, by=administrator(_user(request), partnership=record))
    form = PartnershipForm(record=record, initial={"name": record.name, "above": record.above}, but=record)
    sentence = "Members of a partnership and of the one above it read each other’s people, plan and board."
    return answer_form(request, form, act=act, heading=f"Change {record}", back=_back(), sentence=sentence)


@require_safe
def show_accounts(request: HttpRequest) -> HttpResponse:
    """Everybody who has an account."""
    return answer_list(request, account_listing(), all_accounts(), context={"heading": "Accounts", "back": _back()})


@require_safe
def show_account(request: HttpRequest, account: UUID) -> HttpResponse:
    """One account."""
    user = find_account(account)
    ways = [("Reset the second factor", "account-second-factor")]
    ways.append(("Close the account", "account-close") if user.is_active else ("Open it again", "account-open"))
    context = {
        "heading": user.name,
        "back": _to_accounts(),
        "facts": account_facts(user),
        "links": [Link(text, reverse(route, args=[user.pk])) for text, route in ways],
    }
    return render(request, "accounts/person.html", context)


@require_http_methods(["GET", "POST"])
def reset_factor(request: HttpRequest, account: UUID) -> HttpResponse:
    """Somebody has lost what they sign in with."""
    sentence = (
        "For somebody who has lost their phone or key, and their recovery codes. Make sure that it is them who ask. "
        "They are signed out everywhere, and set up another after their password. It stands in the audit."
    )
    return _do(request, account, reset_second_factor, "Reset the second factor of {}?", "Reset it", sentence)


@require_http_methods(["GET", "POST"])
def close(request: HttpRequest, account: UUID) -> HttpResponse:
    """Let somebody in no more."""
    sentence = "They cannot sign in any more, anywhere. Their memberships stay until each partnership ends them."
    return _do(request, account, close_account, "Close the account of {}?", "Close it", sentence)


@require_http_methods(["GET", "POST"])
def reopen(request: HttpRequest, account: UUID) -> HttpResponse:
    """Let somebody in again."""
    return _do(
        request, account, open_account, "Open the account of {} again?", "Open it", "They can sign in as before."
    )


def _do(request: HttpRequest, account: UUID, action: Any, heading: str, button: str, sentence: str) -> HttpResponse:
    user = find_account(account)
    there = reverse("account", args=[user.pk])

    def act(**typed: Any) -> str:
        action(user, by=_actor(request, user))
        return there

    form = Form()
    back = Link(user.name, there)
    return answer_form(
        request, form, act=act, heading=heading.format(user.name), back=back, button=button, sentence=sentence
    )


def _actor(request: HttpRequest, user: User) -> Actor:
    return administrator(_user(request), partnership=home_of(user))


def _user(request: HttpRequest) -> User:
    if not isinstance(request.user, User):
        raise Http404
    return request.user


def _back() -> Link:
    return Link(_BACK, reverse("administration"))


def _to_accounts() -> Link:
    return Link("Accounts", reverse("accounts"))
