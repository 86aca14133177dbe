"""Slow, obvious twins of the survey statistics: every candidate tried, one respondent at a time."""

from decimal import ROUND_HALF_DOWN, ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import sqrt
from statistics import NormalDist


def attainable_percentages(stated: Decimal, base: int) -> list[int]:
    """Every count whose percentage is printed like that when a half is rounded up, or down."""
    step = Decimal(1).scaleb(int(stated.as_tuple().exponent))
    found = []
    for count in range(base + 1):
        percentage = Decimal(100 * count) / Decimal(base)
        if stated in (percentage.quantize(step, ROUND_HALF_UP), percentage.quantize(step, ROUND_HALF_DOWN)):
            found.append(count)
    return found


def ratios_behind(first: Decimal, second: Decimal) -> list[Fraction]:
    """Every ratio of two figures, in tenths of their last decimal, that are printed like these."""
    return [after / before for before in _printed_as(first) for after in _printed_as(second)]


def _printed_as(stated: Decimal) -> list[Fraction]:
    """Figures from zero up that are printed so when a half is rounded up, or down."""
    step = Decimal(1).scaleb(int(stated.as_tuple().exponent))
    near = [stated + tenths * step / 10 for tenths in range(-9, 10)]
    ways = ROUND_HALF_UP, ROUND_HALF_DOWN
    return [Fraction(one) for one in near if one >= 0 and stated in [one.quantize(step, way) for way in ways]]


def represented(sample: list[int], population: list[int]) -> list[str]:
    """Of each group "over", "under" or "": by how many standard errors the sample lies off the population's share."""
    furthest = NormalDist().inv_cdf(1 - 0.05 / len(sample) / 2)
    found = []
    for answered, people in zip(sample, population, strict=True):
        own, expected = answered / sum(sample), people / sum(population)
        error = sqrt(expected * (1 - expected) / sum(sample))
        is_chance = abs(own - expected) <= furthest * error
        found.append("" if is_chance else "over" if own > 1.25 * expected else "under" if own < expected / 1.25 else "")
    return found


def effective_base(weights: list[float]) -> float:
    """The base that has the variance of a weighted mean, one respondent at a time."""
    total = sum(weights)
    return 1 / sum((weight / total) ** 2 for weight in weights)


def weighted_share(answers: list[int], weights: list[float]) -> float:
    """What everybody's weight says, of those who answered yes."""
    return sum(weight for answer, weight in zip(answers, weights, strict=True) if answer) / sum(weights)


def raked_table(table: list[list[float]], rows: list[float], columns: list[float]) -> list[list[float]]:
    """A table of two margins, its rows and columns scaled in turn until the rows stay right."""
    cells = [list(row) for row in table]
    while True:
        for i, target in enumerate(rows):
            total = sum(cells[i])
            cells[i] = [cell * target / total for cell in cells[i]]
        for j, target in enumerate(columns):
            total = sum(row[j] for row in cells)
            for row in cells:
                row[j] *= target / total
        if all(abs(sum(row) - target) < 1e-9 for row, target in zip(cells, rows, strict=True)):
            return cells
