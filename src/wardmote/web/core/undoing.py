"""Undoing the last change of a record: the fields that it changed get back what stood in them before.

The audit says what that was in words. A change is undone only where those words lead back to one value without doubt,
where its room has listed it as a change of this one record, and where nothing was added to the record since.
"""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import models

from wardmote.errors import BadInput
from wardmote.web.core.actions import action
from wardmote.web.core.actors import Actor
from wardmote.web.core.audit import in_words, save_changes
from wardmote.web.core.models import AuditEntry, PartnershipRecord, Record, Tie
from wardmote.web.core.queries import history_of
from wardmote.web.core.subjects import Subject
from wardmote.web.core.wording import sentence_case

_MOST_LOOKED_THROUGH = 5_000


class CannotBeUndone(BadInput):
    """Why the last change of a record has to be put right by hand."""


@dataclass(frozen=True)
class Undo:
    """A change that can be undone: its entry, the permission that it needed, and what goes back into each field."""

    entry: AuditEntry
    permission: str
    values: dict[str, Any]


def undo_of(subject: Subject, *, by: Actor) -> Undo:
    """How the record's last change would be undone; raises `CannotBeUndone` in a sentence."""
    entry = history_of(by, subject.record.pk).first()
    if entry is None or (permission := subject.kind.undoes.get(entry.doing)) is None:
        raise CannotBeUndone("The last thing done to this record cannot be undone here", do="change it by hand")
    if not by.may(permission, subject.record):
        raise CannotBeUndone("Only those who may make this change may undo it", do="ask your partnership manager")
    if added := _added_since(subject.record, entry):
        raise CannotBeUndone(f"Since this change, something was added that may depend on it: {added}")
    values = {name: _before(subject.record, name, *words) for name, words in entry.changes.items()}
    if not values:
        raise CannotBeUndone("The last thing done to this record changed no field of it")
    return Undo(entry, permission, values)


def undo_last_change(subject: Subject, *, by: Actor, entry: int) -> PartnershipRecord:
    """Put back what stood before the entry of this number. Raises `CannotBeUndone`, also where it is not the last one."""
    undo = undo_of(subject, by=by)
    if undo.entry.number != entry:
        raise CannotBeUndone("The record has been changed again since you looked", do="look at its history once more")
    try:
        return action(undo.permission)(_put_back)(subject.record, by=by, undo=undo)
    except ValidationError as error:
        raise CannotBeUndone(f"It cannot go back to what it was. {' '.join(error.messages)}") from error


def _put_back(record: PartnershipRecord, *, by: Actor, undo: Undo) -> PartnershipRecord:
    return save_changes(record, by=by, doing=f"undid: {undo.entry.doing}"[:80], **undo.values)


def _added_since(record: PartnershipRecord, entry: AuditEntry) -> str:
    """The name of something that points at the record and is newer than the change."""
    for relation in record._meta.related_objects:
        model = relation.related_model
        if issubclass(model, Record) and not relation.many_to_many:
            newer = model._default_manager.filter(**{relation.field.name: record, "created_at__gt": entry.at}).first()
            if newer:
                return str(newer)
    tied = models.Q(subject_id=record.pk) | models.Q(target_id=record.pk)
    return str(Tie.objects.filter(tied, created_at__gt=entry.at).first() or "")


def _before(record: PartnershipRecord, name: str, before: str | None, after: str | None) -> Any:
    field = _field(record, name)
    if in_words(getattr(record, name)) != after:
        raise CannotBeUndone(f"{_label(field)} is no longer as the audit says")
    value = _restored(record, field, before)
    if in_words(value) != before:
        raise CannotBeUndone(f"What stood in “{_label(field)}” before cannot be told from the audit without doubt")
    return value


def _field(record: PartnershipRecord, name: str) -> "models.Field[Any, Any]":
    try:
        field = record._meta.get_field(name)
    except FieldDoesNotExist:
        field = None
    if not isinstance(field, models.Field) or field.many_to_many or name in record.SECRET:
        raise CannotBeUndone(f"The audit does not say enough of “{name.replace('_', ' ')}” to put it back")
    return field


def _restored(record: PartnershipRecord, field: "models.Field[Any, Any]", before: str | None) -> Any:
    if before is None:
        return None if field.null else field.get_default() if isinstance(field, models.JSONField) else ""
    if isinstance(field, models.ForeignKey):
        return _named(record, field, before)
    if isinstance(field, models.BooleanField):
        return before == "yes"
    try:
        return field.to_python(before)
    except ValidationError:
        return None


def _named(record: PartnershipRecord, field: "models.ForeignKey[Any, Any]", name: str) -> Any:
    """The one record of this name; None where there are several, or too many to look through."""
    model = field.related_model
    candidates = model._default_manager.all()
    if issubclass(model, PartnershipRecord):
        candidates = candidates.filter(partnership_id=record.partnership_id)
    looked = list(candidates[: _MOST_LOOKED_THROUGH + 1])
    same = [one for one in looked if str(one) == name]
    return same[0] if len(same) == 1 and len(looked) <= _MOST_LOOKED_THROUGH else None


def _label(field: "models.Field[Any, Any]") -> str:
    return sentence_case(str(field.verbose_name))
