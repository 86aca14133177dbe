"""Working days: neither a Saturday, nor a Sunday, nor a bank holiday in any of the nations asked for."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache

from wardmote.definitions.clocks import Nation

_SUBDIVISIONS: dict[Nation, str] = {"England": "ENG", "Wales": "WLS", "Scotland": "SCT", "Northern Ireland": "NIR"}


def is_working_day(day: date, *, nations: Iterable[Nation]) -> bool:
    """Whether people work on this day in all of these nations."""
    return day.weekday() < 5 and not any(day in _bank_holidays(nation, day.year) for nation in nations)


def working_day_after(day: date, number: int, *, nations: Iterable[Nation]) -> date:
    """The working day with this number, of which the first is the next working day after `day`.

    Source: Freedom of Information Act 2000, section 10(6), for the union of all four nations.
    """
    where = tuple(nations)
    while number:
        day += timedelta(days=1)
        number -= is_working_day(day, nations=where)
    return day


@cache
def _bank_holidays(nation: Nation, year: int) -> frozenset[date]:
    # The package's own start imports every country of the world, which takes a second.
    from holidays.countries.united_kingdom import UnitedKingdom

    return frozenset(UnitedKingdom(subdiv=_SUBDIVISIONS[nation], years=year))  # type: ignore[no-untyped-call]
