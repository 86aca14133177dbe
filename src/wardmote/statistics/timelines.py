"""Each person's days in order, so that what came before and after can be asked for a million of them at once."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

IntArray = npt.NDArray[np.int64]
# Far beyond any day, and small enough that a day can be added to it.
NEVER = 2**62
NO_ONE = -1


@dataclass(frozen=True)
class Timelines:
    """The days on which something happened to each person, sorted by person and day (whole numbers both)."""

    people: IntArray
    keys: IntArray
    first_day: int
    span_days: int

    def next_day(self, persons: IntArray, not_before: IntArray) -> IntArray:
        """The first of each person's days that is not before the day given with them; NEVER where there is none."""
        if not self.keys.size:
            return np.full(persons.shape, NEVER)
        code, is_known = self._codes(persons)
        offset = np.clip(not_before - self.first_day, 0, self.span_days - 1)
        place = np.searchsorted(self.keys, code * self.span_days + offset)
        found = self.keys[np.minimum(place, self.keys.size - 1)]
        is_theirs = is_known & (place < self.keys.size) & (found // self.span_days == code)
        day = found % self.span_days + self.first_day
        return np.where(is_theirs & (day >= not_before), day, NEVER)

    def last_day(self, persons: IntArray, not_after: IntArray) -> IntArray:
        """The last of each person's days that is not after the day given with them; -NEVER where there is none."""
        if not self.keys.size:
            return np.full(persons.shape, -NEVER)
        code, is_known = self._codes(persons)
        offset = np.clip(not_after - self.first_day, 0, self.span_days - 1)
        place = np.searchsorted(self.keys, code * self.span_days + offset, side="right") - 1
        found = self.keys[np.maximum(place, 0)]
        is_theirs = is_known & (place >= 0) & (found // self.span_days == code)
        day = found % self.span_days + self.first_day
        return np.where(is_theirs & (day <= not_after), day, -NEVER)

    def _codes(self, persons: IntArray) -> tuple[IntArray, npt.NDArray[np.bool_]]:
        code = np.minimum(np.searchsorted(self.people, persons), self.people.size - 1)
        return code, self.people[code] == persons


def timelines_of(persons: npt.ArrayLike, days: npt.ArrayLike) -> Timelines:
    """The timelines of `persons` (whole numbers; below zero for nobody identified) with an event on each of `days`.

    Raises ValueError for anything but whole numbers, or arrays of different length.
    """
    who, when = as_whole(persons), as_whole(days)
    if who.shape != when.shape or who.ndim != 1:
        raise ValueError("Persons and days need one figure an event, and as many of one as of the other.")
    who, when = who[who > NO_ONE], when[who > NO_ONE]
    if not who.size:
        return Timelines(who, who, 0, 1)
    people, code = np.unique(who, return_inverse=True)
    first, span = int(when.min()), int(when.max() - when.min()) + 1
    keys = code.astype(np.int64) * span + (when - first)
    keys.sort()
    return Timelines(people, keys, first, span)


def as_whole(values: npt.ArrayLike) -> IntArray:
    """Whole numbers as such; raises ValueError for any others, and for missing ones."""
    given = np.asarray(values)
    if given.size and not np.issubdtype(given.dtype, np.integer):
        raise ValueError("Persons and days have to be whole numbers. Number the persons, and count days from any day.")
    return given.astype(np.int64)
