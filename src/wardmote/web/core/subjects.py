"""Any record of the partnership by its id alone: what kind it is, whether it may be read, and where."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404

from wardmote.web.core.actors import Actor
from wardmote.web.core.directory import Kind, kinds
from wardmote.web.core.models import PartnershipRecord
from wardmote.web.core.queries import history_of
from wardmote.web.core.scope import found


@dataclass(frozen=True)
class Subject:
    """A record that something is said of, or done to, by pages that serve every kind."""

    kind: Kind[PartnershipRecord]
    record: PartnershipRecord
    name: str
    href: str


def is_there(kind: Kind[PartnershipRecord], record_id: UUID) -> bool:
    """Whether the record was not removed; whether it may be read is another question."""
    return kind.model._default_manager.filter(pk=record_id).exists()


def subject_of(actor: Actor, record_id: UUID) -> Subject:
    """The record that the audit knows under this id.

    Raises 404 where the actor's partnership has none that stands in the directory, and `Refused` where it is not the
    actor's to read.
    """
    entry = history_of(actor, record_id).only("kind").first()
    kind = kinds().get(entry.kind) if entry else None
    if kind is None:
        raise Http404(f"There is no such record in {actor.partnership}.")
    actor.check(kind.permission)
    record = found(actor, kind.model, record_id, within=kind.seen(actor))
    return Subject(kind, record, str(record)[:300], kind.address(actor, record))
