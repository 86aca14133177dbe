"""What was done, as the audit holds it."""

from uuid import UUID

from django.db.models import QuerySet

from wardmote.web.core.actors import Actor
from wardmote.web.core.models import AuditEntry


def entries_of(actor: Actor) -> QuerySet[AuditEntry]:
    """Everything done in the actor's partnership."""
    return AuditEntry.objects.filter(partnership_id=actor.partnership_id)


def history_of(actor: Actor, record_id: UUID) -> QuerySet[AuditEntry]:
    """Everything done to one record, the newest first; of another partnership's record, nothing."""
    return entries_of(actor).filter(record_id=record_id).order_by("-number")
