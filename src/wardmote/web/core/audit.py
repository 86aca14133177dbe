"""Writing and checking the audit. Each action writes its own entry, in the transaction that makes the change."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Model

from wardmote.web.core.actors import Actor
from wardmote.web.core.clock import now
from wardmote.web.core.models import AuditEntry, AuditHead, Record

Changes = dict[str, list[str | None]]
# How many entries the action under way has written; an action that changes something and writes none is a fault.
entries_written: ContextVar[int] = ContextVar("entries_written", default=0)
# What is being written, where somebody wants to be told of it.
_told: ContextVar[list[AuditEntry] | None] = ContextVar("told", default=None)

_COVERED = tuple(field.attname for field in AuditEntry._meta.concrete_fields if field.attname != "digest")


@dataclass(frozen=True)
class Break:
    """Where the chain does not hold: the first entry at fault, and what is wrong there."""

    number: int
    sentence: str


@contextmanager
def entries_of_this() -> Iterator[list[AuditEntry]]:
    """The entries that are written until the block ends, in their order."""
    entries: list[AuditEntry] = []
    token = _told.set(entries)
    try:
        yield entries
    finally:
        _told.reset(token)


def save_new[R: Record](record: R, *, by: Actor, doing: str) -> R:
    """Check and insert a record, and write what it holds into the audit. Raises `ValidationError`."""
    record.full_clean()
    record.save(force_insert=True)
    after = _values(record)
    _write(record, by=by, doing=doing, changes={name: [None, value] for name, value in after.items() if value})
    return record


def save_changes[R: Record](record: R, *, by: Actor, doing: str, **values: Any) -> R:
    """Set these fields, check, and save; the audit gets each field that differs. Raises `ValidationError`."""
    stored = type(record)._default_manager.select_for_update().get(pk=record.pk)
    before, stood = _values(stored), _as_stored(stored)
    for name, value in values.items():
        setattr(record, name, value)
    record.full_clean()
    after, stands = _values(record), _as_stored(record)
    # Two people may have one name, and two keys are both but set: what is stored tells them apart, and words do not.
    differing = [name for name in after if before[name] != after[name] or stood[name] != stands[name]]
    changes: Changes = {name: [before[name], after[name]] for name in differing}
    if changes:
        record.save(update_fields=[*values, "changed_at"])
    _write(record, by=by, doing=doing, changes=changes)
    return record


def save_many(record: Record, *, by: Actor, doing: str, **lists: Iterable[Model]) -> None:
    """Set what a record is joined to, such as the agencies that pursue it; written only where it differs."""
    changes: Changes = {}
    for name, wanted in lists.items():
        joined = getattr(record, name)
        chosen = list(wanted)
        before, after = (", ".join(sorted(map(str, some))) or None for some in (joined.all(), chosen))
        if before != after:
            joined.set(chosen)
            changes[name] = [before, after]
    if changes:
        _write(record, by=by, doing=doing, changes=changes)


def remove(record: Record, *, by: Actor, doing: str) -> None:
    """Delete a record; what it held stays in the audit."""
    changes: Changes = {name: [value, None] for name, value in _values(record).items() if value}
    _write(record, by=by, doing=doing, changes=changes)
    record.delete()


def first_break(*, of_newest: int = 0) -> Break | None:
    """The first place where the chain of entries does not hold, or None where all of it does.

    `of_newest` looks at so many of the newest entries only, which takes as long for an old partnership as for a new one.
    """
    number = max(0, newest()[0] - of_newest) if of_newest else 0
    before = AuditEntry.objects.filter(number=number).first()
    previous = before.digest if before else ""
    for entry in AuditEntry.objects.filter(number__gt=number).order_by("number").iterator(chunk_size=2000):
        number += 1
        if entry.number != number:
            return Break(number, f"Entry {number} is missing.")
        if entry.previous != previous or entry.digest != _digest(entry):
            return Break(number, f"Entry {number} is not as it was written.")
        previous = entry.digest
    head = AuditHead.objects.filter(pk=1).first()
    if head and (head.number, head.digest) != (number, previous):
        return Break(number + 1, f"Entries after {number} are missing.")
    return None


def newest() -> tuple[int, str]:
    """The newest entry's number and digest: written down elsewhere, they prove later that nothing was rewritten."""
    head = AuditHead.objects.filter(pk=1).first()
    return (head.number, head.digest) if head else (0, "")


def is_sealed(seal: str) -> bool:
    """Whether the entry that a seal ("number:digest") names still has that digest."""
    number, _, digest = seal.partition(":")
    return number.isdecimal() and AuditEntry.objects.filter(number=int(number), digest=digest).exists()


@transaction.atomic
def _write(record: Record, *, by: Actor, doing: str, changes: Changes) -> AuditEntry:
    AuditHead.objects.get_or_create(pk=1)
    head = AuditHead.objects.select_for_update().get(pk=1)
    entry = AuditEntry(
        number=head.number + 1,
        at=now(),
        partnership_id=getattr(record, "partnership_id", None) or by.partnership_id,
        actor_id=by.id,
        actor_name=by.name[:200],
        agency_name=by.agency[:200],
        way=by.way,
        doing=doing,
        kind=record._meta.label_lower,
        record_id=record.pk,
        record_name=str(record)[:300],
        changes=changes,
        previous=head.digest,
    )
    entry.digest = _digest(entry)
    entry.save()
    head.number, head.digest = entry.number, entry.digest
    head.save()
    entries_written.set(entries_written.get() + 1)
    if (told := _told.get()) is not None:
        told.append(entry)
    return entry


def _digest(entry: AuditEntry) -> str:
    covered = {name: _plain(getattr(entry, name)) for name in _COVERED}
    return hashlib.sha256(json.dumps(covered, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    return value if isinstance(value, int | str | Mapping | None) else str(value)


def _values(record: Record) -> dict[str, str | None]:
    """What the record holds, in words; of a secret only that it is there, by a digest too short to guess from."""
    found = {name: in_words(getattr(record, name)) for name in record.classified()}
    for name in record.SECRET:
        found[name] = "set" if found[name] else None
    return found


def _as_stored(record: Record) -> dict[str, Any]:
    """What stands in the record's columns; of another record, its id."""
    return {name: getattr(record, record._meta.get_field(name).attname) for name in record.classified()}  # type: ignore[union-attr]


def in_words(value: Any) -> str | None:
    """A value as an entry holds it; null where there is nothing."""
    if value in (None, ""):
        return None
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Model):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    return str(value)
