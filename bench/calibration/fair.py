"""How often a fair comparison cries wolf, made as the product makes it: areas that stand out, harm, who is harmed."""

from collections.abc import Iterator

import numpy as np

from bench.calibration.row import Row
from wardmote.statistics.inequality import inequality_of_rates
from wardmote.statistics.multiplicity import adjust_p_values
from wardmote.statistics.nested import difference_of_overlapping_counts
from wardmote.statistics.outlying import outlying_areas
from wardmote.statistics.ranks import ranks_of
from wardmote.statistics.weighted_change import weighted_changes_between

LEVEL = 0.05
# Shares and weights in the rough shape of recorded crime: most of it light, some a thousand times as grave.
SHARES = np.array([0.0003, 0.008, 0.008, 0.01, 0.06, 0.2, 0.4, 0.3])
WEIGHTS = np.array([7900.0, 3200, 1500, 700, 430, 180, 20, 10])
SMALL_AREAS, GROUPS = 240, 10
Rng = np.random.Generator


def standing_out(rng: Rng) -> Iterator[Row]:
    """Areas that differ only as areas usually do: how often any of them is said to stand out."""
    for areas, rate, people in ((12, 0.03, 12_000), (30, 0.003, 13_000), (237, 0.03, 1_700), (237, 0.004, 1_700)):
        for shape in ("lognormal", "gamma"):
            for spread in (0.0, 0.15, 0.4, 0.7):
                alarms = []
                for _ in range(300):
                    bases = people * rng.uniform(0.7, 1.4, areas)
                    events = rng.poisson(rate * bases * _levels(rng, spread, areas, shape=shape))
                    alarms.append((adjust_p_values(outlying_areas(events, bases, kind="rate").p) < LEVEL).any())
                situation = f"{areas} areas of {rate * people:,.0f} events, {shape} spread {spread:.0%}"
                yield Row("any area that stands out", situation, float(np.mean(alarms)))


def _levels(rng: Rng, spread: float, areas: int, *, shape: str) -> np.ndarray:
    if not spread:
        return np.ones(areas)
    return np.exp(rng.normal(0, spread, areas)) if shape == "lognormal" else rng.gamma(1 / spread**2, spread**2, areas)


def harm_changed(rng: Rng) -> Iterator[Row]:
    """Sums of weights in which nothing changed."""
    for mean in (15, 40, 100, 400, 2300):
        for dispersion in (0.0, 0.02):
            counts = _months(rng, mean=mean, dispersion=dispersion, series=2000)
            found = weighted_changes_between(counts, WEIGHTS, earlier=range(12, 24), later=range(24, 36))
            told = [one.distinguishable for one in found if one.distinguishable is not None]
            situation = f"{mean} crimes a month, shared shocks {dispersion**0.5:.0%}"
            yield Row("a change in harm", situation, float(np.mean(told)))


def who_is_harmed(rng: Rng) -> Iterator[Row]:
    """Small areas whose rates differ, and not by deprivation, put in tenths as the product does."""
    for rate, spread in ((0.003, 0.3), (0.03, 0.0), (0.03, 0.5), (0.1, 0.8)):
        found = []
        for _ in range(2000):
            people = rng.uniform(1000, 3000, SMALL_AREAS)
            events = rng.poisson(rate * people * np.exp(rng.normal(0, spread, SMALL_AREAS)))
            group = np.minimum((np.cumsum(people) - people / 2) / people.sum() * GROUPS, GROUPS - 1).astype(int)
            sums = [np.bincount(group, weights=values, minlength=GROUPS) for values in (events, people)]
            found.append(bool(inequality_of_rates(*sums, per=1000).distinguishable))
        yield Row(
            "more where the most deprived live",
            f"{rate:.1%} of {SMALL_AREAS} areas, spread {spread:.0%}",
            _share(found),
        )


def ranked(rng: Rng) -> Iterator[Row]:
    """One of 15 areas alike that is called clearly above or below the middle of them."""
    for areas in (3, 15):
        found = []
        for _ in range(1000):
            people = rng.uniform(100_000, 400_000, areas)
            ranks = ranks_of(rng.poisson(0.005 * people), people, kind="rate", rng=rng, draws=1000)
            middle = (areas + 1) / 2
            found.append(not ranks.lower[0] <= middle <= ranks.upper[0])
        yield Row("a rank clear of the middle", f"{areas} areas alike", _share(found))


def versions(rng: Rng) -> Iterator[Row]:
    """The interval of the difference between two versions of a definition."""
    for first, second in ((3, 0.5), (30, 5), (300, 300)):
        drawn = rng.poisson([first, second], (5000, 2))
        limits = [difference_of_overlapping_counts(*pair) for pair in drawn]
        missed = [not one.lower <= second - first <= one.upper for one in limits]
        yield Row(
            "the difference of two versions", f"{first:g} only in one, {second:g} only in the other", _share(missed)
        )


def _months(rng: Rng, *, mean: float, dispersion: float, series: int) -> np.ndarray:
    """Counts by series, month and weight, with shocks that all weights share."""
    shock = rng.gamma(1 / dispersion, dispersion, (series, 36, 1)) if dispersion else np.ones((series, 36, 1))
    return rng.poisson(mean * SHARES / SHARES.sum() * shock)


def _share(found: list[bool]) -> float:
    return float(np.mean(found))


CHECKS = (standing_out, harm_changed, who_is_harmed, ranked, versions)
