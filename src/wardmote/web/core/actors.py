"""Who acts, in which partnership, and what they may do there."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpRequest

from wardmote.errors import WardmoteError

if TYPE_CHECKING:
    from wardmote.web.core.models import PartnershipRecord


class Refused(WardmoteError):
    """Somebody asked for what they may see but not do."""


@dataclass(frozen=True)
class Power:
    """One thing that somebody may do: in the whole partnership, for what one agency answers for, or in one area."""

    permission: str
    agency_id: UUID | None = None
    area: str = ""

    def covers(self, record: "PartnershipRecord") -> bool:
        """Whether it reaches this record of the partnership."""
        is_agency = self.agency_id is None or self.agency_id == _at(record, record.AGENCY, "_id")
        return is_agency and (not self.area or self.area == _at(record, record.AREA))


@dataclass(frozen=True)
class Actor:
    """A member as the site meets them: by a session, a token, a signed link or a command (the `way`)."""

    id: UUID | None
    name: str
    partnership_id: UUID
    partnership: str
    partnership_slug: str
    agency_id: UUID | None = None
    agency: str = ""
    way: str = "site"
    powers: frozenset[Power] = frozenset()

    def may(self, permission: str, record: "PartnershipRecord | None" = None) -> bool:
        """Whether they may do this at all or, with a record, to that record."""
        held = [power for power in self.powers if power.permission == permission]
        if record is None:
            return bool(held)
        if record.partnership_id != self.partnership_id:
            return False
        return any(power.covers(record) for power in held)

    def check(self, permission: str, record: "PartnershipRecord | None" = None) -> None:
        """Raises `Refused` unless they may."""
        if not self.may(permission, record):
            raise Refused(
                "Your role does not let you do that" if record is None else "Only those who answer for it may do that",
                where=str(record) if record is not None else self.partnership,
                do="ask your partnership manager",
            )


def acting(request: HttpRequest) -> Actor:
    """Who acts, as the gate or a token found out. Raises 404 on a page that belongs to no partnership."""
    actor = getattr(request, "actor", None)
    if not isinstance(actor, Actor):
        raise Http404("You are in no partnership of this name.")
    return actor


def _at(record: "PartnershipRecord", path: str, ending: str = "") -> object:
    """What stands at the end of a path such as "owner__agency", without asking for the last object itself."""
    found: object = record
    *steps, last = path.split("__")
    for step in steps:
        found = getattr(found, step, None)
    return getattr(found, last + ending, None) if last else None
