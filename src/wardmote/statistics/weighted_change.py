"""Did a sum of weights change? As many events of equal weight as would scatter as much stand in for the sum."""

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from wardmote.statistics.arrays import FloatArray, as_counts
from wardmote.statistics.change import Change, changes_between

METHOD = "quasi-Poisson on sums of weights, as so many events of equal weight as scatter alike"
FEWEST_EQUAL_EVENTS = 20
_TOO_FEW = "the sum rests on so few grave events that chance could make any difference"


def weighted_changes_between(
    counts: npt.ArrayLike, weights: npt.ArrayLike, *, earlier: range, later: range, level: float = 0.95
) -> tuple[Change, ...]:
    """The change of each series' sum of weights: `counts` is series by months by weights, NaN where a month is missing.

    A sum of Poisson counts times weights w has the mean sum(n w) and the variance sum(n w^2), so that divided by
    sum(n w^2) / sum(n w) it scatters like a count. That ratio is taken over all months, and over all kinds the test is
    that of `changes_between`. The totals are sums of weights. A series that stands for fewer than 20 such events cannot
    be told. Source for the scaled count: Bohm and Zech (2014), Nuclear Instruments and Methods A 748, 1-6; for weighted
    rates, Fay and Feuer (1997), Statistics in Medicine 16, 791-801.

    >>> thefts, grave = [100] * 36, [2] * 24 + [1] * 12
    >>> months = np.dstack([[thefts], [grave]])
    >>> change = weighted_changes_between(months, [1, 500], earlier=range(12, 24), later=range(24, 36))[0]
    >>> round(change.ratio, 2), change.distinguishable
    (0.55, None)
    """
    events, weight = as_counts(counts), np.asarray(weights, dtype=float)
    if events.ndim != 3 or weight.shape != events.shape[2:] or not np.all(weight >= 0) or np.any(np.isinf(weight)):
        raise ValueError("The weights do not fit the counts: one a kind, from 0 up.")
    sums = events @ weight
    size = _size_of_one(events, weight, sums)
    changes = changes_between(sums / size[:, None], earlier=earlier, later=later, level=level)
    return tuple(_in_weights(change, float(size[i])) for i, change in enumerate(changes))


def _size_of_one(events: FloatArray, weight: FloatArray, sums: FloatArray) -> FloatArray:
    """How much weight one of the events of equal weight carries; 1 where nothing carries any."""
    first, second = np.nansum(sums, axis=1), np.nansum(events @ np.square(weight), axis=1)
    return np.divide(second, first, out=np.ones_like(first), where=first > 0)


def _in_weights(change: Change, size: float) -> Change:
    totals = change.earlier_total * size, change.later_total * size
    found = replace(change, earlier_total=totals[0], later_total=totals[1], method=METHOD)
    if change.distinguishable is not None and change.earlier_total + change.later_total < FEWEST_EQUAL_EVENTS:
        return replace(found, lower=None, upper=None, p=None, distinguishable=None, reason=_TOO_FEW)
    return found
