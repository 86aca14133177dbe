"""What each partner owes under section 17A, for the pages."""

from dataclasses import dataclass
from datetime import date

from wardmote.definitions.rules import RulePack, find_rule_pack
from wardmote.errors import BadInput
from wardmote.evidence.duties.calendar import SECTION_17A, DutyCalendar, duty_calendar
from wardmote.evidence.duties.officers import keeps_by_hand
from wardmote.evidence.duties.periods import month_after, periods_between
from wardmote.evidence.evidence import Evidence
from wardmote.evidence.sources.partner import CARDS_FOLDER
from wardmote.measures.periods import financial_year

_PERIODS_SHOWN = 4
_FIRST_MONTH_OF_YEAR = 4
_PARTNERS_TABLES = ("events", "episodes", "tallies")


@dataclass(frozen=True)
class DutyAnswer:
    """The calendar of a financial year or, where `year` is empty, of the periods that lead up to the day.

    `years` are those that may be chosen, newest first. `newest` is the last month that anything came of, and
    `is_kept_by_hand` whether the file of officers is one that the site does not write.
    """

    calendar: DutyCalendar
    year: str
    years: tuple[str, ...]
    newest: date | None
    is_kept_by_hand: bool


def duty_answer(evidence: Evidence, *, year: str, on: date) -> DutyAnswer:
    """The calendar as seen on a day; raises BadInput where the year is none."""
    folder = evidence.workspace.folder
    rules = find_rule_pack(SECTION_17A, folder / "rules")
    first, last = _span(rules, year, on)
    months = _months_held(evidence)
    return DutyAnswer(
        calendar=duty_calendar(evidence, rules, first=first, last=last, on=on, cards=folder / CARDS_FOLDER),
        year=year,
        years=_years(months[0] if months else on, on),
        newest=months[1] if months else None,
        is_kept_by_hand=keeps_by_hand(folder),
    )


def has_partners(evidence: Evidence) -> bool:
    """Whether anything of any partner was ever loaded."""
    return any(file.slices.get(table) for load in evidence.loads for file in load.files for table in _PARTNERS_TABLES)


def _span(rules: RulePack, year: str, on: date) -> tuple[date, date]:
    if not year:
        periods = periods_between(rules.at(on), month_after(on.replace(day=1), -15), on)[-_PERIODS_SHOWN:]
        return periods[0].first, periods[-1].first
    months = financial_year(year)
    if months is None:
        raise BadInput(f"“{year}” is not a financial year", do="write it like 2024-25")
    return months


def _months_held(evidence: Evidence) -> tuple[date, date] | None:
    rows = evidence.snapshot.rows(
        "SELECT min(month), max(month) FROM (SELECT month FROM events UNION ALL SELECT first FROM tallies UNION ALL"
        " SELECT coalesce(referred_on, started_on, completed_on) FROM episodes)"
    )
    first, last = rows[0]
    return (date.fromisoformat(str(first)[:10]), date.fromisoformat(str(last)[:10])) if first and last else None


def _years(first: date, last: date) -> tuple[str, ...]:
    begins = [day.year if day.month >= _FIRST_MONTH_OF_YEAR else day.year - 1 for day in (first, last)]
    return tuple(f"{year}-{(year + 1) % 100:02}" for year in range(begins[1], min(begins) - 1, -1))
