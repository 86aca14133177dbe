"""Ratios of two totals of counts, with intervals that allow for how much the months behind them scatter."""

from dataclasses import dataclass

import numpy as np

from wardmote.statistics.arrays import FloatArray, ratio_from_log
from wardmote.statistics.averaging import critical_z, two_sided_p
from wardmote.statistics.comparison import exact_ratio_interval, exact_ratio_p
from wardmote.statistics.scatter import Scatter

SMALL_TOTAL = 30


@dataclass(frozen=True)
class Ratios:
    """Arrays of length s; `ratio` is NaN where the first total is zero, and `upper` may be infinite.

    `poisson_error` is the standard error of the logarithm as if the scatter were exactly Poisson's.
    """

    ratio: FloatArray
    lower: FloatArray
    upper: FloatArray
    p: FloatArray
    poisson_error: FloatArray


def ratios_of_totals(
    first: FloatArray, second: FloatArray, scatter: Scatter, *, exposure_ratio: FloatArray | float = 1.0, level: float
) -> Ratios:
    """`second` over `first`, over the ratio of their exposures.

    Where either total is below 30, the answer is never narrower than the exact conditional binomial one.
    """
    log_ratio, poisson_error = _log_ratio(first, second, exposure_ratio)
    is_small = np.minimum(first, second) < SMALL_TOTAL
    exact_p = exact_ratio_p(first, second, exposure_ratio=exposure_ratio)
    exact_lower, exact_upper = exact_ratio_interval(first, second, level=level)
    p = two_sided_p(log_ratio / poisson_error, scatter)
    reach = critical_z(scatter, level=level) * poisson_error
    lower, upper = ratio_from_log(log_ratio - reach), ratio_from_log(log_ratio + reach)
    return Ratios(
        ratio=np.divide(second, first * exposure_ratio, out=np.full_like(first, np.nan), where=first > 0),
        lower=np.where(is_small, np.minimum(lower, exact_lower / exposure_ratio), lower),
        upper=np.where(is_small, np.maximum(upper, exact_upper / exposure_ratio), upper),
        p=np.where(is_small, np.maximum(p, exact_p), p),
        poisson_error=poisson_error,
    )


def _log_ratio(
    first: FloatArray, second: FloatArray, exposure_ratio: FloatArray | float
) -> tuple[FloatArray, FloatArray]:
    """With the Poisson standard error; half an event is added to both totals where one of them has none."""
    add = np.where(np.minimum(first, second) == 0, 0.5, 0.0)
    return np.log((second + add) / (first + add) / exposure_ratio), np.sqrt(1 / (first + add) + 1 / (second + add))
