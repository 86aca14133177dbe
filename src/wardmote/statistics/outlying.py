"""Which areas stand out from the others, by more than their size and the way that areas usually differ explain?"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import expit, logit, stdtr, stdtrit

from wardmote.statistics.arrays import FloatArray, as_counts
from wardmote.statistics.funnel import (
    FEWEST_FOR_SPREAD,
    WINSORISED_SHARE,
    FunnelKind,
    exact_limits,
    exact_p,
    winsorised_variance,
)

METHOD = "funnel: exact limits, widened by how far areas usually lie apart (on two scales, whichever says less)"


@dataclass(frozen=True)
class _Scale:
    """A scale on which areas differ alike above and below: `middle` is their median there, and `spread` their deviation
    beyond chance. `back` turns a place on it into a value, and `error` is that of chance for an area of a size.
    """

    middle: float
    spread: float
    gaps: FloatArray
    errors: FloatArray
    back: Callable[[FloatArray], FloatArray]
    error: Callable[[FloatArray], FloatArray]


@dataclass(frozen=True)
class Outlying:
    """`values` are events over bases, one an area, and `target` that of all areas together.

    `p` is two-sided: how often chance and the usual spread together put an area so far out; NaN for all where there are
    fewer than 10 areas, so that it is not known how far apart areas usually lie. `spread` is that on the log (or logit)
    scale. `limits` draws the curves.
    """

    values: FloatArray
    target: float
    spread: float
    p: FloatArray
    kind: FunnelKind
    freedom: float
    scales: tuple[_Scale, ...]
    method: str = METHOD

    def limits(self, bases: npt.ArrayLike, *, level: float) -> tuple[FloatArray, FloatArray]:
        """The lower and upper limits for areas of these bases: the widest of all that are judged by."""
        size, tail = as_counts(bases), (1 - level) / 2
        lower, upper = exact_limits(self.target, size, tail, kind=self.kind)
        for scale in self.scales:
            reach = -stdtrit(self.freedom, tail) * np.sqrt(scale.error(size) ** 2 + scale.spread**2)
            lower = np.minimum(lower, scale.back(np.asarray(scale.middle - reach)))
            upper = np.maximum(upper, scale.back(np.asarray(scale.middle + reach)))
        return lower, upper


def outlying_areas(events: npt.ArrayLike, bases: npt.ArrayLike, *, kind: FunnelKind) -> Outlying:
    """How far each area stands out, of areas with so many events on so many residents (a rate) or cases (a share).

    The way areas differ beyond chance is unknown: where rates multiply, the published square root scale calls too many
    high areas out, and where they add up, a log scale too many low ones. An area stands out where it does on both, and
    by chance alone too. The spread of each scale is estimated about the median from z scores whose outer tenths are
    drawn in to the tenths' edges, corrected for that, and judged by Student's t. A missing or zero base is not available.
    Sources: Spiegelhalter (2005), Statistics in Medicine 24, 1185-1202, for the funnel with additive over-dispersion;
    Spiegelhalter, Sherlaw-Johnson, Bardsley, Blunt, Wood and Grigg (2012), JRSS A 175, 1-47, for the choice of scales.

    >>> found = outlying_areas([30, 28, 33, 31, 29, 35, 27, 30, 32, 26, 300], [1000] * 11, kind="rate")
    >>> (found.p < 0.001).tolist().index(True), int((found.p < 0.05).sum())
    (10, 1)
    """
    seen, size = as_counts(events), as_counts(bases)
    if seen.ndim != 1 or seen.shape != size.shape:
        raise ValueError("Give one count and one base an area.")
    if kind == "share" and np.any(seen > size):
        raise ValueError("A part is larger than the whole it is a share of. Check that both count the same things.")
    is_known = ~np.isnan(seen) & (size > 0)
    target = float(seen[is_known].sum() / size[is_known].sum()) if is_known.any() else 0.0
    if target <= 0 or (kind == "share" and target >= 1):
        raise ValueError("There is nothing to compare: no area has an event, or for a share every case is one.")
    known = int(is_known.sum())
    values = np.divide(seen, size, out=np.full_like(seen, np.nan), where=is_known)
    p, freedom = np.full_like(seen, np.nan), (known - 1) * (1 - WINSORISED_SHARE)
    if known < FEWEST_FOR_SPREAD:
        return Outlying(values, target, 0.0, p, kind, max(freedom, 1.0), ())
    scales = _scales(seen[is_known], size[is_known], target, kind=kind)
    p[is_known] = np.maximum.reduce(
        [
            exact_p(target, seen[is_known], size[is_known], kind=kind),
            *(2 * stdtr(freedom, -np.abs(scale.gaps) / np.hypot(scale.errors, scale.spread)) for scale in scales),
        ]
    )
    return Outlying(values, target, scales[0].spread, p, kind, freedom, scales)


def _scales(seen: FloatArray, size: FloatArray, target: float, *, kind: FunnelKind) -> tuple[_Scale, ...]:
    """The log and the square root of rates, the logit and the arcsine of shares; half an event keeps a log finite."""
    if kind == "rate":
        expected = size * target
        log, root = np.log((seen + 0.5) / (expected + 0.5)), np.sqrt(seen / expected) - 1
        return (
            _scale(log, size, lambda x: target * np.exp(x), lambda n: 1 / np.sqrt(n * target)),
            _scale(root, size, lambda x: target * np.maximum(1 + x, 0) ** 2, lambda n: 0.5 / np.sqrt(n * target)),
        )
    centre, angle = float(logit(target)), float(np.arcsin(np.sqrt(target)))
    odds, arc = logit((seen + 0.5) / (size + 1)) - centre, np.arcsin(np.sqrt(seen / size)) - angle
    variance = target * (1 - target)
    return (
        _scale(odds, size, lambda x: expit(centre + x), lambda n: 1 / np.sqrt(n * variance)),
        _scale(arc, size, lambda x: np.sin(np.clip(angle + x, 0, np.pi / 2)) ** 2, lambda n: 0.5 / np.sqrt(n)),
    )


def _scale(
    places: FloatArray,
    size: FloatArray,
    back: Callable[[FloatArray], FloatArray],
    error: Callable[[FloatArray], FloatArray],
) -> _Scale:
    errors, middle = error(size), float(np.median(places))
    gaps = places - middle
    return _Scale(middle, _spread(gaps / errors, errors), gaps, errors, back, error)


def _spread(z: FloatArray, errors: FloatArray) -> float:
    """DerSimonian and Laird's deviation between areas, from scores whose outer tenths are drawn in."""
    edges = np.quantile(z, [WINSORISED_SHARE, 1 - WINSORISED_SHARE])
    dispersion = np.mean(np.square(np.clip(z, *edges))) / winsorised_variance(WINSORISED_SHARE)
    weights = 1 / errors**2
    excess = z.size * dispersion - (z.size - 1)
    return float(np.sqrt(max(excess / (weights.sum() - np.square(weights).sum() / weights.sum()), 0.0)))
