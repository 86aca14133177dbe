"""How numbers, months and units are written for people."""

import calendar
import math
from collections.abc import Iterable
from datetime import date

from wardmote.measures.series import Period, Series

NOT_AVAILABLE = "not available"
_WHOLE_FROM = 1000
_TENS = 10


def number(value: float, *, unit: str) -> str:
    """A value with as many decimals as its unit deserves; a value that is not there says so."""
    if math.isnan(value):
        return NOT_AVAILABLE
    return _fixed(value, unit=unit, digits=_digits(value, unit=unit))


def interval(lower: float, upper: float, *, unit: str) -> str:
    """An interval, such as `9.1 to 11.4`; both its ends have as many decimals as one another."""
    if math.isnan(lower) or math.isnan(upper):
        return NOT_AVAILABLE
    digits = _digits(lower, unit=unit)
    if abs(upper) >= _TENS:
        digits = min(digits, _digits(upper, unit=unit))
    return f"{_fixed(lower, unit=unit, digits=digits)} to {_fixed(upper, unit=unit, digits=digits)}"


def _digits(value: float, *, unit: str) -> int:
    """A rate below one needs a second decimal, or many places would seem to have the same."""
    if unit == "%":
        return 1
    if unit == "count" or abs(value) >= _WHOLE_FROM:
        return 0
    return 2 if abs(value) < 1 else 1


def _fixed(value: float, *, unit: str, digits: int) -> str:
    """With a true minus, and none before a nought."""
    written = f"{round(value, digits) + 0.0:,.{digits}f}{'%' if unit == '%' else ''}"
    return written.replace("-", "\N{MINUS SIGN}")


def unit_in_words(series: Series) -> str:
    """What is counted, such as `crimes` or `incidents per 1,000 residents`."""
    if series.unit == "count":
        return series.measure.counts
    if series.measure.severity:
        return series.unit
    if series.unit == "%":
        return f"% of {series.measure.counts}" if series.measure.denominator is None else "%"
    return f"{series.measure.counts} {series.unit}"


def month(day: date) -> str:
    """Such as `Mar 2021`."""
    return f"{calendar.month_abbr[day.month]} {day.year}"


def span(periods: tuple[Period, ...]) -> str:
    """The months that some periods cover, such as `Apr 2019 to Mar 2021`."""
    if not periods:
        return NOT_AVAILABLE
    first, last = min(period.first for period in periods), max(period.last for period in periods)
    return month(first) if first == last else f"{month(first)} to {month(last)}"


def month_runs(months: Iterable[date]) -> str:
    """Months with those that follow each other joined, such as `May 2025 and July 2025 to March 2026`."""
    runs: list[list[date]] = []
    for day in sorted(months):
        if runs and (day.year - runs[-1][-1].year) * 12 + day.month - runs[-1][-1].month == 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    ends = ((f"{run[0]:%B %Y}", f"{run[-1]:%B %Y}") for run in runs)
    return listing(first if first == last else f"{first} to {last}" for first, last in ends)


def listing(words: Iterable[str]) -> str:
    """Words joined as in speech: `a, b and c`."""
    words = list(words)
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def in_words(period: Period) -> str:
    """A period as people say it, such as `March 2021`, `12 months to March 2021` or `2020-21`."""
    last = f"{calendar.month_name[period.last.month]} {period.last.year}"
    return {"month": last, "rolling-12": f"12 months to {last}"}.get(period.kind, period.label)


def percent_change(ratio: float | None) -> str:
    """A ratio as a change, such as `−12%`; with one decimal where it is under 10%."""
    if ratio is None or math.isnan(ratio) or math.isinf(ratio):
        return NOT_AVAILABLE
    change = 100 * (ratio - 1)
    words = f"{change:+.1f}%" if abs(change) < 9.95 else f"{change:+.0f}%"
    return words.replace("-", "\N{MINUS SIGN}")


def percent_range(lower: float | None, upper: float | None) -> str:
    """The interval of a change, such as `−18% to −4.2%`."""
    if lower is None or upper is None:
        return NOT_AVAILABLE
    return f"{percent_change(lower)} to {percent_change(upper)}"


def capital_first(text: str) -> str:
    """For the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """For use inside a sentence: `Burglary` becomes `burglary`, while `ASB` stays."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]
