"""The calendar in the forms in which it leaves for other programs."""

import csv
import io
import json
from dataclasses import asdict, fields
from datetime import date

from wardmote.evidence.duties.calendar import DutyCalendar, Supply
from wardmote.evidence.duties.wording import sentences_of


def to_csv(calendar: DutyCalendar) -> str:
    """One row a supply, under the names of `Supply`'s fields; lists are parted by semicolons."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(field.name for field in fields(Supply))
    writer.writerows([_cell(value) for value in asdict(one).values()] for one in calendar.supplies)
    return text.getvalue()


def to_json(calendar: DutyCalendar) -> str:
    """The duty with its sources and caveats, the day, the sentences, the supplies, and what no card reads."""
    content = {
        "duty": calendar.rules.title,
        "sources": calendar.rules.sources,
        "caveats": calendar.rules.caveats,
        "on": calendar.on,
        "sentences": sentences_of(calendar),
        "supplies": [asdict(one) for one in calendar.supplies],
        "unread": calendar.unread,
    }
    return json.dumps(content, ensure_ascii=False, indent=1, default=date.isoformat)


def _cell(value: object) -> object:
    return "; ".join(str(part) for part in value) if isinstance(value, tuple) else value
