"""Ranks of areas, and how far up or down chance alone could have moved each."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from wardmote.statistics.arrays import FloatArray, as_counts
from wardmote.statistics.funnel import FunnelKind

DRAWS = 10_000
METHOD = "ranks of simulated rates or shares (Jeffreys' priors)"


@dataclass(frozen=True)
class Ranks:
    """`rank` 1 is the highest value; equal values share the better rank. NaN where an area has no figure.

    Between `lower` and `upper` lies the rank that the area would have if chance were taken away, as far as these
    counts can tell. `areas` is how many were ranked.
    """

    rank: FloatArray
    lower: FloatArray
    upper: FloatArray
    areas: int
    level: float
    method: str = METHOD


def ranks_of(
    events: npt.ArrayLike,
    bases: npt.ArrayLike,
    *,
    kind: FunnelKind,
    rng: np.random.Generator,
    draws: int = DRAWS,
    level: float = 0.95,
) -> Ranks:
    """The ranks of events over bases, one pair an area, with simulated intervals.

    Source: Marshall and Spiegelhalter (1998), British Medical Journal 316, 1701-1704, who show that the ranks of most
    clinics in a league table could be almost any; Goldstein and Spiegelhalter (1996), JRSS A 159, 385-443.

    >>> ranks = ranks_of([50, 52, 400], [1000, 1000, 1000], kind="rate", rng=np.random.default_rng(1))
    >>> ranks.rank.tolist(), ranks.lower.tolist(), ranks.upper.tolist()
    ([3.0, 2.0, 1.0], [2.0, 2.0, 1.0], [3.0, 3.0, 1.0])
    """
    seen, size = as_counts(events), as_counts(bases)
    if seen.ndim != 1 or seen.shape != size.shape:
        raise ValueError("Ranks need one count and one base an area.")
    if kind == "share" and np.any(seen > size):
        raise ValueError("A part is larger than the whole it is a share of. Check that both count the same things.")
    is_known = ~np.isnan(seen) & (size > 0)
    known, base = seen[is_known], size[is_known]
    rank, lower, upper = (np.full_like(seen, np.nan) for _ in range(3))
    if known.size:
        values = known / base
        simulated = _simulated(known, base, kind=kind, rng=rng, draws=draws)
        order = np.argsort(np.argsort(-simulated, axis=1), axis=1) + 1
        rank[is_known] = 1 + (values[None, :] > values[:, None]).sum(axis=1)
        tail = (1 - level) / 2
        lower[is_known], upper[is_known] = np.quantile(order, [tail, 1 - tail], axis=0, method="nearest")
    return Ranks(rank, np.minimum(lower, rank), np.maximum(upper, rank), int(known.size), level)


def _simulated(
    seen: FloatArray, size: FloatArray, *, kind: FunnelKind, rng: np.random.Generator, draws: int
) -> FloatArray:
    shape = (draws, seen.size)
    if kind == "rate":
        return np.asarray(rng.gamma(seen + 0.5, size=shape) / size)
    return np.asarray(rng.beta(seen + 0.5, size - seen + 0.5, size=shape))
