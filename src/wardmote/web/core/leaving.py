"""What somebody holds who leaves: each room lists its own as `HELD` in `leaving.py`, beside `urls.py`.

What a person answers for passes to a successor; what is theirs alone, such as a seat, ends with them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from wardmote.web.core.actors import Actor
from wardmote.web.core.audit import save_changes
from wardmote.web.core.models import PartnershipRecord
from wardmote.web.core.rooms import offered
from wardmote.web.core.wording import plural


@dataclass(frozen=True)
class Held:
    """One kind of record that names a member in `name`; `still` says which of them are not over yet.

    With `last_day`, the field that holds a record's last day, it ends when they leave; without, somebody takes it over.
    """

    model: type[PartnershipRecord]
    name: str
    one: str
    many: str
    still: Q = field(default_factory=Q)
    last_day: str = ""

    def records(self, member_id: Any) -> QuerySet[Any]:
        """What the member holds of it now."""
        return self.model._default_manager.filter(self.still, **{f"{self.name}_id": member_id})

    def words(self, number: int) -> str:
        """3 open actions."""
        return plural(number, self.one, self.many)


@dataclass(frozen=True)
class Holding:
    """How much of one kind a member holds, and what becomes of it."""

    held: Held
    number: int

    @property
    def sentence(self) -> str:
        """What becomes of it, in words."""
        if self.held.last_day:
            return f"{self.held.words(self.number)} will end."
        return f"{self.held.words(self.number)} will pass to whom you name, or stay in their name until you do."


def holdings_of(member_id: Any) -> list[Holding]:
    """Everything of which the member holds at least one."""
    counted = (Holding(held, held.records(member_id).count()) for held in _all_held())
    return [one for one in counted if one.number]


def end_holdings(member_id: Any, *, by: Actor, on: date, successor: PartnershipRecord | None) -> None:
    """End what ends with the member, and hand the rest to the successor, where there is one."""
    for held in _all_held():
        for record in held.records(member_id):
            if held.last_day:
                save_changes(record, by=by, doing=f"ended a {held.one}", **{held.last_day: on})
            elif successor:
                save_changes(record, by=by, doing="handed over", **{held.name: successor})


def _all_held() -> Iterator[Held]:
    for listed in offered("leaving", "HELD"):
        yield from listed
