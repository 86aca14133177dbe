"""Whether this is one analyst's own site, or one that people sign in to."""

from pathlib import Path

from django.db import connection
from django.db.models import Count

from wardmote.web.accounts.models import Member, Partnership, User
from wardmote.web.core.wording import plural


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


def partnerships_in_words() -> list[str]:
    """Each partnership and how many members it has."""
    people = dict(Member.objects.filter(left_on=None).values_list("partnership").annotate(Count("id")))
    return [f"{one.name}: {plural(people.get(one.pk, 0), 'person', 'people')}" for one in Partnership.objects.all()]
