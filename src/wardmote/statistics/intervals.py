"""Confidence intervals for counts, rates and proportions, over arrays of any shape."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import chdtri, ndtri

from wardmote.statistics.arrays import FloatArray, as_counts

SMALL_COUNT = 10


@dataclass(frozen=True)
class Interval:
    """`value` with its limits, each an array of the same shape; NaN where there is no value."""

    value: FloatArray
    lower: FloatArray
    upper: FloatArray
    level: float
    method: str


def count_interval(count: npt.ArrayLike, *, level: float = 0.95) -> Interval:
    """The interval of the mean that a Poisson count stands for: Byar's from 10 up, the exact chi-square one below.

    `count` is an array of any shape; NaN stays NaN. Source: Breslow and Day (1987), Statistical Methods in Cancer
    Research II; Public Health England's technical guide to confidence intervals (2018) for the switch at 10.

    >>> interval = count_interval(721)
    >>> round(float(interval.lower)), round(float(interval.upper))
    (669, 776)
    """
    counts = as_counts(count)
    # A matrix of many areas and months holds few different counts, and the exact limits are slow to work out.
    each, place = _distinct(counts)
    lower, upper = (limits[place] for limits in _count_limits(each, _tail(level)))
    return Interval(value=counts, lower=lower, upper=upper, level=level, method="Byar, exact below 10")


def rate_interval(count: npt.ArrayLike, base: npt.ArrayLike, *, per: float, level: float = 0.95) -> Interval:
    """Events per `per` of `base` (residents, homes), the base taken as known; NaN where the base is zero or missing.

    `count` and `base` broadcast against each other.
    """
    bases = as_counts(base)
    scale = per / np.where(bases > 0, bases, np.nan)
    counts = count_interval(count, level=level)
    return Interval(
        value=counts.value * scale,
        lower=counts.lower * scale,
        upper=counts.upper * scale,
        level=level,
        method=counts.method,
    )


def proportion_interval(numerator: npt.ArrayLike, denominator: npt.ArrayLike, *, level: float = 0.95) -> Interval:
    """Wilson's score interval for a share between 0 and 1; NaN where the denominator is zero or missing.

    Raises ValueError when a numerator is larger than its denominator. Source: Wilson (1927), JASA 22, 209-212.

    >>> interval = proportion_interval(116, 721)
    >>> round(float(interval.lower), 3), round(float(interval.upper), 3)
    (0.136, 0.189)
    """
    parts, whole = np.broadcast_arrays(as_counts(numerator), as_counts(denominator))
    if np.any(parts > whole):
        raise ValueError("A part is larger than the whole it is a share of. Check that both count the same things.")
    total = np.where(whole > 0, whole, np.nan)
    share = parts / total
    z = -ndtri(_tail(level))
    centre = (share + z**2 / (2 * total)) / (1 + z**2 / total)
    half = z * np.sqrt(share * (1 - share) / total + z**2 / (4 * total**2)) / (1 + z**2 / total)
    return Interval(
        value=share,
        lower=np.maximum(centre - half, 0.0),
        upper=np.minimum(centre + half, 1.0),
        level=level,
        method="Wilson",
    )


def _distinct(counts: FloatArray) -> tuple[FloatArray, npt.NDArray[np.intp]]:
    """The different counts, and for each of `counts` which of them it is."""
    top = counts.max(initial=0)
    if top < counts.size and np.array_equal(place := counts.astype(np.intp), counts):
        # Nearly always they are whole, known, and small enough to be positions themselves, which spares a sort.
        return np.arange(top + 1), place
    return np.unique(counts, return_inverse=True)


def _tail(level: float) -> float:
    if not 0 < level < 1:
        raise ValueError(f"The level is {level}. Give a share between 0 and 1, such as 0.95.")
    return (1 - level) / 2


def _count_limits(counts: FloatArray, tail: float) -> tuple[FloatArray, FloatArray]:
    small = counts < SMALL_COUNT
    lower = np.where(small, _exact_lower(counts, tail), _byar_lower(counts, tail))
    return lower, np.where(small, _exact_upper(counts, tail), _byar_upper(counts, tail))


def _exact_lower(counts: FloatArray, tail: float) -> FloatArray:
    return np.where(counts > 0, chdtri(2 * np.maximum(counts, 1), 1 - tail) / 2, np.where(counts == 0, 0.0, np.nan))


def _exact_upper(counts: FloatArray, tail: float) -> FloatArray:
    return np.asarray(chdtri(2 * counts + 2, tail) / 2)


def _byar_lower(counts: FloatArray, tail: float) -> FloatArray:
    events = np.maximum(counts, 1)
    return np.asarray(events * (1 - 1 / (9 * events) + ndtri(tail) / (3 * np.sqrt(events))) ** 3)


def _byar_upper(counts: FloatArray, tail: float) -> FloatArray:
    events = counts + 1
    return np.asarray(events * (1 - 1 / (9 * events) - ndtri(tail) / (3 * np.sqrt(events))) ** 3)
