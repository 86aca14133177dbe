"""Who answered, beside who was meant: which groups are over- and under-represented."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from wardmote.statistics.arrays import as_counts
from wardmote.statistics.intervals import proportion_interval

NOTICEABLE = 0.25


@dataclass(frozen=True)
class Representation:
    """One group's share of the sample beside its share of the population; `ratio` is the first over the second.

    `is_over` (or `is_under`) where chance would seldom draw such a sample, and the ratio is noticeably off 1.
    """

    sample_share: float
    population_share: float
    ratio: float | None
    is_over: bool
    is_under: bool


def representation(
    sample: npt.ArrayLike, population: npt.ArrayLike, *, noticeable: float = NOTICEABLE, level: float = 0.95
) -> tuple[Representation, ...]:
    """Each group of one margin: how many answered (whole numbers), and how many people there are.

    A group is called over-represented when the interval of its share leaves the population's share below it, and the
    share is more than `noticeable` above it as a ratio; likewise under. The interval is narrowed for the number of
    groups (Bonferroni), so that a representative sample is seldom warned about.

    >>> [group.is_over for group in representation([5, 85], [54, 46])]
    [False, True]
    """
    seen, known = as_counts(sample), as_counts(population)
    if seen.shape != known.shape or seen.ndim != 1 or seen.sum() == 0 or known.sum() == 0 or np.isnan(known).any():
        raise ValueError("The sample and the population need the same groups, and somebody in each.")
    interval = proportion_interval(seen, seen.sum(), level=1 - (1 - level) / seen.size)
    shares = known / known.sum()
    return tuple(
        Representation(
            sample_share=float(interval.value[i]),
            population_share=float(share),
            ratio=float(interval.value[i] / share) if share > 0 else None,
            is_over=bool(interval.lower[i] > share and interval.value[i] > share * (1 + noticeable)),
            is_under=bool(interval.upper[i] < share and interval.value[i] < share / (1 + noticeable)),
        )
        for i, share in enumerate(shares)
    )
