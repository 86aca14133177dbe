"""P-values and intervals that allow for over-dispersion without supposing that it is always there."""

import numpy as np
from scipy.special import chdtrc, ndtr, stdtr

from wardmote.statistics.arrays import FloatArray
from wardmote.statistics.scatter import Scatter

_HALVINGS = 50
_WIDEST_Z = 1e4
# Real monthly counts are seldom closer to Poisson's scatter than this.
_NEXT_TO_NONE = 1.2


def two_sided_p(z: FloatArray, scatter: Scatter) -> FloatArray:
    """The p-values of estimates that lie `z` Poisson standard errors from nothing.

    Two answers are averaged: the Poisson one, and the over-dispersed one (a t reference, never below the Poisson one).
    The weight of the first is how plausible it is that there is no over-dispersion. NaN where either is not available.
    """
    return _averaged(np.abs(z), scatter.allowed, scatter.allowed_freedom, _plain_weight(scatter))


def critical_z(scatter: Scatter, *, level: float) -> FloatArray:
    """The `z` at which `two_sided_p` is 1 - level, so that an interval and its p-value always agree."""
    allowed, weight = scatter.allowed, _plain_weight(scatter)
    low, high = np.zeros_like(allowed), np.full_like(allowed, _WIDEST_Z)
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        is_inside = _averaged(middle, allowed, scatter.allowed_freedom, weight) > 1 - level
        low, high = np.where(is_inside, middle, low), np.where(is_inside, high, middle)
    return np.where(np.isnan(allowed), np.nan, high)


def _plain_weight(scatter: Scatter) -> FloatArray:
    """How plausible it is that there is next to no over-dispersion: the p-value of Pearson's dispersion test."""
    return np.asarray(chdtrc(scatter.overall_freedom, scatter.overall_freedom * scatter.overall / _NEXT_TO_NONE))


def _averaged(z: FloatArray, dispersion: FloatArray, freedom: FloatArray, weight: FloatArray) -> FloatArray:
    poisson = 2 * ndtr(-z)
    widened = np.maximum(2 * stdtr(freedom, -z / np.sqrt(np.maximum(dispersion, 1e-12))), poisson)
    return np.asarray(weight * poisson + (1 - weight) * widened)
