"""The day on which a span ends."""

from calendar import monthrange
from datetime import date, timedelta

from wardmote.clocks.working_days import working_day_after
from wardmote.definitions.clocks import Span


def day_after(day: date, span: Span) -> date:
    """The last day of a span that begins with an event on `day`: the day of the event itself is not counted.

    Months and years end on the corresponding date of the month in which they end, or on that month's last day where it
    has no such date. Source: Dodds v Walker [1981] 1 WLR 1027 (the corresponding date rule).

    >>> day_after(date(2025, 1, 31), Span(months=1))
    datetime.date(2025, 2, 28)
    """
    if span.working_days:
        return working_day_after(day, span.working_days, nations=span.nations)
    if span.days:
        return day + timedelta(days=span.days)
    return _months_after(day, span.months + 12 * span.years)


def _months_after(day: date, months: int) -> date:
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
