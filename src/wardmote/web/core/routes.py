"""Who may use each route. Each room lists its own in `routes.py`, beside `urls.py`; what is not listed is refused."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Literal

from django.conf import settings

Who = Literal["anyone", "signed in", "evidence", "member", "link", "administrator", "nobody"]


@dataclass(frozen=True)
class Access:
    """Who a route answers: the kind of visitor, and for members the permission their role has to hold.

    `is_own_agency` says that a role which is held for one agency is enough only for what that agency answers for.
    """

    who: Who
    permission: str = ""
    is_own_agency: bool = False

    @property
    def words(self) -> str:
        """As the register says it."""
        kinds = {
            "anyone": "anyone",
            "signed in": "anyone who is signed in",
            "evidence": f"a member who may {self.permission}; on this machine anyone, while nobody has an account",
            "member": f"a member who may {self.permission}" + (" for the agency" if self.is_own_agency else ""),
            "link": "whoever holds a signed link that is still good",
            "administrator": "a system administrator",
            "nobody": "nobody: it comes with the sign-in pages, and is not there",
        }
        return kinds[self.who]


Routes = Mapping[str, Access]

ANYONE = Access("anyone")
SIGNED_IN = Access("signed in")
LINK = Access("link")
ADMINISTRATOR = Access("administrator")
NOBODY = Access("nobody")


def evidence(permission: str = "evidence.read") -> Access:
    """Pages of figures: open while the site is one analyst's own."""
    return Access("evidence", permission)


def member(permission: str, *, is_own_agency: bool = False) -> Access:
    """Pages of one partnership, whose address names it."""
    return Access("member", permission, is_own_agency)


# Core's own pages.
ROUTES: Routes = {
    "audit": member("audit.read"),
    "history": member("partnership.read"),
    "undo": member("partnership.read"),
    "search": member("partnership.read"),
    "search-figures": evidence(),
    "comments": member("comment.read"),
    "comment": member("comment.read"),
    "follow": member("comment.read"),
    "for-you": member("comment.read"),
    "my-actions": member("partnership.read"),
    "api": member("partnership.read"),
    "api-operation": member("partnership.read"),
}


@cache
def all_routes() -> dict[str, Access]:
    """Every route that a room has listed, by its name."""
    found: dict[str, Access] = {}
    for app in settings.INSTALLED_APPS:
        if app.startswith("wardmote.web."):
            listed: Routes = import_module(f"{app}.routes").ROUTES
            if again := sorted(set(listed) & set(found)):
                raise ValueError(f"{app} lists routes that another room lists: {', '.join(again)}")
            found.update(listed)
    return found
