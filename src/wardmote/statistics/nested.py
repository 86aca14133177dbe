"""Two counts of the same records, of which each may hold some that the other does not."""

import math

import numpy as np

from wardmote.statistics.intervals import Interval, count_interval

METHOD = "difference of the counts that only one of the two has, from their exact intervals (MOVER)"


def difference_of_overlapping_counts(only_first: float, only_second: float, *, level: float = 0.95) -> Interval:
    """The second count less the first, from the records that only one of them counts; those of both drop out.

    Source: Zou and Donner (2008), Statistics in Medicine 27, 1693-1702, with exact Poisson limits of each part.

    >>> found = difference_of_overlapping_counts(30, 0)
    >>> found.value.item(), round(found.lower.item(), 1), round(found.upper.item(), 1)
    (-30.0, -42.8, -19.6)
    """
    parts = count_interval([only_first, only_second], level=level)
    value = parts.value[1] - parts.value[0]
    below, above = parts.value - parts.lower, parts.upper - parts.value
    lower, upper = value - math.hypot(below[1], above[0]), value + math.hypot(above[1], below[0])
    return Interval(np.asarray(value), np.asarray(lower), np.asarray(upper), level=level, method=METHOD)
