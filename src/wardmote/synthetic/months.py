"""Whole months, each held as the first day of its month."""

from datetime import date

FIRST_MONTH = date(2022, 4, 1)
LAST_MONTH_WITH_2011_CODES = date(2023, 4, 1)


def shift(month: date, *, by: int) -> date:
    """The month that lies `by` months after (or, if negative, before) this one."""
    index = month.year * 12 + month.month - 1 + by
    return date(index // 12, index % 12 + 1, 1)


def span(first: date, *, length: int) -> tuple[date, ...]:
    """`length` months in a row, from `first`."""
    return tuple(shift(first, by=i) for i in range(length))


def label(month: date) -> str:
    """The month as the police files write it: `2024-03`."""
    return f"{month:%Y-%m}"
