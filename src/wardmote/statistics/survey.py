"""What answers to a survey say about everyone: shares with intervals, on the base that weighting leaves."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt
from scipy.special import ndtr, ndtri

from wardmote.statistics.arrays import FloatArray
from wardmote.statistics.comparison import Comparison, fisher_p
from wardmote.statistics.intervals import proportion_interval

BaseState = Literal["enough", "small", "too small"]

SMALLEST_BASE = 30
COMFORTABLE_BASE = 50
METHOD = "Wilson on Kish's effective base"
_SMALL_EXPECTED = 5


@dataclass(frozen=True)
class WeightedBase:
    """`respondents` counts people whose weight is above zero; `effective` is how many equally weighted people say as much.

    `design_effect` is the first over the second: how much wider the variance is for the weights being unequal.
    """

    respondents: int
    effective: float
    design_effect: float


@dataclass(frozen=True)
class WeightedShare:
    """A share between 0 and 1 with its interval; `margin` is the simple half-width that newspapers print.

    All of them are None where nobody answered or the base is too small, and `reason` then says so. `base` counts those
    who answered, without weights.
    """

    share: float | None
    lower: float | None
    upper: float | None
    margin: float | None
    unweighted_share: float | None
    base: WeightedBase
    base_state: BaseState
    reason: str
    level: float
    method: str = METHOD


def weighted_base(weights: npt.ArrayLike) -> WeightedBase:
    """The base that one set of weights leaves; NaN effective base where nobody has a weight.

    Source: Kish (1965), Survey Sampling, section 11.7; Kish (1992), Journal of Official Statistics 8, 183-200.

    >>> weighted_base([1, 1, 1, 3]).effective
    3.0
    """
    kept = _as_weights(weights)
    kept = kept[kept > 0]
    squares = float(np.square(kept).sum())
    effective = float(kept.sum() ** 2 / squares) if squares > 0 else np.nan
    return WeightedBase(kept.size, effective, kept.size / effective if kept.size else np.nan)


def weighted_share(
    answers: npt.ArrayLike,
    weights: npt.ArrayLike | None = None,
    *,
    smallest_base: int = SMALLEST_BASE,
    comfortable_base: int = COMFORTABLE_BASE,
    level: float = 0.95,
) -> WeightedShare:
    """The weighted share of `answers` that are 1 (0 for the others, NaN for no answer), one figure a respondent.

    Without `weights` all count alike. No share is given on a base below `smallest_base` people, and a base below
    `comfortable_base` is called small.

    >>> result = weighted_share([1] * 346 + [0] * 2313)
    >>> round(result.share, 2), round(result.margin, 3)
    (0.13, 0.013)
    """
    given = np.asarray(answers, dtype=float)
    weight = _as_weights(np.ones(given.shape) if weights is None else weights)
    if given.ndim != 1 or given.shape != weight.shape or np.any((given != 0) & (given != 1) & ~np.isnan(given)):
        raise ValueError("Answers need one figure a respondent: 1, 0, or NaN for no answer, and as many weights.")
    is_counted = ~np.isnan(given) & (weight > 0)
    given, weight = given[is_counted], weight[is_counted]
    base = weighted_base(weight)
    state = _base_state(base.respondents, smallest=smallest_base, comfortable=comfortable_base)
    if state == "too small" or not base.respondents:
        reason = f"only {base.respondents} people answered, and {smallest_base} are needed"
        return WeightedShare(None, None, None, None, None, base, "too small", reason, level)
    yes, no = float(given @ weight), float((1 - given) @ weight)
    # Divided so, a share of everybody is exactly 1.
    share = yes / (yes + no)
    interval = proportion_interval(share * base.effective, base.effective, level=level)
    return WeightedShare(
        share=share,
        lower=float(interval.lower),
        upper=float(interval.upper),
        margin=margin_of_error(share, base=base.effective, level=level),
        unweighted_share=float(given.mean()),
        base=base,
        base_state=state,
        reason="",
        level=level,
    )


def margin_of_error(share: float, *, base: float, level: float = 0.95) -> float:
    """The simple margin: so many standard errors of a share (0 to 1) on `base` people either way.

    >>> round(margin_of_error(0.13, base=2659), 3)
    0.013
    """
    if not 0 <= share <= 1 or base <= 0:
        raise ValueError("A margin needs a share from 0 to 1 and a base above zero.")
    return float(-ndtri((1 - level) / 2) * np.sqrt(share * (1 - share) / base))


def compare_waves(first: WeightedShare, second: WeightedShare, *, level: float = 0.95) -> Comparison:
    """Whether the share moved between two waves that asked different people: `second` less `first`.

    The pooled z test on the effective bases, or Fisher's exact test on them rounded down where fewer than 5 are
    expected; the interval is Newcombe's from the two Wilson intervals. Nothing can be told where either share is not
    given. Source: Newcombe (1998), Statistics in Medicine 17, 873-890, method 10.
    """
    if first.share is None or second.share is None:
        return Comparison(None, None, None, None, None, "not available: a base is too small", None)
    bases = first.base.effective, second.base.effective
    lower, upper = _newcombe(first.share, second.share, bases=bases, level=level)
    pooled = (first.share * bases[0] + second.share * bases[1]) / sum(bases)
    is_small = min(bases) * min(pooled, 1 - pooled) < _SMALL_EXPECTED
    error = np.sqrt(pooled * (1 - pooled) * (1 / bases[0] + 1 / bases[1]))
    z = None if is_small else float((second.share - first.share) / error)
    p = _exact_p(first.share, second.share, bases=bases) if z is None else 2 * float(ndtr(-abs(z)))
    return Comparison(
        estimate=second.share - first.share,
        lower=lower,
        upper=upper,
        z=z,
        p=p,
        method="Fisher's exact test on effective bases" if is_small else "pooled z test on effective bases",
        distinguishable=p < 1 - level,
    )


def _newcombe(first: float, second: float, *, bases: tuple[float, float], level: float) -> tuple[float, float]:
    shares = np.array([first, second])
    both = proportion_interval(shares * bases, np.array(bases), level=level)
    below, above = shares - both.lower, both.upper - shares
    return second - first - float(np.hypot(below[1], above[0])), second - first + float(np.hypot(above[1], below[0]))


def _exact_p(first: float, second: float, *, bases: tuple[float, float]) -> float:
    whole = max(int(bases[0]), 1), max(int(bases[1]), 1)
    return fisher_p(round(first * whole[0]), whole[0], round(second * whole[1]), whole[1])


def _as_weights(weights: npt.ArrayLike) -> FloatArray:
    values = np.asarray(weights, dtype=float)
    if values.ndim != 1 or not np.all(np.isfinite(values)) or np.any(values < 0):
        raise ValueError("A weight is missing, infinite or below zero. Give each respondent a weight from 0 up.")
    return values


def _base_state(respondents: int, *, smallest: int, comfortable: int) -> BaseState:
    if respondents < smallest:
        return "too small"
    return "small" if respondents < comfortable else "enough"
