"""The base of every record: an id that tells nothing, when it was made and changed, and what its fields may reveal."""

import uuid
from typing import Any, ClassVar

from django.db import models

from wardmote.web.core.clock import now


class Record(models.Model):
    """A row that an action made. Its id is random: it stands in addresses and tells neither counts nor order.

    Each model of ours puts each of its own fields into one of four groups, by what it may reveal; a test fails on a
    field that is in none, and on a name that is no field.
    """

    PUBLIC: ClassVar[tuple[str, ...]] = ()
    INTERNAL: ClassVar[tuple[str, ...]] = ()
    PERSONAL: ClassVar[tuple[str, ...]] = ()
    # Never shown, downloaded or written into the audit as it stands: hashes and keys.
    SECRET: ClassVar[tuple[str, ...]] = ()

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    created_at = models.DateTimeField(default=now, editable=False)
    changed_at = models.DateTimeField(default=now, editable=False)

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, and say when."""
        self.changed_at = now()
        super().save(*args, **kwargs)

    @classmethod
    def classified(cls) -> tuple[str, ...]:
        """The names of the fields that hold something of the record's own."""
        return (*cls.PUBLIC, *cls.INTERNAL, *cls.PERSONAL, *cls.SECRET)


class PartnershipRecord(Record):
    """A record of one partnership. Whoever asks for it is looked for there first: see `core.scope`."""

    # How to reach the agency that answers for the record, such as "owner__agency"; empty where no single one does.
    AGENCY: ClassVar[str] = ""
    # How to reach the code of the area that it is about.
    AREA: ClassVar[str] = ""

    partnership = models.ForeignKey("accounts.Partnership", on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True
