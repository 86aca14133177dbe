"""How a finding is said: numbers, differences and intervals in plain English."""

import calendar
from collections.abc import Sequence

LEVEL = 0.05
_TIMES = 2.0
_SAME = 0.0005
_MOST_MONTHS_NAMED = 3
# How near a change has to be to a part of a whole to be called by its name.
_CLOSE = 0.025
_PARTS = (
    (0.1, "a tenth"),
    (0.2, "a fifth"),
    (0.25, "a quarter"),
    (1 / 3, "a third"),
    (0.5, "a half"),
    (2 / 3, "two thirds"),
    (0.75, "three quarters"),
)


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


def rate(value: float | None) -> str:
    """A rate or a gap between two, with a true minus and no minus before nought."""
    if value is None:
        return "no limit"
    digits = 2 if abs(value) < 1 else 1
    return f"{round(value, digits) + 0.0:,.{digits}f}".replace("-", "\N{MINUS SIGN}")


def percent(ratio: float) -> str:
    """How far a ratio is from one, such as 19%; with one decimal place where it is small."""
    size = abs(ratio - 1) * 100
    return f"{size:.1f}%" if size < 9.95 else f"{size:.0f}%"


def moved(ratio: float) -> str:
    """Such as fell by 19%."""
    return f"{'fell' if ratio < 1 else 'rose'} by {percent(ratio)}"


def moved_about(ratio: float) -> str:
    """The same as one would say it aloud, such as fell by about a fifth."""
    if ratio >= _TIMES:
        return f"rose to {ratio:.1f} times as many"
    size = abs(ratio - 1)
    part, words = min(_PARTS, key=lambda one: abs(one[0] - size))
    amount = f"about {words}" if abs(part - size) <= _CLOSE else f"{size:.0%}"
    return f"{'fell' if ratio < 1 else 'rose'} by {amount}"


def difference(ratio: float) -> str:
    """Such as 19% lower, or 2.7 times as high."""
    if ratio >= _TIMES:
        return f"{ratio:.1f} times as high"
    return "no different" if abs(ratio - 1) < _SAME else f"{percent(ratio)} {'lower' if ratio < 1 else 'higher'}"


def against(ratio: float) -> str:
    """How one level stands against another, such as 19% lower than, or 2.7 times as high as."""
    return f"{difference(ratio)} {'as' if ratio >= _TIMES else 'from' if abs(ratio - 1) < _SAME else 'than'}"


def shares_in_brief(name: str, before: float, after: float, *, is_distinguishable: bool | None) -> str:
    """How a share changed, as one would say it aloud."""
    if is_distinguishable:
        verb = "fell" if after < before else "rose"
        return f"{name} {verb} in a year from {before:.0%} to {after:.0%}, more than chance explains."
    return f"{name}: {after:.0%} in a year, and {before:.0%} the year before. Chance may explain the difference."


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
