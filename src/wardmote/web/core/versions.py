"""Which version of a record somebody saw, so that nobody overwrites what another changed meanwhile.

A record's version is the number of the newest entry that the audit has of it.
"""

from wardmote.errors import WardmoteError
from wardmote.web.core.models import AuditEntry, Record
from wardmote.web.core.wording import moment


class ChangedMeanwhile(WardmoteError):
    """Somebody else changed the record after it was looked at."""


def version_of(record: Record) -> str:
    """The version as it stands now."""
    newest = _newest(record)
    return str(newest.number if newest else 0)


def check_version(record: Record, *, seen: str) -> None:
    """Hold the record until the transaction ends. Raises `ChangedMeanwhile` where another version stands there."""
    type(record)._default_manager.select_for_update().filter(pk=record.pk).first()
    newest = _newest(record)
    if newest is not None and str(newest.number) != seen:
        raise ChangedMeanwhile(
            f"{newest.actor_name} changed this on {moment(newest.at)}, after you looked at it",
            do="look at what stands there now, and send again what is still to be changed",
        )


def _newest(record: Record) -> AuditEntry | None:
    return AuditEntry.objects.filter(record_id=record.pk).order_by("-number").first()
