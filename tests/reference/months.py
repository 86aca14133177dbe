"""Slow, obvious twins of what is done with months: one month and one step at a time."""

import math

import numpy as np

from reference.statistics import poisson_regression


def chain_ladder(table: list[list[float]], longest: int) -> list[float]:
    """Each month's count once the longest delay has passed: its count so far times the growth of earlier months."""
    months = len(table)
    so_far = [[sum(row[i : i + k + 1]) for k in range(longest + 1) if i + k < months] for i, row in enumerate(table)]
    finals = []
    for row in so_far:
        final = row[-1]
        for k in range(len(row), longest + 1):
            followed = [other for other in so_far if len(other) > k]
            before, after = sum(other[k - 1] for other in followed), sum(other[k] for other in followed)
            final = final * after / before if before else (final if after == 0 else math.nan)
        finals.append(final)
    return finals


def interruption(counts: list[float], months: range) -> float:
    """The ratio of the level in those months, by statsmodels."""
    position = np.arange(len(counts))
    columns = [(position % 12 == month).astype(float) for month in range(12)]
    design = np.column_stack([*columns, position / 12, np.isin(position, months)])
    return float(np.exp(poisson_regression(np.array(counts, float), design).params[-1]))
