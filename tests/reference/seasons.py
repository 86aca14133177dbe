"""The slow, obvious twin of the season: a table of years and calendar months, one cell at a time."""

import math
from dataclasses import dataclass

import numpy as np
from scipy import stats

# Year (counted back from the last), calendar month, and how many.
Cell = tuple[int, int, float]


def cells(counts: list[float], first_month: int) -> list[Cell]:
    """The months that have a figure."""
    return [
        ((at - len(counts)) // 12, (first_month - 1 + at) % 12 + 1, count)
        for at, count in enumerate(counts)
        if not math.isnan(count)
    ]


def levels(table: list[Cell]) -> list[float]:
    """The level of each calendar month over their mean: years and months scaled in turn until both add up.

    Each calendar month has one event more than it had, where one more was expected; the mean is held at 1, where it
    ends in any case.
    """
    year_level = {year: 1.0 for year, _, _ in table}
    month_level = {month: 1.0 for _, month, _ in table}
    of_month = {month: [(year, count) for year, of, count in table if of == month] for month in month_level}
    of_year = {year: [(month, count) for of, month, count in table if of == year] for year in year_level}
    moved = 1.0
    while moved > 1e-12:
        before = dict(month_level)
        for month, own in of_month.items():
            month_level[month] = (1 + sum(count for _, count in own)) / (1 + sum(year_level[year] for year, _ in own))
        mean = sum(month_level.values()) / len(month_level)
        month_level = {month: level / mean for month, level in month_level.items()}
        for year, own in of_year.items():
            year_level[year] = sum(count for _, count in own) / sum(month_level[month] for month, _ in own)
        moved = max(abs(before[month] - level) for month, level in month_level.items())
    return [month_level[month] for month in range(1, 13)]


@dataclass(frozen=True)
class Score:
    """What the score test of eleven calendar months says."""

    p: float
    dispersion: float
    freedom: int


def score_of_months(table: list[Cell]) -> Score:
    """What months explain of how each count lies off its year's mean; years without events say nothing."""
    of_year = {year: [count for of, _, count in table if of == year] for year, _, _ in table}
    told = [one for one in table if sum(of_year[one[0]]) > 0]
    means = [sum(of_year[year]) / len(of_year[year]) for year, _, _ in told]
    off = np.array([(count - mean) / math.sqrt(mean) for (_, _, count), mean in zip(told, means, strict=True)])
    years, months = sorted({year for year, _, _ in told}), range(1, 13)
    model = np.array(
        [
            [math.sqrt(mean) * (one == year) for one in years] + [math.sqrt(mean) * (one == month) for one in months]
            for (year, month, _), mean in zip(told, means, strict=True)
        ]
    )
    explained = float(((model @ np.linalg.lstsq(model, off, rcond=None)[0]) ** 2).sum())
    freedom = len(told) - len(years) - 11
    dispersion = (float((off**2).sum()) - explained) / freedom
    return Score(float(stats.f.sf(explained / 11 / dispersion, 11, freedom)), dispersion, freedom)


def not_told_apart(table: list[Cell], found: list[float], *, best: int, by: Score) -> tuple[int, ...]:
    """The calendar months whose level may be as far out as that of `best`, eleven comparisons allowed for."""
    reach = float(stats.t.ppf(1 - 0.05 / 11, by.freedom)) * math.sqrt(max(by.dispersion, 1.0))
    events = {month: sum(count for _, of, count in table if of == month) for month in range(1, 13)}
    heights = {month: math.log(found[month - 1]) for month in events}
    return tuple(
        month
        for month in events
        if abs(heights[month] - heights[best]) <= reach * math.sqrt(1 / (events[month] + 1) + 1 / (events[best] + 1))
        or month == best
    )
