"""The audit: who changed what, from what to what, when. It grows, and is never changed."""

from typing import Any, NoReturn

from django.db import models


class _AppendOnly(models.QuerySet["AuditEntry"]):
    def _refuse(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError("The audit can only be added to.")

    update = delete = bulk_create = bulk_update = update_or_create = _refuse


class AuditEntry(models.Model):
    """One thing done. `digest` covers the whole entry and the digest before it, so that a break anywhere shows.

    Who acted is written out, because members leave and are renamed; `record` names the thing as it was called then.
    """

    number = models.PositiveBigIntegerField(primary_key=True)
    at = models.DateTimeField()
    partnership_id = models.UUIDField(null=True)
    actor_id = models.UUIDField(null=True)
    actor_name = models.CharField(max_length=200)
    agency_name = models.CharField(max_length=200, blank=True)
    # How they came: by the site, a token, a signed link or a command.
    way = models.CharField(max_length=20)
    doing = models.CharField(max_length=80)
    kind = models.CharField(max_length=80)
    record_id = models.UUIDField()
    record_name = models.CharField(max_length=300)
    # Field: [before, after], in words; null stands for nothing.
    changes = models.JSONField()
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    objects = _AppendOnly.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["partnership_id", "-number"], name="audit_of_partnership"),
            models.Index(fields=["record_id", "-number"], name="audit_of_record"),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.actor_name}: {self.doing} {self.record_name}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """An entry is written once."""
        if not self._state.adding:
            raise TypeError("An entry of the audit cannot be changed.")
        super().save(*args, force_insert=True, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """No entry goes."""
        raise TypeError("An entry of the audit cannot be deleted.")


class AuditHead(models.Model):
    """The newest number and digest. Its one row is locked while an entry is added, so that the chain has no fork."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    number = models.PositiveBigIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True)

    def __str__(self) -> str:
        return f"{self.number}:{self.digest[:12]}"
