"""Two plain counts, or two shares, compared with each other."""

from dataclasses import dataclass

import numpy as np
from scipy.special import betainc, betaincinv, gammaln, ndtr

from wardmote.statistics.arrays import FloatArray, number_or_none
from wardmote.statistics.intervals import proportion_interval

_SMALL_EXPECTED = 5
_TIE = 1 + 1e-9


@dataclass(frozen=True)
class Comparison:
    """`estimate` with `lower` and `upper` is the second over the first (counts) or less the first (proportions).

    `z` is None for an exact test. `distinguishable` is None when there is nothing to compare.
    """

    estimate: float | None
    lower: float | None
    upper: float | None
    z: float | None
    p: float | None
    method: str
    distinguishable: bool | None


def compare_counts(
    first: float, second: float, *, exposures: tuple[float, float] = (1.0, 1.0), level: float = 0.95
) -> Comparison:
    """The ratio of two Poisson rates, `second` over `first`, by the exact conditional binomial test.

    `exposures` are the time or population that each count stands on. Source: Przyborowski and Wilenski (1940),
    Biometrika 31, 313-323. The limits are Clopper and Pearson's and the p-value twice the smaller tail, so they agree.

    >>> compare_counts(734, 721).p.__round__(2)
    0.75
    """
    before, after, weight = np.asarray(first, float), np.asarray(second, float), exposures[1] / exposures[0]
    lower, upper = exact_ratio_interval(before, after, level=level)
    p = number_or_none(float(exact_ratio_p(before, after, exposure_ratio=weight)))
    return Comparison(
        estimate=second / first / weight if first > 0 else None,
        lower=number_or_none(float(lower / weight)),
        upper=number_or_none(float(upper / weight)),
        z=None,
        p=p,
        method="exact conditional binomial",
        distinguishable=None if p is None else p < 1 - level,
    )


def exact_ratio_p(first: FloatArray, second: FloatArray, *, exposure_ratio: float | FloatArray = 1.0) -> FloatArray:
    """Two-sided exact p-value that second / first is the ratio of their exposures; NaN where both are zero."""
    total = first + second
    share = exposure_ratio / (1 + np.asarray(exposure_ratio))
    at_least = np.where(second > 0, betainc(np.maximum(second, 1), first + 1, share), 1.0)
    at_most = np.where(first > 0, betainc(np.maximum(first, 1), second + 1, 1 - share), 1.0)
    return np.where(total > 0, np.minimum(2 * np.minimum(at_least, at_most), 1.0), np.nan)


def exact_ratio_interval(first: FloatArray, second: FloatArray, *, level: float) -> tuple[FloatArray, FloatArray]:
    """Clopper and Pearson's limits of second / first; NaN where both are zero, infinite above where `first` is."""
    tail = (1 - level) / 2
    low = np.where(second > 0, betaincinv(np.maximum(second, 1), first + 1, tail), 0.0)
    high = np.where(first > 0, betaincinv(second + 1, np.maximum(first, 1), 1 - tail), 1.0)
    nothing = (first + second) == 0
    with np.errstate(divide="ignore"):
        lower, upper = low / (1 - low), high / (1 - high)
    return np.where(nothing, np.nan, lower), np.where(nothing, np.nan, upper)


def compare_proportions(
    first: int, first_base: int, second: int, second_base: int, *, level: float = 0.95
) -> Comparison:
    """The share `second / second_base` less the share `first / first_base`.

    The pooled z test, or Fisher's exact test where an expected count is below 5; the interval is Newcombe's (1998,
    Statistics in Medicine 17, 873-890, method 10), which is built from the two Wilson intervals.

    >>> result = compare_proportions(160, 734, 116, 721)
    >>> round(result.z, 2), round(result.p, 4)
    (-2.78, 0.0055)
    """
    if first > first_base or second > second_base or min(first, second) < 0:
        raise ValueError("A part is larger than the whole it is a share of. Check that both count the same things.")
    if min(first_base, second_base) == 0:
        return Comparison(None, None, None, None, None, "not available: a base is zero", None)
    lower, upper = _newcombe(first, first_base, second, second_base, level=level)
    pooled = (first + second) / (first_base + second_base)
    is_small = min(first_base, second_base) * min(pooled, 1 - pooled) < _SMALL_EXPECTED
    z = None if is_small else _pooled_z(first, first_base, second, second_base, pooled=pooled)
    p = fisher_p(first, first_base, second, second_base) if z is None else 2 * float(ndtr(-abs(z)))
    return Comparison(
        estimate=second / second_base - first / first_base,
        lower=lower,
        upper=upper,
        z=z,
        p=p,
        method="Fisher's exact test" if is_small else "pooled z test",
        distinguishable=p < 1 - level,
    )


def _pooled_z(first: int, first_base: int, second: int, second_base: int, *, pooled: float) -> float:
    spread = np.sqrt(pooled * (1 - pooled) * (1 / first_base + 1 / second_base))
    return float((second / second_base - first / first_base) / spread)


def _newcombe(first: int, first_base: int, second: int, second_base: int, *, level: float) -> tuple[float, float]:
    both = proportion_interval([first, second], [first_base, second_base], level=level)
    below, above = both.value - both.lower, both.upper - both.value
    difference = float(both.value[1] - both.value[0])
    return (difference - float(np.hypot(below[1], above[0])), difference + float(np.hypot(above[1], below[0])))


def fisher_p(first: int, first_base: int, second: int, second_base: int) -> float:
    """Fisher's exact two-sided p-value: the chance of every table with the same margins that is no more likely."""
    events = first + second
    possible = np.arange(max(0, events - second_base), min(events, first_base) + 1, dtype=float)
    chances = np.exp(
        _log_choose(first_base, possible)
        + _log_choose(second_base, events - possible)
        - _log_choose(first_base + second_base, np.asarray(float(events)))
    )
    seen = chances[first - int(possible[0])]
    return float(min(chances[chances <= seen * _TIE].sum(), 1.0))


def _log_choose(whole: int, part: FloatArray) -> FloatArray:
    return np.asarray(gammaln(whole + 1) - gammaln(part + 1) - gammaln(whole - part + 1))
