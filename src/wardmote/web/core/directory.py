"""What each room keeps, where it is read and who may read it: each lists its own in `directory.py`, beside `urls.py`.

Whatever stands in the directory can be searched, followed and commented on, and its last change may be undone.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from django.db.models import Case, Q, QuerySet, Value, When
from django.urls import reverse

from wardmote.web.core.actors import Actor
from wardmote.web.core.holding import holding
from wardmote.web.core.models import PartnershipRecord
from wardmote.web.core.rooms import offered
from wardmote.web.core.scope import seen_by


@dataclass(frozen=True)
class Hit:
    """One thing that was found: its name, where it is read, and a line that tells it from others."""

    text: str
    href: str
    line: str = ""


@dataclass(frozen=True)
class Kind[R: PartnershipRecord]:
    """One kind of record.

    `page` is the route on which one is read, and `argument` the name of its id in that address; `permission` is what
    reading it needs. A record that has no page of its own is shown on that of its `holder` ("meeting"). `searched` are the fields that are looked in, the name first; `listed` is the route of the list.
    The search offers of what may be read only what is `sought`. `undoes` maps what the audit calls a change ("changed a
    priority") to the permission that making it needs: list only
    changes of this one record, after which nothing else has to be put right. `parts` are the names of what belongs to
    the record and is read with it by a program, such as "dependents".
    """

    model: type[R]
    nouns: str
    permission: str
    page: str
    argument: str
    searched: tuple[str, ...]
    line: Callable[[R], str] = lambda _: ""
    records: Callable[[Actor], QuerySet[R]] | None = None
    listed: str = ""
    holder: str = ""
    sought: Q = field(default_factory=Q)
    undoes: Mapping[str, str] = field(default_factory=dict)
    parts: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """What the audit calls this kind."""
        return self.model._meta.label_lower

    def seen(self, actor: Actor) -> QuerySet[R]:
        """The records that the actor may read."""
        return self.records(actor) if self.records else seen_by(actor, self.model)

    def address(self, actor: Actor, record: R) -> str:
        """Where one record is read."""
        shown = getattr(record, f"{self.holder}_id") if self.holder else record.pk
        return reverse(self.page, kwargs={"partnership": actor.partnership_slug, self.argument: shown})

    def find(self, actor: Actor | None, words: tuple[str, ...], most: int) -> list[Hit]:
        """The records that hold every word; first those whose name begins with what was typed."""
        if actor is None:
            return []
        chosen = self.seen(actor).filter(self.sought)
        for word in words:
            chosen = chosen.filter(holding(self.model, self.searched, word))
        is_start = When(**{f"{self.searched[0]}__istartswith": " ".join(words)}, then=Value(0))
        ordered = chosen.order_by(Case(is_start, default=Value(1)), self.searched[0], "pk")
        return [Hit(str(one), self.address(actor, one), self.line(one)) for one in ordered[:most]]

    def list_address(self, actor: Actor | None) -> str:
        """The list of the kind, where it has one."""
        return reverse(self.listed, kwargs={"partnership": actor.partnership_slug}) if actor and self.listed else ""


@dataclass(frozen=True)
class Lookup:
    """What can be searched and is no record: measures and places. `find` is given the words in small letters."""

    nouns: str
    permission: str
    look: Callable[[tuple[str, ...]], Iterable[Hit]]

    def find(self, actor: Actor | None, words: tuple[str, ...], most: int) -> list[Hit]:
        """What has every word."""
        return list(self.look(tuple(word.lower() for word in words)))[:most]

    def list_address(self, actor: Actor | None) -> str:
        """There is none."""
        return ""


Directory = tuple["Kind[PartnershipRecord] | Lookup", ...]


@cache
def directory() -> Directory:
    """What every room has listed, in the order of the settings."""
    return tuple(entry for listed in offered("directory", "DIRECTORY") for entry in listed)


@cache
def kinds() -> dict[str, Kind[PartnershipRecord]]:
    """Every kind of record that stands in the directory, by what the audit calls it."""
    return {entry.label: entry for entry in directory() if isinstance(entry, Kind)}


@cache
def pages() -> dict[str, Kind[PartnershipRecord]]:
    """The kind of record that each route shows one of."""
    return {kind.page: kind for kind in kinds().values() if not kind.holder}
