"""Signing in by a token: each operation of the API says which permission it needs."""

import hashlib
import secrets

from django.http import Http404, HttpRequest
from ninja.security import HttpBearer

from wardmote.web.accounts.models import Token
from wardmote.web.accounts.queries.actors import actor_for
from wardmote.web.core.actors import Actor
from wardmote.web.core.clock import today

PREFIX = "wm_"


def new_token() -> str:
    """A token of 256 random bits; its start tells scanners of leaked secrets what it is."""
    return PREFIX + secrets.token_urlsafe(32)


def digest_of(token: str) -> str:
    """What is stored of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


class Needs(HttpBearer):
    """`auth=Needs("plan.read")`: a token whose member, and whose own role, may do that in the partnership named."""

    def __init__(self, permission: str) -> None:
        super().__init__()
        self.permission = permission

    def authenticate(self, request: HttpRequest, token: str) -> Actor | None:
        """The token's member as `request.actor`; raises 404 in another partnership and `Refused` without the power."""
        found = (
            Token.objects.select_related("member__agency", "member__partnership")
            .prefetch_related("member__grants")
            .filter(digest=digest_of(token), withdrawn_at=None, expires_on__gte=today())
            .filter(member__left_on=None, member__user__is_active=True)
            .first()
        )
        if found is None:
            return None
        slug = request.resolver_match.kwargs.get("partnership") if request.resolver_match else None
        if slug != found.member.partnership.slug:
            raise Http404("The token is for no partnership of this name.")
        actor = actor_for(found.member, partnership=found.member.partnership, way="token", only_role=found.role)
        actor.check(self.permission)
        request.actor = actor  # type: ignore[attr-defined]
        return actor
