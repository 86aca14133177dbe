"""Whether this is one analyst's own site, or one that people sign in to."""

from pathlib import Path
from uuid import UUID

from django.db import connection
from django.db.models import Count, QuerySet
from django.http import Http404

from wardmote.web.accounts.models import Member, Partnership, User


def has_accounts() -> bool:
    """Whether anybody has an account. Where there is no database yet, nobody has."""
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite" and isinstance(name, Path) and not name.exists():
        return False
    return "accounts_user" in _tables() and User.objects.exists()


_known: set[str] = set()


def _tables() -> set[str]:
    """Tables are looked up until the users' is there; from then on it is known to be."""
    if "accounts_user" not in _known:
        _known.update(connection.introspection.table_names())
    return _known


def partnerships_with_people() -> list[tuple[Partnership, int]]:
    """Each partnership and how many members it has."""
    people = dict(Member.objects.filter(left_on=None).values_list("partnership").annotate(Count("id")))
    return [(one, people.get(one.pk, 0)) for one in Partnership.objects.select_related("above")]


def all_accounts() -> QuerySet[User]:
    """Everybody who has an account, with how they sign in and where they are a member."""
    return User.objects.prefetch_related("memberships__partnership", "authenticator_set")


def home_of(user: User) -> Partnership:
    """The partnership in whose audit it stands what is done to an account: where they are or were a member."""
    member = Member.objects.filter(user=user).select_related("partnership").order_by("left_on", "created_at").first()
    return member.partnership if member else Partnership.objects.order_by("created_at")[0]


def find_account(account_id: UUID) -> User:
    """One account. Raises 404 where there is none."""
    user = all_accounts().filter(pk=account_id).first()
    if user is None:
        raise Http404("There is no such account.")
    return user


def find_partnership(slug: str) -> Partnership:
    """One partnership. Raises 404 where there is none."""
    found = Partnership.objects.select_related("above").filter(slug=slug).first()
    if found is None:
        raise Http404("There is no such partnership.")
    return found
