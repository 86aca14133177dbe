"""How large would a change have to be, or the count that it starts from, before it could be told from chance?"""

import numpy as np

from wardmote.statistics.comparison import exact_ratio_p

_MOST_EVENTS = 2**40


def largest_fall_count(before: int, *, level: float = 0.95) -> int | None:
    """The largest later count that is a distinguishable fall from `before`; None where even none at all is not.

    Both counts stand on equal time and scatter no more than Poisson's; with more scatter a larger fall is needed.

    >>> largest_fall_count(734)
    659
    """
    if before == 0 or _p(before, 0) >= 1 - level:
        return None
    low, high = 0, before
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _p(before, middle) < 1 - level else (low, middle)
    return low


def smallest_rise_count(before: int, *, level: float = 0.95) -> int:
    """The smallest later count that is a distinguishable rise from `before`; see `largest_fall_count`.

    >>> smallest_rise_count(734)
    813
    """
    low, high = before, 2 * before + 20
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if _p(before, middle) < 1 - level else (middle, high)
    return high


def base_for_change(ratio: float, *, level: float = 0.95) -> int:
    """The smallest count before at which a change to `ratio` times it (0.94: a fall of 6%) would be distinguishable.

    Counts are rounded to whole ones nowhere, so that the answer does not jump about. Raises ValueError for a ratio of
    1, which no count makes distinguishable, or one below 0.

    >>> base_for_change(0.94)
    2104
    """
    if ratio < 0 or ratio == 1:
        raise ValueError("A change needs a ratio that is not below 0 and not 1.")
    low, high = 0, 1
    while _p(high, ratio * high) >= 1 - level:
        low, high = high, high * 2
        if high > _MOST_EVENTS:
            raise ValueError("No count makes so small a change distinguishable. Give a larger one.")
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if _p(middle, ratio * middle) < 1 - level else (middle, high)
    return high


def _p(before: float, after: float) -> float:
    return float(exact_ratio_p(np.asarray(float(before)), np.asarray(float(after))))
