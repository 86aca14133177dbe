"""The difference of two independent shares of which only the intervals are known."""

import math
from dataclasses import dataclass

from scipy.special import ndtr, ndtri

METHOD = "difference of two shares from their own intervals (MOVER), with a z test"


@dataclass(frozen=True)
class Share:
    """A share between 0 and 1, with its interval."""

    value: float
    lower: float
    upper: float


@dataclass(frozen=True)
class Difference:
    """`estimate` is the later share less the earlier, with its interval; `p` is two-sided."""

    estimate: float
    lower: float
    upper: float
    p: float
    method: str = METHOD


def difference_of_shares(earlier: Share, later: Share, *, level: float = 0.95) -> Difference:
    """How far a share moved, when each has an interval of the same `level` that already allows for its clustering.

    Source: Zou and Donner (2008), Statistics in Medicine 27, 1693-1702. The test takes each standard error to be the
    interval's width over twice the normal quantile.

    >>> result = difference_of_shares(Share(0.218, 0.190, 0.249), Share(0.161, 0.136, 0.189))
    >>> round(result.estimate, 3), round(result.lower, 3), round(result.upper, 3), result.p < 0.01
    (-0.057, -0.097, -0.017, True)
    """
    estimate = later.value - earlier.value
    lower = estimate - math.hypot(later.value - later.lower, earlier.upper - earlier.value)
    upper = estimate + math.hypot(later.upper - later.value, earlier.value - earlier.lower)
    width = math.hypot(later.upper - later.lower, earlier.upper - earlier.lower)
    error = width / (2 * float(ndtri((1 + level) / 2)))
    p = 2 * float(ndtr(-abs(estimate) / error)) if error > 0 else 1.0
    return Difference(estimate, lower, upper, p)
