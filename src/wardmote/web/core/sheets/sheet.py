"""What a register's spreadsheet is: a column for each field, and the id that says which record a row is."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from wardmote.web.core.actors import Actor
from wardmote.web.core.models import PartnershipRecord
from wardmote.web.core.record_forms import RecordForm

ID = "Id"


@dataclass(frozen=True)
class Sheet[R: PartnershipRecord]:
    """The spreadsheet of one kind of record.

    `columns` gives each field its head. A row is checked by `form`; `add` and `change` are the room's own actions.
    """

    name: str
    title: str
    columns: Mapping[str, str]
    records: Callable[[Actor], Iterable[R]]
    form: Callable[..., RecordForm]
    add: Callable[..., R]
    change: Callable[..., R]

    @property
    def heads(self) -> list[str]:
        """The heads of its columns, the id first."""
        return [ID, *self.columns.values()]


def rows_of[R: PartnershipRecord](sheet: Sheet[R], records: Iterable[R]) -> list[list[str]]:
    """The records as rows of words, which `bring_in` reads again."""
    return [row_of(sheet, record) for record in records]


def row_of[R: PartnershipRecord](sheet: Sheet[R], record: R) -> list[str]:
    """One record as a row of words."""
    return [str(record.pk), *(word(getattr(record, field)) for field in sheet.columns)]


def word(value: Any) -> str:
    """A value as it stands in a cell: dates as 2026-03-31, records by their names."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False, sort_keys=True) if value else ""
    if isinstance(value, Model):
        return str(value)
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
