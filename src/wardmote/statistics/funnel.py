"""Funnel plots: which areas differ from the rest by more than their size and the usual spread of areas explain?"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt
from scipy.special import bdtrik, betainc, betaincc, ndtr, ndtri, pdtrc, pdtrik

from wardmote.statistics.arrays import FloatArray, as_counts

FunnelKind = Literal["rate", "share"]
FunnelState = Literal["high", "low", "inside", "not available"]
WINSORISED_SHARE = 0.1
FEWEST_FOR_SPREAD = 10
METHOD = "exact limits, widened by the additive over-dispersion of Winsorised z scores"


@dataclass(frozen=True)
class Funnel:
    """`values` are events over bases, one an area, and `target` what they are compared with.

    `spread` is the standard deviation between areas beyond chance, on the scale on which the variance is steady (a
    square root for rates, in units of the target's; an arcsine root for shares); 0 where there is none. `dispersion`
    is the mean squared z score. `p` is two-sided, and an area is `high` or `low` in `states` when it lies beyond the
    limits at `level`. `limits` draws the curves.
    """

    values: FloatArray
    target: float
    dispersion: float
    spread: float
    p: FloatArray
    states: tuple[FunnelState, ...]
    kind: FunnelKind
    level: float
    method: str = METHOD

    def limits(self, bases: npt.ArrayLike, *, level: float | None = None) -> tuple[FloatArray, FloatArray]:
        """The lower and upper limits for areas of these bases; the lower is 0 where nothing could lie below it."""
        size, tail = as_counts(bases), (1 - (self.level if level is None else level)) / 2
        lower, upper = exact_limits(self.target, size, tail, kind=self.kind)
        if self.spread > 0:
            wide_lower, wide_upper = self._widened(size, tail)
            lower, upper = np.minimum(lower, wide_lower), np.maximum(upper, wide_upper)
        return lower, upper

    def _widened(self, size: FloatArray, tail: float) -> tuple[FloatArray, FloatArray]:
        reach = -ndtri(tail) * np.sqrt(_chance_error(self.target, size, kind=self.kind) ** 2 + self.spread**2)
        if self.kind == "rate":
            return self.target * np.maximum(1 - reach, 0) ** 2, np.asarray(self.target * (1 + reach) ** 2)
        centre = np.arcsin(np.sqrt(self.target))
        ends = np.maximum(centre - reach, 0), np.minimum(centre + reach, np.pi / 2)
        return np.sin(ends[0]) ** 2, np.sin(ends[1]) ** 2


def funnel_of(
    events: npt.ArrayLike,
    bases: npt.ArrayLike,
    *,
    kind: FunnelKind,
    target: float | None = None,
    level: float = 0.998,
    winsorised_share: float = WINSORISED_SHARE,
    is_corrected: bool = True,
) -> Funnel:
    """The funnel of areas with so many events on so many residents, homes (a rate) or cases (a share of them).

    The target is that of all areas together unless given. With 10 areas or more, spread between areas beyond chance is
    estimated from z scores whose outer tenths are drawn in to the tenths' edges, so that the outliers looked for do
    not hide themselves. Drawing in makes the spread look smaller than it is; `is_corrected` puts that right, and the
    published method is without. A missing or zero base is not available.
    Sources: Spiegelhalter (2005), Statistics in Medicine 24, 1185-1202; Spiegelhalter (2005), Quality and Safety in
    Health Care 14, 347-351.

    >>> funnel = funnel_of([30, 28, 33, 31, 90], [1000] * 5, kind="rate", target=0.03)
    >>> funnel.states
    ('inside', 'inside', 'inside', 'inside', 'high')
    """
    seen, size = as_counts(events), as_counts(bases)
    if seen.ndim != 1 or seen.shape != size.shape:
        raise ValueError("A funnel needs one count and one base an area.")
    if kind == "share" and np.any(seen > size):
        raise ValueError("A part is larger than the whole it is a share of. Check that both count the same things.")
    is_known = ~np.isnan(seen) & (size > 0)
    centre = float(seen[is_known].sum() / size[is_known].sum()) if target is None and is_known.any() else target
    if centre is None or centre <= 0 or (kind == "share" and centre >= 1):
        raise ValueError("A funnel needs a target above 0 (and, for a share, below 1), or areas that give one.")
    values = np.divide(seen, size, out=np.full_like(seen, np.nan), where=is_known)
    errors = _chance_error(centre, np.where(is_known, size, np.nan), kind=kind)
    z = _steady_gap(centre, values, kind=kind) / errors
    dispersion, spread = _between(z[is_known], errors[is_known], winsorised_share, is_corrected=is_corrected)
    p = np.full_like(seen, np.nan)
    p[is_known] = exact_p(centre, seen[is_known], size[is_known], kind=kind)
    if spread > 0:
        p = np.maximum(p, 2 * ndtr(-np.abs(z) / np.sqrt(1 + (spread / errors) ** 2)))
    return Funnel(values, centre, dispersion, spread, p, _states(p, values, centre, level), kind, level)


def _chance_error(target: float, size: FloatArray, *, kind: FunnelKind) -> FloatArray:
    return np.asarray(0.5 / np.sqrt(size * (target if kind == "rate" else 1.0)))


def _steady_gap(target: float, values: FloatArray, *, kind: FunnelKind) -> FloatArray:
    """How far from the target, on the scale on which chance moves all areas of a size alike."""
    if kind == "rate":
        return np.asarray(np.sqrt(values / target) - 1)
    return np.asarray(np.arcsin(np.sqrt(values)) - np.arcsin(np.sqrt(target)))


def _between(z: FloatArray, errors: FloatArray, share: float, *, is_corrected: bool) -> tuple[float, float]:
    """The dispersion of the Winsorised z scores, and DerSimonian and Laird's spread between areas."""
    if z.size == 0:
        return float("nan"), 0.0
    edges = np.quantile(z, [share, 1 - share])
    dispersion = float(np.mean(np.square(np.clip(z, *edges))))
    if is_corrected:
        dispersion /= winsorised_variance(share)
    if z.size < FEWEST_FOR_SPREAD:
        return dispersion, 0.0
    weights = 1 / errors**2
    excess = z.size * dispersion - (z.size - 1)
    spread = excess / (weights.sum() - np.square(weights).sum() / weights.sum())
    return dispersion, float(np.sqrt(max(spread, 0.0)))


def winsorised_variance(share: float) -> float:
    """The variance of a standard normal whose outer shares are drawn in."""
    if share <= 0:
        return 1.0
    edge = -ndtri(share)
    density = np.exp(-(edge**2) / 2) / np.sqrt(2 * np.pi)
    return float(2 * share * edge**2 + 1 - 2 * share - 2 * edge * density)


def exact_p(target: float, seen: FloatArray, size: FloatArray, *, kind: FunnelKind) -> FloatArray:
    """Twice the smaller tail, by chance alone."""
    if kind == "rate":
        at_least = np.where(seen > 0, pdtrc(np.maximum(seen - 1, 0), size * target), 1.0)
        at_most = 1 - pdtrc(seen, size * target)
    else:
        at_least = np.where(seen > 0, betainc(np.maximum(seen, 1), size - seen + 1, target), 1.0)
        at_most = np.where(seen < size, betaincc(seen + 1, np.maximum(size - seen, 1), target), 1.0)
    return np.asarray(np.minimum(2 * np.minimum(at_least, at_most), 1.0))


def exact_limits(target: float, size: FloatArray, tail: float, *, kind: FunnelKind) -> tuple[FloatArray, FloatArray]:
    """The values at which an area of each size is beyond the limit with a chance of just `tail`, either side."""
    usable = np.where(size > 0, size, np.nan)
    if kind == "rate":
        nothing, low = np.exp(-usable * target), pdtrik(tail, usable * target)
        high = pdtrik(1 - tail, usable * target) + 1
        return np.where(nothing >= tail, 0.0, low) / usable, high / usable
    nothing, low = (1 - target) ** usable, bdtrik(tail, usable, target)
    everything, high = target**usable, bdtrik(1 - tail, usable, target) + 1
    lower = np.where(nothing >= tail, 0.0, low) / usable
    return lower, np.where(everything >= tail, usable, np.minimum(high, usable)) / usable


def _states(p: FloatArray, values: FloatArray, target: float, level: float) -> tuple[FunnelState, ...]:
    return tuple(
        "not available"
        if np.isnan(p[i])
        else "inside"
        if p[i] >= 1 - level
        else "high"
        if values[i] > target
        else "low"
        for i in range(p.size)
    )
