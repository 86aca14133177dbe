"""Slow, obvious twins of the statistics: plain Python, one series and one step at a time."""

import math
import warnings
from fractions import Fraction
from functools import cache
from statistics import NormalDist

import numpy as np
import statsmodels.api as sm
from statsmodels.tools.sm_exceptions import PerfectSeparationWarning


def poisson_at_most(count: int, mean: float) -> float:
    """The chance of `count` events or fewer."""
    return math.fsum(
        math.exp(k * math.log(mean) - mean - math.lgamma(k + 1)) if mean else 1.0 for k in range(count + 1)
    )


@cache
def count_limits(count: int) -> tuple[float, float]:
    """The means at which so few, or so many, have a chance of a fortieth: found by halving; from 10 up Byar's."""
    if count >= 10:
        z = NormalDist().inv_cdf(0.975)
        lower = count * (1 - 1 / (9 * count) - z / (3 * math.sqrt(count))) ** 3
        return lower, (count + 1) * (1 - 1 / (9 * (count + 1)) + z / (3 * math.sqrt(count + 1))) ** 3
    return (_mean_with(count - 1, 0.975) if count else 0.0), _mean_with(count, 0.025)


def _mean_with(count: int, chance: float) -> float:
    low, high = 0.0, 100.0
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if poisson_at_most(count, middle) > chance else (low, middle)
    return low


def difference_of_versions(first: set[int], second: set[int]) -> tuple[int, float, float]:
    """How many more records the second counts, and how far the records of one alone let that lie below and above."""
    gone, come = len(first - second), len(second - first)
    fewest_gone, most_gone = count_limits(gone)
    fewest_come, most_come = count_limits(come)
    more = len(second) - len(first)
    below = math.sqrt((come - fewest_come) ** 2 + (most_gone - gone) ** 2)
    above = math.sqrt((most_come - come) ** 2 + (gone - fewest_gone) ** 2)
    return more, more - below, more + above


def binomial_p(first: int, second: int) -> float:
    """Twice the smaller tail of a fair coin that fell `second` times out of `first + second`, in exact fractions."""
    tosses = first + second
    ways = [math.comb(tosses, k) for k in range(tosses + 1)]
    at_most = Fraction(sum(ways[: second + 1]), 2**tosses)
    at_least = Fraction(sum(ways[second:]), 2**tosses)
    return float(min(2 * min(at_most, at_least), Fraction(1)))


def benjamini_hochberg(p: list[float]) -> list[float]:
    """The smallest level at which each would still be found."""
    return [min(1.0, *(q * len(p) / sum(r <= q for r in p) for q in p if q >= own)) for own in p]


def holm(p: list[float]) -> list[float]:
    """The largest of the Bonferroni figures of all p-values that are tried no later."""
    ordered = sorted(range(len(p)), key=lambda i: p[i])
    adjusted = [0.0] * len(p)
    worst = 0.0
    for place, i in enumerate(ordered):
        worst = max(worst, p[i] * (len(p) - place))
        adjusted[i] = min(1.0, worst)
    return adjusted


def poisson_regression(counts: np.ndarray, design: np.ndarray) -> sm.GLM:
    """One series fitted by statsmodels, its missing months left out."""
    seen = ~np.isnan(counts)
    with warnings.catch_warnings():
        # A model that happens to fit every month exactly is no mistake here.
        warnings.simplefilter("ignore", PerfectSeparationWarning)
        return sm.GLM(counts[seen], design[seen], family=sm.families.Poisson()).fit(tol=1e-12, maxiter=200)


def flagged(values: list[float], centre: float, reach: float) -> list[set[str]]:
    """The rules of a control chart, by looking at every stretch of points that they speak of."""
    found: list[set[str]] = [set() for _ in values]
    side = [0 if math.isnan(v) else (v > centre) - (v < centre) for v in values]
    near = [reach * 2 / 3 < abs(v - centre) <= reach for v in values]
    for i, value in enumerate(values):
        if abs(value - centre) > reach:
            found[i].add("beyond limits")
    for start in range(len(values) - 6):
        stretch = range(start, start + 7)
        if abs(sum(side[i] for i in stretch)) == 7:
            _add(found, stretch, "seven on one side")
        steps = [values[i + 1] - values[i] for i in stretch[:-1]]
        if all(step > 0 for step in steps) or all(step < 0 for step in steps):
            _add(found, stretch, "seven rising or falling")
    for start in range(len(values) - 2):
        three = range(start, start + 3)
        if abs(sum(side[i] for i in three)) == 3 and sum(near[i] for i in three) >= 2:
            _add(found, [i for i in three if near[i]], "two of three near a limit")
    return found


def _add(found: list[set[str]], positions: object, name: str) -> None:
    for i in positions:  # type: ignore[attr-defined]
        found[i].add(name)
