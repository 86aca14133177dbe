"""Months, and the quarters, financial years and rolling years made of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from wardmote.measures.series import Period, PeriodKind

MONTHS_IN_YEAR = 12
_FIRST_MONTH_OF_FINANCIAL_YEAR = 4


def add_months(month: date, months: int) -> date:
    """The first day of the month so many months later."""
    index = month.year * MONTHS_IN_YEAR + month.month - 1 + months
    return date(index // MONTHS_IN_YEAR, index % MONTHS_IN_YEAR + 1, 1)


def months_from(first: date, last: date) -> list[date]:
    """Every month from `first` to `last`, both included."""
    size = (last.year - first.year) * MONTHS_IN_YEAR + last.month - first.month + 1
    return [add_months(first, i) for i in range(max(size, 0))]


@dataclass(frozen=True)
class Window:
    """A period, and the positions of its months in the run of months that it was made from."""

    period: Period
    start: int
    stop: int


def windows(kind: PeriodKind, months: Sequence[date]) -> list[Window]:
    """The whole periods of a kind within a run of consecutive months. Quarters and years are financial, from April."""
    if kind == "month":
        return [Window(Period(kind, month, month, f"{month:%Y-%m}"), i, i + 1) for i, month in enumerate(months)]
    if kind == "rolling-12":
        return [
            Window(
                Period(kind, months[stop - MONTHS_IN_YEAR], months[stop - 1], f"12 months to {months[stop - 1]:%Y-%m}"),
                stop - MONTHS_IN_YEAR,
                stop,
            )
            for stop in range(MONTHS_IN_YEAR, len(months) + 1)
        ]
    size = 3 if kind == "quarter" else MONTHS_IN_YEAR
    starts = [i for i, month in enumerate(months) if _is_start(month, size=size) and i + size <= len(months)]
    return [Window(_financial(kind, months[i], months[i + size - 1]), i, i + size) for i in starts]


def financial_year(label: str) -> tuple[date, date] | None:
    """The first and last month of a year written like 2020-21; None where it is not one."""
    start, _, end = label.partition("-")
    if not (start.isdigit() and end.isdigit() and len(start) == 4 and int(end) == (int(start) + 1) % 100):
        return None
    return date(int(start), 4, 1), date(int(start) + 1, 3, 1)


def financial_year_of(month: date) -> int:
    """The year in which the financial year of a month begins."""
    return month.year if month.month >= _FIRST_MONTH_OF_FINANCIAL_YEAR else month.year - 1


def financial_year_label(month: date) -> str:
    """The financial year that a month is in, such as 2020-21."""
    start = financial_year_of(month)
    return f"{start}-{(start + 1) % 100:02}"


def span_in_words(first: date, last: date) -> str:
    """Such as April 2024 to March 2025."""
    return f"{first:%B %Y}" if first == last else f"{first:%B %Y} to {last:%B %Y}"


def _is_start(month: date, *, size: int) -> bool:
    return (month.month - _FIRST_MONTH_OF_FINANCIAL_YEAR) % size == 0


def _financial(kind: PeriodKind, first: date, last: date) -> Period:
    label = financial_year_label(first)
    if kind == "quarter":
        label += f" Q{(first.month - _FIRST_MONTH_OF_FINANCIAL_YEAR) % MONTHS_IN_YEAR // 3 + 1}"
    return Period(kind, first, last, label)
