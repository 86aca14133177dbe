"""Changes, months and dates as people say them; numbers are worded as in the assessment."""

import math
from datetime import date, datetime

from wardmote.assessment.wording import NOT_AVAILABLE


def change_of_ratio(ratio: float | None) -> str:
    """0.8 as "down 20%", 1.05 as "up 5%", and 1.001 as "no change"."""
    if ratio is None or math.isnan(ratio):
        return NOT_AVAILABLE
    percent = round(abs(ratio - 1) * 100)
    if percent == 0:
        return "no change"
    return f"{'down' if ratio < 1 else 'up'} {percent:,}%"


def change_of_points(points: float | None) -> str:
    """A difference of -2.34 percentage points as "down 2.3 points"."""
    if points is None or math.isnan(points):
        return NOT_AVAILABLE
    if round(abs(points), 1) == 0:
        return "no change"
    return f"{'down' if points < 0 else 'up'} {abs(points):.1f} points"


def month_name(month: date) -> str:
    """March 2024."""
    return f"{month:%B %Y}"


def month_value(month: date) -> str:
    """2024-03, as it stands in addresses."""
    return f"{month:%Y-%m}"


def day(when: datetime) -> str:
    """3 March 2024."""
    return f"{when.day} {when:%B %Y}"


def share(part: int, *, of: int) -> str:
    """9 of 120 as "7.5%"; a share too small to show says so."""
    percent = 100 * part / of if of else 0.0
    return "less than 0.1%" if part and percent < 0.1 else f"{percent:.1f}%"


def moment(when: datetime) -> str:
    """3 March 2024 at 14:05."""
    return f"{day(when)} at {when:%H:%M}"


def plural(number: int, one: str, many: str = "") -> str:
    """1 row, 2 rows, 1,200 rows."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def month_runs(months: tuple[date, ...]) -> tuple[tuple[date, date], ...]:
    """Months, in order, as unbroken runs from first to last."""
    runs: list[tuple[date, date]] = []
    for month in months:
        if runs and _is_next(runs[-1][1], month):
            runs[-1] = (runs[-1][0], month)
        else:
            runs.append((month, month))
    return tuple(runs)


def run_words(run: tuple[date, date]) -> str:
    """March 2024, or March 2024 to May 2024."""
    first, last = run
    return month_name(first) if first == last else f"{month_name(first)} to {month_name(last)}"


def _is_next(month: date, other: date) -> bool:
    return other.year * 12 + other.month == month.year * 12 + month.month + 1


def sentence_case(text: str) -> str:
    """The same words with a capital at the start."""
    return text[:1].upper() + text[1:]


def plain_day(when: date) -> str:
    """3 March 2024, of a date that has no time."""
    return f"{when.day} {when:%B %Y}"
