"""Counts added up by how much harm each does, with an interval."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt
from scipy.special import gammaincinv

from wardmote.statistics.arrays import FloatArray, as_counts
from wardmote.statistics.intervals import count_interval

SumMethod = Literal["gamma", "Dobson"]
FEWEST_EVENTS = 10


@dataclass(frozen=True)
class WeightedSum:
    """Arrays of one shape. `events` counts those that have a weight, and `unweighted_events` those that have none.

    Events without a weight are not in the sum. `lower` and `upper` are NaN where the method gives none.
    """

    value: FloatArray
    lower: FloatArray
    upper: FloatArray
    events: FloatArray
    unweighted_events: FloatArray
    level: float
    method: SumMethod

    @property
    def unweighted_share(self) -> FloatArray:
        """The share of all events that have no weight; NaN where there were no events."""
        total = self.events + self.unweighted_events
        return np.divide(self.unweighted_events, total, out=np.full_like(total, np.nan), where=total > 0)


def weighted_sum(
    counts: npt.ArrayLike,
    weights: npt.ArrayLike,
    *,
    base: npt.ArrayLike = 1.0,
    per: float = 1.0,
    method: SumMethod = "gamma",
    level: float = 0.95,
) -> WeightedSum:
    """The sum of counts times weights over the last axis, per `per` of `base` (residents); a missing count gives NaN.

    `counts` is (..., k) and `weights` (k,), where NaN is a kind without a weight; `base` is broadcast to the rest.
    The gamma interval holds the truth at least as often as it says, because its upper limit leaves room for one more
    event of the heaviest kind, seen or not: harm that rests on a few heavy events is that uncertain. Dobson's is
    narrower, speaks of the kinds that occurred alone, and is not given below 10 events.
    Sources: Fay and Feuer (1997), Statistics in Medicine 16, 791-801; Dobson, Kuulasmaa, Eberle and Scherer (1991),
    Statistics in Medicine 10, 457-462, with the limit of 10 from Public Health England's technical guide to confidence
    intervals (2018).

    >>> result = weighted_sum([100, 4], [1.0, 50.0])
    >>> result.value.item(), round(result.lower.item()), round(result.upper.item())
    (300.0, 137, 602)
    """
    events, weight = as_counts(counts), np.asarray(weights, dtype=float)
    if events.ndim == 0 or weight.shape != events.shape[-1:] or np.any(weight < 0) or np.any(np.isinf(weight)):
        raise ValueError("The weights do not fit the counts: one a kind, from 0 up, and NaN where there is none.")
    has_weight = ~np.isnan(weight)
    counted, weight = events[..., has_weight], weight[has_weight]
    value, variance, total = counted @ weight, counted @ np.square(weight), counted.sum(axis=-1)
    limits = _gamma_limits if method == "gamma" else _dobson_limits
    lower, upper = limits(value, variance, total, weight.max(initial=0.0), level)
    bases = np.broadcast_to(as_counts(base), value.shape)
    scale = np.divide(per, bases, out=np.full(value.shape, np.nan), where=bases > 0)
    return WeightedSum(
        value=value * scale,
        lower=lower * scale,
        upper=upper * scale,
        events=total,
        unweighted_events=events[..., ~has_weight].sum(axis=-1),
        level=level,
        method=method,
    )


def _gamma_limits(
    value: FloatArray, variance: FloatArray, total: FloatArray, heaviest: float, level: float
) -> tuple[FloatArray, FloatArray]:
    tail = (1 - level) / 2
    missing = np.where(np.isnan(total), np.nan, 0.0)
    lower = _gamma_quantile(value, variance, tail)
    upper = _gamma_quantile(value + heaviest, variance + heaviest**2, 1 - tail)
    return lower + missing, upper + missing


def _gamma_quantile(mean: FloatArray, variance: FloatArray, share: float) -> FloatArray:
    """Of the gamma distribution with this mean and variance, which is zero where the mean is."""
    scale = np.divide(variance, mean, out=np.zeros_like(mean), where=mean > 0)
    shape = np.divide(mean, scale, out=np.ones_like(mean), where=scale > 0)
    return np.asarray(gammaincinv(shape, share) * scale)


def _dobson_limits(
    value: FloatArray, variance: FloatArray, total: FloatArray, _heaviest: float, level: float
) -> tuple[FloatArray, FloatArray]:
    """Each event of the count's interval stands for so much of the sum's standard deviation."""
    interval = count_interval(total, level=level)
    step = np.sqrt(np.divide(variance, total, out=np.full_like(value, np.nan), where=total >= FEWEST_EVENTS))
    return value + step * (interval.lower - total), value + step * (interval.upper - total)
