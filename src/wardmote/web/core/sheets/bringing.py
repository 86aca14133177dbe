"""Bringing a spreadsheet in: every row checked as if it had been typed, and all of it taken or none."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction

from wardmote.web.core.actors import Actor, Refused
from wardmote.web.core.models import PartnershipRecord
from wardmote.web.core.record_forms import RecordForm
from wardmote.web.core.sheets.reading import read_rows
from wardmote.web.core.sheets.sheet import ID, Sheet, row_of
from wardmote.web.core.wording import plural

MOST_FAULTS = 50
_LONGEST_QUOTED = 120


@dataclass(frozen=True)
class Brought:
    """What a spreadsheet did, or would do where it `is_trial`; or what is wrong with it: then nothing was changed.

    `rows` says of each row what it adds or changes.
    """

    added: int = 0
    changed: int = 0
    same: int = 0
    faults: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    is_trial: bool = False

    @property
    def sentence(self) -> str:
        """What happened, in one sentence."""
        if self.faults:
            return "Nothing was brought in. Mend the rows named here and bring the file again."
        if self.is_trial:
            return (
                f"Nothing was brought in yet. This file would add {plural(self.added, 'row')}, change {self.changed:,} "
                f"and leave {self.same:,} as they are."
            )
        return f"{plural(self.added, 'row')} added, {self.changed:,} changed and {self.same:,} left as they were."


def bring_in[R: PartnershipRecord](
    sheet: Sheet[R], content: bytes, *, name: str, by: Actor, is_trial: bool = False
) -> Brought:
    """Add the rows without an id and change those whose record differs. Raises `BadInput` on a file of another kind.

    A trial does all of it, says what it did, and takes it back: what it finds wrong is what bringing in would find.
    """
    rows = read_rows(content, name=name, heads=sheet.heads)
    held = {str(record.pk): record for record in sheet.records(by)}
    known: dict[str, dict[str, str]] = {}
    counts = dict.fromkeys(("added", "changed", "same"), 0)
    faults: list[str] = []
    said: list[str] = []
    with transaction.atomic():
        for number, row in rows:
            try:
                before = held.get(row[ID])
                words = row_of(sheet, before)[1:] if before else []
                counts[done := _take(sheet, row, held=held, known=known, by=by)] += 1
                said += _said(sheet, number, row, before=words, done=done)
            except ValidationError as error:
                faults += [f"Row {number}: {message}" for message in error.messages]
            except Refused as error:
                faults.append(f"Row {number}: {error.sentence}")
        if faults:
            transaction.set_rollback(True)
            return Brought(faults=tuple(_first_of(faults)))
        if is_trial:
            transaction.set_rollback(True)
    rows_said = tuple(_first_of(said))
    return Brought(counts["added"], counts["changed"], counts["same"], rows=rows_said, is_trial=is_trial)


def _said(sheet: Sheet[Any], number: int, row: dict[str, str], *, before: list[str], done: str) -> Iterator[str]:
    """What one row does, in a sentence."""
    heads = list(sheet.columns.values())
    if done == "added":
        yield f"Row {number} adds “{row[heads[0]]}”."
    if done == "changed":
        parts = [
            f"{head} from {_quoted(was)} to {_quoted(row[head])}"
            for head, was in zip(heads, before, strict=True)
            if was != row[head]
        ]
        yield f"Row {number} changes “{before[0]}”: {'; '.join(parts)}."


def _quoted(text: str) -> str:
    shown = text if len(text) <= _LONGEST_QUOTED else f"{text[:_LONGEST_QUOTED]}…"
    return f"“{shown}”" if text else "nothing"


def _take(
    sheet: Sheet[Any],
    row: dict[str, str],
    *,
    held: dict[str, Any],
    known: dict[str, dict[str, str]],
    by: Actor,
) -> str:
    record = held.get(row[ID]) if row[ID] else None
    if row[ID] and record is None:
        raise ValidationError(f"there is no record with the id {row[ID]} here")
    if record is not None and row_of(sheet, record)[1:] == [row[head] for head in sheet.columns.values()]:
        return "same"
    form = sheet.form(data=None, actor=by)
    values = {field: _value(form, field, row[head], known) for field, head in sheet.columns.items()}
    checked = sheet.form(data=values, actor=by)
    if not checked.is_valid():
        raise ValidationError(list(_words(sheet, checked)))
    if record is None:
        sheet.add(by=by, **checked.cleaned_data)
        return "added"
    sheet.change(record, by=by, **checked.cleaned_data)
    return "changed"


def _value(form: RecordForm, field: str, text: str, known: dict[str, dict[str, str]]) -> str:
    """What a form would send for the words in a cell: of a record its id, of a choice its short name."""
    asked = form.fields[field]
    if isinstance(asked, forms.ModelChoiceField):
        if field not in known:
            assert asked.queryset is not None
            known[field] = {str(one): str(one.pk) for one in asked.queryset}
        return known[field].get(text, text)
    if isinstance(asked, forms.BooleanField):
        return "on" if text.strip().lower() in {"yes", "true", "1"} else ""
    return text


def _words(sheet: Sheet[Any], form: RecordForm) -> Iterator[str]:
    for field, messages in form.errors.items():
        head = sheet.columns.get(field, "")
        yield from (f"{head}: {message}" if head else str(message) for message in messages)


def _first_of(faults: list[str]) -> Iterable[str]:
    if len(faults) <= MOST_FAULTS:
        return faults
    return [*faults[:MOST_FAULTS], f"and {len(faults) - MOST_FAULTS:,} more."]
