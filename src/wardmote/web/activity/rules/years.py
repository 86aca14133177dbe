"""Financial years, in which activity is told."""

from dataclasses import dataclass
from datetime import date

from wardmote.errors import BadInput


@dataclass(frozen=True)
class Year:
    """A year from April to March, or all time where it has no first day."""

    name: str
    first: date | None = None
    last: date | None = None

    @property
    def words(self) -> str:
        """As a sentence says it."""
        return f"In {self.name}" if self.first else "In all years"


ALL = Year("all")


def year_of(day: date) -> Year:
    """The financial year that a day lies in."""
    start = day.year if day.month >= 4 else day.year - 1
    return Year(f"{start}-{(start + 1) % 100:02}", date(start, 4, 1), date(start + 1, 3, 31))


def asked_year(name: str, *, today: date) -> Year:
    """The year that an address names ("2024-25", "all"), or this one. Raises `BadInput`."""
    if not name:
        return year_of(today)
    if name == ALL.name:
        return ALL
    start = name[:4]
    if start.isdecimal() and 1990 <= int(start) <= 2200 and (year := year_of(date(int(start), 4, 1))).name == name:
        return year
    raise BadInput(f"“{name}” is not a year", do="write it like 2024-25, or all")
