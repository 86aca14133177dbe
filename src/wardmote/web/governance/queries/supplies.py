"""How partners stand with what they owe under section 17A, as the evidence store's own calendar has it."""

from collections import Counter
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from wardmote.errors import WardmoteError
from wardmote.web.core.wording import plain_day, plural
from wardmote.web.core.workspace import current_evidence, current_workspace
from wardmote.web.governance.rules.statement import NO_GAP, Supplies

if TYPE_CHECKING:
    from wardmote.evidence.duties.calendar import Status, Supply

RULES = "crime-and-disorder-17a"
# A year of information periods that have fallen due, and the one that falls due next.
_MONTHS_BACK = 18


def supplies_on(day: date) -> Supplies:
    """What came and what did not in the last year; where nothing is loaded, a sentence says so."""
    try:
        newest = current_workspace().store.load()
        return _read(day, newest.number if newest else 0)
    except WardmoteError as error:
        return Supplies("The calendar of partners cannot be read", error.sentence, None, is_known=False)


@lru_cache(maxsize=16)
def _read(day: date, load: int) -> Supplies:
    """`load` is part of the key: after another load the calendar is another."""
    from wardmote.definitions.rules import find_rule_pack
    from wardmote.evidence.duties.calendar import BY_AGREEMENT, duty_calendar

    if not load:
        return Supplies("No evidence is loaded", "Nothing shows what partners have shared.", None, is_known=False)
    months = day.year * 12 + day.month - 1 - _MONTHS_BACK
    first = date(months // 12, months % 12 + 1, 1)
    calendar = duty_calendar(current_evidence(), find_rule_pack(RULES), first=first, last=day, on=day)
    owed = [one for one in calendar.supplies if one.owes != BY_AGREEMENT]
    due = [one for one in owed if one.due <= day]
    counts = Counter(one.status for one in due)
    late = [one for one in due if one.status in {"missing", "incomplete"}]
    return Supplies(
        sentence=_sentence(due, counts),
        gap=_gap([f"{one.partner}, {one.period}" for one in late]),
        next_due=min((one.due for one in owed if one.due > day), default=None),
        is_known=True,
    )


def _sentence(due: "list[Supply]", counts: "Counter[Status]") -> str:
    if not due:
        return "No supply has fallen due yet"
    states = ", ".join(f"{number} {status}" for status, number in counts.most_common())
    return f"{plural(len(due), 'supply', 'supplies')} fell due since {plain_day(min(one.due for one in due))}: {states}"


def _gap(late: list[str]) -> str:
    if not late:
        return NO_GAP
    others = f" and {plural(len(late) - 3, 'other')}" if len(late) > 3 else ""
    return f"Not come, or not whole: {'; '.join(late[:3])}{others}."
