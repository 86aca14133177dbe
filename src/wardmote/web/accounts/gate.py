"""The gate: middleware that lets each request through, or not, by what the register of routes says of its page."""

from collections.abc import Callable
from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import SimpleLazyObject

from wardmote.errors import NotAvailable, WardmoteError
from wardmote.web.accounts.models import User
from wardmote.web.accounts.queries.actors import actor_of, evidence_reader
from wardmote.web.accounts.queries.installation import has_accounts
from wardmote.web.core.actors import Actor, Refused
from wardmote.web.core.errors import in_words
from wardmote.web.core.routes import Access, all_routes

SECOND_FACTOR_SEEN = "second_factor"
# Each operation of the API asks for a token of its own, and answers nobody where it does not say which.
API = "api-1:"
# Where people sign in and out, and what a person without a second factor may open: how to get one, and the way out.
_OF_ACCOUNTS = ("mfa_", "account_", "socialaccount_", "openid_connect_")


class Gate:
    """Sets `request.actor`: who acts in the partnership that the address names, or None."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = None  # type: ignore[attr-defined]
        # Asked of the database only where nobody is signed in.
        request.is_open = SimpleLazyObject(lambda: not has_accounts())  # type: ignore[attr-defined]
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]) -> HttpResponse | None:
        """None lets the request through; what is not in the register is refused."""
        try:
            return self._decide(request, kwargs)
        except WardmoteError as error:
            # Django asks no other middleware about what is raised here.
            return in_words(request, error)

    def _decide(self, request: HttpRequest, kwargs: dict[str, Any]) -> HttpResponse | None:
        name = request.resolver_match.view_name if request.resolver_match else ""
        if name.startswith(API):
            return None
        access = all_routes().get(name)
        if access is None:
            raise Refused(f"The page called “{name}” is in no register of routes, so nobody may use it")
        if access.who == "nobody":
            raise Http404("There is no page at this address.")
        if access.who == "link" or (access.who == "anyone" and not name.startswith(_OF_ACCOUNTS)):
            return None
        if not request.user.is_authenticated and request.is_open:  # type: ignore[attr-defined]
            _check_open_site(access)
            return None
        if access.who == "anyone":
            return None
        return self._signed_in(request, access, slug=kwargs.get("partnership", ""), name=name)

    def _signed_in(self, request: HttpRequest, access: Access, *, slug: str, name: str) -> HttpResponse | None:
        user = request.user
        if not isinstance(user, User):
            return redirect_to_login(request.get_full_path())
        if not name.startswith(_OF_ACCOUNTS) and not _has_second_factor(request, user):
            return redirect("mfa_index")
        if access.who == "administrator" and not user.is_system_administrator:
            raise Http404
        if access.who in {"member", "evidence"}:
            actor = actor_of(user, slug) if slug else evidence_reader(user)
            request.actor = _checked(actor, access)  # type: ignore[attr-defined]
        return None


def _check_open_site(access: Access) -> None:
    if access.who != "evidence":
        raise NotAvailable(
            "Nobody has an account yet, so the partnership’s own pages are not there",
            do="make the first account: wardmote account add EMAIL",
        )


def _checked(actor: Actor | None, access: Access) -> Actor:
    if actor is None:
        raise Http404("You are in no partnership of this name.")
    actor.check(access.permission)
    return actor


def _has_second_factor(request: HttpRequest, user: User) -> bool:
    """Looked up once a session: after that, the session says so."""
    if not settings.SECOND_FACTOR_IS_REQUIRED or request.session.get(SECOND_FACTOR_SEEN):
        return True
    by_single_sign_on = any(
        record.get("method") == "socialaccount" for record in request.session.get("account_authentication_methods", [])
    )
    if by_single_sign_on or Authenticator.objects.filter(user=user).exists():
        request.session[SECOND_FACTOR_SEEN] = True
        return True
    return False
