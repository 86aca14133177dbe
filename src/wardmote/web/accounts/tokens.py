"""Signing in by a token."""

import hashlib
import secrets

from django.http import Http404, HttpRequest

from wardmote.web.accounts.models import Token
from wardmote.web.accounts.queries.actors import actor_for
from wardmote.web.core.actors import Actor
from wardmote.web.core.api.answering import NotSignedIn
from wardmote.web.core.clock import today

PREFIX = "wm_"


def new_token() -> str:
    """A token of 256 random bits; its start tells scanners of leaked secrets what it is."""
    return PREFIX + secrets.token_urlsafe(32)


def digest_of(token: str) -> str:
    """What is stored of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def sign_in(request: HttpRequest, partnership: str) -> Actor:
    """The token's member, with no more than the token's own role.

    Raises `NotSignedIn` without a good token, and 404 in another partnership than the token's. Where the address names
    none, as those of evidence do, the token's own is meant.
    """
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    found = _good(token.strip()) if scheme.lower() == "bearer" else None
    if found is None:
        raise NotSignedIn
    if partnership and partnership != found.member.partnership.slug:
        raise Http404("The token is for no partnership of this name.")
    return actor_for(found.member, partnership=found.member.partnership, way="token", only_role=found.role)


def _good(token: str) -> Token | None:
    return (
        Token.objects.select_related("member__agency", "member__partnership")
        .prefetch_related("member__grants")
        .filter(digest=digest_of(token), withdrawn_at=None, expires_on__gte=today())
        .filter(member__left_on=None, member__user__is_active=True)
        .first()
    )
