"""Slow, obvious twins of the comparisons between places."""

import math

import statsmodels.api as sm


def slope_index(
    values: list[float], errors: list[float], population: list[float], *, is_share: bool
) -> tuple[float, float, float, float]:
    """Gap, ratio, and the limits of the ratio, by a weighted regression and each group's part in its slope."""
    total, before, ranks = sum(population), 0.0, []
    for people in population:
        ranks.append((before + people / 2) / total)
        before += people
    y = [math.log(v / (1 - v)) if is_share else math.log(v) for v in values]
    start, slope = sm.WLS(y, sm.add_constant(ranks), weights=population).fit().params
    centre = sum(p * r for p, r in zip(population, ranks, strict=True)) / total
    below = sum(p * (r - centre) ** 2 for p, r in zip(population, ranks, strict=True))
    parts = [p * (r - centre) / below * e for p, r, e in zip(population, ranks, errors, strict=True)]
    error = math.sqrt(sum(part**2 for part in parts))

    def ends(steepness: float) -> tuple[float, float]:
        middle = start + slope / 2
        high, low = (math.exp(middle - steepness / 2), math.exp(middle + steepness / 2))
        if is_share:
            high, low = high / (1 + high), low / (1 + low)
        return high - low, high / low

    gap, ratio = ends(slope)
    return gap, ratio, ends(slope + 1.959964 * error)[1], ends(slope - 1.959964 * error)[1]


def between_spread(z: list[float], errors: list[float], *, drawn_in: int) -> tuple[float, float]:
    """Dispersion and spread with so many z scores at either end replaced by the next one in."""
    ordered = sorted(z)
    low, high = ordered[drawn_in], ordered[-drawn_in - 1]
    dispersion = sum(min(max(score, low), high) ** 2 for score in z) / len(z)
    weights = [1 / error**2 for error in errors]
    denominator = sum(weights) - sum(w**2 for w in weights) / sum(weights)
    return dispersion, math.sqrt(max((len(z) * dispersion - (len(z) - 1)) / denominator, 0.0))


def poisson_two_sided(count: int, mean: float) -> float:
    """Twice the smaller tail, summed term by term."""
    terms = [math.exp(k * math.log(mean) - mean - math.lgamma(k + 1)) for k in range(count + 1)]
    return min(2 * min(math.fsum(terms), 1 - math.fsum(terms[:-1])), 1.0)
