"""What a plain count of the written rows gives, year by year."""

from datetime import date

import numpy as np
import numpy.typing as npt

from wardmote.synthetic.partners.repeats import look_forward
from wardmote.synthetic.partners.truths import YearCount
from wardmote.synthetic.partners.world import World

Numbers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
_FOLLOWED_DAYS = 365


def counts(world: World, day: Numbers) -> tuple[YearCount, ...]:
    """Rows in each whole year, by day number."""
    return tuple(YearCount(start, int(((day >= a) & (day < b)).sum())) for start, a, b in _years(world))


def shares(world: World, day: Numbers, *, is_so: Flags, base: Flags) -> tuple[YearCount, ...]:
    """Of the rows in `base` those that are so, in each whole year."""
    found = []
    for start, a, b in _years(world):
        inside = (day >= a) & (day < b) & base
        found.append(YearCount(start, int((inside & is_so).sum()), int(inside.sum())))
    return tuple(found)


def repeats(world: World, day: Numbers, person: Numbers, *, chosen: Flags) -> tuple[YearCount, ...]:
    """People with another event within 365 days of their first in the year, where all can be followed that long."""
    found = []
    for start, a, b in _years(world):
        if b + _FOLLOWED_DAYS <= world.last_day + 1:
            people, again = look_forward(day[chosen], person[chosen], start=a, end=b, days=_FOLLOWED_DAYS)
            found.append(YearCount(start, again, people))
    return tuple(found)


def _years(world: World) -> list[tuple[date, int, int]]:
    return [(start, start.toordinal(), end.toordinal()) for start, end in world.years]
