"""Which months are held for each force, in words first and as a calendar behind."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from wardmote.assessment.wording import listing
from wardmote.web.core.components import Cell, Table
from wardmote.web.core.wording import month_runs, plural, run_words
from wardmote.web.insight.queries.held import Held

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True)
class ForceCalendar:
    """One force's months: sentences, and a table of years by months holding the number of crimes and incidents."""

    force: str
    sentences: tuple[str, ...]
    table: Table


def force_calendar(force: str, held: Held) -> ForceCalendar:
    """The calendar of one force that has crimes and incidents."""
    rows_by_month = held.incidents[force]
    months = tuple(sorted(rows_by_month))
    kinds = (("Outcomes", held.outcomes), ("Stops and searches", held.searches))
    others = tuple(f"{name}: {held_words(tuple(sorted(rows[force])))}" for name, rows in kinds if force in rows)
    return ForceCalendar(
        force=held.force_names[force],
        sentences=(f"Crimes and incidents: {held_words(months)}", *others),
        table=Table(
            caption=f"{held.force_names[force]}: crimes and incidents held, by month",
            heads=("Year", *MONTHS),
            rows=tuple(_year_row(year, rows_by_month) for year in range(months[0].year, months[-1].year + 1)),
            numeric=frozenset(range(1, 13)),
        ),
    )


def held_words(held: tuple[date, ...]) -> str:
    """How many months are held, from when to when, and which are missing in between."""
    missing = missing_months(held)
    start = f"{plural(len(held), 'month')}, {run_words((held[0], held[-1]))}"
    if not missing:
        return f"{start}, none missing."
    return f"{start}; {plural(len(missing), 'month')} missing: {missing_words(held)}."


def missing_months(held: tuple[date, ...]) -> tuple[date, ...]:
    """Months between the first and the last held that are not held themselves."""
    first, last = (month.year * 12 + month.month - 1 for month in (held[0], held[-1]))
    between = (date(number // 12, number % 12 + 1, 1) for number in range(first, last + 1))
    return tuple(month for month in between if month not in set(held))


def missing_words(held: tuple[date, ...]) -> str:
    """The missing months in words; empty where none is missing."""
    return listing(tuple(run_words(run) for run in month_runs(missing_months(held))))


def _year_row(year: int, rows_by_month: Mapping[date, int]) -> tuple[Cell, ...]:
    months = (date(year, number, 1) for number in range(1, 13))
    return (Cell(str(year)), *(Cell(_held_in(month, rows_by_month), is_number=True) for month in months))


def _held_in(month: date, rows_by_month: Mapping[date, int]) -> str:
    if month in rows_by_month:
        return f"{rows_by_month[month]:,}"
    return "missing" if min(rows_by_month) < month < max(rows_by_month) else "–"
