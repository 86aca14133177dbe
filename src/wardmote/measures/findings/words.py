"""How a finding is said: numbers, differences and intervals in plain English."""

import calendar
from collections.abc import Sequence

LEVEL = 0.05
_TIMES = 2.0
_SAME = 0.0005
_MOST_MONTHS_NAMED = 3


def verdict(*, is_distinguishable: bool | None, p: float | None) -> str:
    """What may be said of chance. A test that passes alone but not among many looks says so."""
    if is_distinguishable:
        return "more than chance explains"
    if p is not None and p < LEVEL:
        return "striking on its own, but among so many figures looked at together chance may explain it"
    return "no more than chance may explain"


def number(count: float) -> str:
    """A count with commas."""
    return f"{count:,.0f}"


def percent(ratio: float) -> str:
    """How far a ratio is from one, such as 19%; with one decimal place where it is small."""
    size = abs(ratio - 1) * 100
    return f"{size:.1f}%" if size < 9.95 else f"{size:.0f}%"


def moved(ratio: float) -> str:
    """Such as fell by 19%."""
    return f"{'fell' if ratio < 1 else 'rose'} by {percent(ratio)}"


def difference(ratio: float) -> str:
    """Such as 19% lower, or 2.7 times as high."""
    if ratio >= _TIMES:
        return f"{ratio:.1f} times as high"
    return "no different" if abs(ratio - 1) < _SAME else f"{percent(ratio)} {'lower' if ratio < 1 else 'higher'}"


def against(ratio: float) -> str:
    """How one level stands against another, such as 19% lower than, or 2.7 times as high as."""
    return f"{difference(ratio)} {'as' if ratio >= _TIMES else 'from' if abs(ratio - 1) < _SAME else 'than'}"


def interval(lower: float | None, upper: float | None) -> str:
    """Such as (95% interval: 28% lower to 4.1% higher)."""
    if lower is None or upper is None:
        return ""
    high = "any number of times as high" if upper == float("inf") else difference(upper)
    return f" (95% interval: {difference(lower)} to {high})"


def months(numbers: Sequence[int]) -> str:
    """Names of calendar months: July, or July or August."""
    names = [calendar.month_name[number] for number in numbers]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"


def extreme_month(best: int, contenders: Sequence[int]) -> str:
    """The highest or lowest calendar month; only about it, where more than two others cannot be told apart from it."""
    if len(contenders) <= _MOST_MONTHS_NAMED:
        return months(contenders)
    return f"about {calendar.month_name[best]}"


def looks(n: int) -> str:
    """How the correction for many looks is named in a method."""
    return f"; p adjusted for {n} looks together (Benjamini-Hochberg)" if n > 1 else ""
