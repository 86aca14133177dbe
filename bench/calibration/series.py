"""Invented monthly counts in which nothing changes, unless a fall is asked for."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Kind:
    """One kind of series: `mean` a month, and how far it scatters.

    `dispersion` is variance over mean (1 is Poisson). `shape` makes a negative binomial instead, whose variance grows
    with the square of the mean. `carry_over` is the correlation of one month's excess with the next one's.
    """

    label: str
    mean: float
    dispersion: float = 1.0
    shape: float | None = None
    carry_over: float = 0.0
    is_promised: bool = True

    @property
    def is_small(self) -> bool:
        return self.mean < 10


KINDS = (
    Kind("1 a month, Poisson", 1),
    Kind("3 a month, Poisson", 3),
    Kind("3 a month, dispersion 1.5", 3, dispersion=1.5),
    Kind("20 a month, Poisson", 20),
    Kind("20 a month, dispersion 1.5", 20, dispersion=1.5),
    Kind("20 a month, dispersion 3", 20, dispersion=3),
    Kind("50 a month, negative binomial, shape 30", 50, shape=30),
    Kind("200 a month, Poisson", 200),
    Kind("200 a month, dispersion 4", 200, dispersion=4),
    Kind("200 a month, negative binomial, shape 20", 200, shape=20),
    Kind("20 a month, dispersion 2, carried over", 20, dispersion=2, carry_over=0.2),
    Kind("200 a month, dispersion 2, carried over", 200, dispersion=2, carry_over=0.2),
    Kind("200 a month, dispersion 4, carried over", 200, dispersion=4, carry_over=0.15),
    Kind("200 a month, dispersion 2, carried over more", 200, dispersion=2, carry_over=0.3, is_promised=False),
    Kind("200 a month, dispersion 3, carried over much", 200, dispersion=3, carry_over=0.45, is_promised=False),
)


def simulate(
    kind: Kind, *, rng: np.random.Generator, series: int, months: int, season: float = 0.3, fall: float = 0.0
) -> FloatArray:
    """`series` by `months` counts with a summer peak of `season`, and a level lower by `fall` in the last 12 months."""
    position = np.arange(months)
    level = kind.mean * (1 + season * np.sin(2 * np.pi * (position - 3) / 12))
    level = np.where(position >= months - 12, level * (1 - fall), level)
    expected = np.broadcast_to(level, (series, months))
    return rng.poisson(_intensity(kind, expected, rng=rng)).astype(float)


def _intensity(kind: Kind, expected: FloatArray, *, rng: np.random.Generator) -> FloatArray:
    if kind.carry_over:
        return _carried_over(kind, expected, rng=rng)
    if kind.shape is not None:
        return rng.gamma(kind.shape, expected / kind.shape)
    if kind.dispersion > 1:
        return rng.gamma(expected / (kind.dispersion - 1), kind.dispersion - 1)
    return expected


def _carried_over(kind: Kind, expected: FloatArray, *, rng: np.random.Generator) -> FloatArray:
    """A log-normal level whose logarithm is a first-order autoregression."""
    variance = np.log1p((kind.dispersion - 1) / kind.mean)
    shocks = rng.standard_normal(expected.shape)
    drift = shocks.copy()
    for month in range(1, expected.shape[1]):
        drift[:, month] = kind.carry_over * drift[:, month - 1] + np.sqrt(1 - kind.carry_over**2) * shocks[:, month]
    return np.asarray(expected * np.exp(np.sqrt(variance) * drift - variance / 2))
