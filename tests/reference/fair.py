"""Slow, obvious twins of fair comparison: plain Python, one area or one month at a time."""

import math

from scipy import stats

_EDGE = float(stats.norm.ppf(0.9))
# What is left of the variance of a standard normal once its outer tenths stand at their edges.
DRAWN_IN = float(stats.norm.expect(lambda x: x**2, lb=-_EDGE, ub=_EDGE)) + 0.2 * _EDGE**2


def standing_out(events: list[int], bases: list[float]) -> list[float]:
    """How often chance and the usual spread put each area so far out: the largest of three ways to ask."""
    target = sum(events) / sum(bases)
    expected = [base * target for base in bases]
    logs = [math.log((seen + 0.5) / (mean + 0.5)) for seen, mean in zip(events, expected, strict=True)]
    roots = [math.sqrt(seen / mean) - 1 for seen, mean in zip(events, expected, strict=True)]
    of_logs = _beyond(logs, [1 / math.sqrt(mean) for mean in expected])
    of_roots = _beyond(roots, [0.5 / math.sqrt(mean) for mean in expected])
    by_chance = [_tails(seen, mean) for seen, mean in zip(events, expected, strict=True)]
    return [max(three) for three in zip(of_logs, of_roots, by_chance, strict=True)]


def _tails(seen: int, mean: float) -> float:
    at_least, at_most = stats.poisson.sf(seen - 1, mean), stats.poisson.cdf(seen, mean)
    return min(2 * min(at_least, at_most), 1.0)


def _beyond(places: list[float], errors: list[float]) -> list[float]:
    ordered = sorted(places)
    half = len(ordered) // 2
    middle = ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
    gaps = [place - middle for place in places]
    spread = _spread([gap / error for gap, error in zip(gaps, errors, strict=True)], errors)
    freedom = 0.9 * (len(places) - 1)
    return [
        2 * float(stats.t.sf(abs(gap) / math.sqrt(error**2 + spread**2), freedom))
        for gap, error in zip(gaps, errors, strict=True)
    ]


def _spread(z: list[float], errors: list[float]) -> float:
    """For eleven areas, whose tenths' edges are the second from either end."""
    low, high = sorted(z)[1], sorted(z)[-2]
    dispersion = sum(min(max(one, low), high) ** 2 for one in z) / len(z) / DRAWN_IN
    weights = [1 / error**2 for error in errors]
    excess = len(z) * dispersion - (len(z) - 1)
    share = sum(weights) - sum(weight**2 for weight in weights) / sum(weights)
    return math.sqrt(max(excess / share, 0.0))


def equal_events(counts: list[list[int]], weights: list[float]) -> tuple[list[float], float]:
    """Months as so many events of equal weight as scatter alike, and the weight of one of those."""
    first = sum(n * w for month in counts for n, w in zip(month, weights, strict=True))
    second = sum(n * w * w for month in counts for n, w in zip(month, weights, strict=True))
    size = second / first if first else 1.0
    return [sum(n * w for n, w in zip(month, weights, strict=True)) / size for month in counts], size
