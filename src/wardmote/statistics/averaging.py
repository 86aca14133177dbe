"""P-values and intervals that allow for over-dispersion without supposing that it is always there."""

import numpy as np
from scipy.special import chdtrc, ndtr, stdtr

from wardmote.statistics.arrays import FloatArray

_HALVINGS = 60
_WIDEST_Z = 1e4


def two_sided_p(z: FloatArray, *, dispersion: FloatArray, degrees_of_freedom: FloatArray) -> FloatArray:
    """The p-value of an estimate that lies `z` Poisson standard errors from nothing.

    Two answers are averaged: the Poisson one, and the over-dispersed one (a t reference, never below the Poisson one).
    The weight of the first is the p-value of the hypothesis that there is no over-dispersion. NaN where `z` is.
    """
    poisson = 2 * ndtr(-np.abs(z))
    scaled = np.abs(z) / np.sqrt(np.maximum(dispersion, 1e-12))
    widened = np.maximum(2 * stdtr(degrees_of_freedom, -scaled), poisson)
    weight = poisson_weight(dispersion=dispersion, degrees_of_freedom=degrees_of_freedom)
    return np.asarray(weight * poisson + (1 - weight) * widened)


def poisson_weight(*, dispersion: FloatArray, degrees_of_freedom: FloatArray) -> FloatArray:
    """How plausible it is that counts scatter no more than Poisson's: the p-value of the dispersion test."""
    return np.asarray(chdtrc(degrees_of_freedom, degrees_of_freedom * dispersion))


def critical_z(*, dispersion: FloatArray, degrees_of_freedom: FloatArray, level: float) -> FloatArray:
    """The `z` at which `two_sided_p` is 1 - level, so that an interval and its p-value always agree."""
    low = np.zeros_like(dispersion)
    high = np.full_like(dispersion, _WIDEST_Z)
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        p = two_sided_p(middle, dispersion=dispersion, degrees_of_freedom=degrees_of_freedom)
        low, high = np.where(p > 1 - level, middle, low), np.where(p > 1 - level, high, middle)
    return np.where(np.isnan(dispersion), np.nan, high)
