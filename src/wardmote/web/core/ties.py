"""Tying a record to others of another room, and reading what it is tied to."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from wardmote.web.core.actors import Actor
from wardmote.web.core.audit import remove, save_new
from wardmote.web.core.models import PartnershipRecord, Tie
from wardmote.web.core.scope import seen_by
from wardmote.web.core.targets import Target


def set_ties(
    record: PartnershipRecord, *, by: Actor, kind: str, first: Target | None, others: Iterable[Target] = ()
) -> None:
    """Have a record serve one target of this kind first, and others as well. Only what differs is written.

    Called within an action, which has checked that the actor may change the record.
    """
    wanted = {target.id: (target, False) for target in others}
    if first is not None:
        wanted[first.id] = (first, True)
    for tie in ties_of(record).filter(target_kind=kind):
        if tie.target_id in wanted and wanted[tie.target_id][1] == tie.is_first:
            del wanted[tie.target_id]
        else:
            remove(tie, by=by, doing="untied a record")
    for target, is_first in wanted.values():
        save_new(_tie(record, kind, target, is_first=is_first), by=by, doing="tied a record")


def ties_of(record: PartnershipRecord) -> QuerySet[Tie]:
    """What a record is tied to, what it serves first standing first."""
    return Tie.objects.filter(partnership_id=record.partnership_id, subject_id=record.pk)


def ties_of_each(actor: Actor, records: Iterable[PartnershipRecord]) -> QuerySet[Tie]:
    """What each of several records is tied to, in one query."""
    return seen_by(actor, Tie).filter(subject_id__in=[record.pk for record in records])


def ties_to(actor: Actor, record_id: UUID) -> QuerySet[Tie]:
    """What is tied to a record, whichever room it belongs to."""
    return seen_by(actor, Tie).filter(target_id=record_id).order_by("subject_kind", "subject_id")


def serves_several(kind: str = "priority") -> Exists:
    """Whether a row of a queryset bears the CC mark: it serves a target of this kind beside its first."""
    return Exists(Tie.objects.filter(subject_id=OuterRef("pk"), target_kind=kind, is_first=False))


def _tie(record: PartnershipRecord, kind: str, target: Target, *, is_first: bool) -> Tie:
    return Tie(
        partnership_id=record.partnership_id,
        subject_kind=record._meta.label_lower,
        subject_id=record.pk,
        target_kind=kind,
        target_id=target.id,
        target_name=target.name[:300],
        is_first=is_first,
    )
