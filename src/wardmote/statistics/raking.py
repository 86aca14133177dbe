"""Rim weights: weights that make a sample match the population on several margins at once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from wardmote.statistics.arrays import FloatArray
from wardmote.statistics.survey import WeightedBase, weighted_base

NOT_STATED = -1
_MOST_ROUNDS = 2000
_CLOSE_ENOUGH = 1e-8
METHOD = "rim weights by iterative proportional fitting"


@dataclass(frozen=True)
class Margin:
    """`groups` holds each respondent's group (0, 1, ...; -1 for not stated), `population` how many people each has."""

    name: str
    groups: npt.NDArray[np.int_]
    population: FloatArray


@dataclass(frozen=True)
class Raked:
    """`weights` (one a respondent, mean 1) are all NaN where no weights can match the margins, and `reason` says why.

    `largest_gap` is the furthest that any weighted share is from the population's. `trimmed` counts the weights held
    at a limit; with trimmed weights the margins may be off by that gap, which `reason` then says.
    """

    weights: FloatArray
    has_converged: bool
    reason: str
    rounds: int
    largest_gap: float
    trimmed: int
    base: WeightedBase
    method: str = METHOD


def rake(
    margins: Sequence[Margin],
    *,
    start: npt.ArrayLike | None = None,
    limits: tuple[float, float] | None = None,
    most_rounds: int = _MOST_ROUNDS,
) -> Raked:
    """Weights that match every margin; `start` are weights to begin from (by design), all alike by default.

    `limits` hold each weight between so many times the mean (such as 0.3 and 3). Those who did not state their group
    keep the share of the margin that they have. Source: Deming and Stephan (1940), Annals of Mathematical Statistics
    11, 427-444. Raises ValueError for margins of different length, or groups that the population does not have.

    >>> sex = Margin("sex", np.array([0, 0, 0, 1]), np.array([50.0, 50.0]))
    >>> rake([sex]).weights.round(3).tolist()
    [0.667, 0.667, 0.667, 2.0]
    """
    if limits is not None and not 0 <= limits[0] < 1 < limits[1]:
        raise ValueError(
            "The limits do not stand either side of the mean weight. Give times the mean, such as 0.3 and 3."
        )
    weights = _starting_weights(margins, start)
    reason = _cannot_match(margins, weights)
    if reason:
        return _without_weights(weights, reason, rounds=0, gap=np.nan)
    weights, rounds = _rounds(margins, weights, limits=limits, most=most_rounds)
    gap = _largest_gap(margins, weights)
    has_converged = gap < _CLOSE_ENOUGH
    if not has_converged and limits is None:
        return _without_weights(weights, _no_joint_distribution(gap), rounds=rounds, gap=gap)
    return Raked(
        weights=weights,
        has_converged=has_converged,
        reason="" if has_converged else f"with weights held to the limits, a margin is off by {100 * gap:.2f} points",
        rounds=rounds,
        largest_gap=gap,
        trimmed=_trimmed(weights, limits),
        base=weighted_base(weights),
    )


def _rounds(
    margins: Sequence[Margin], weights: FloatArray, *, limits: tuple[float, float] | None, most: int
) -> tuple[FloatArray, int]:
    """Match the margins in turn until all of them are met, or until nothing moves any more."""
    for done in range(1, most + 1):
        before = weights
        for margin in margins:
            weights = _matched(margin, weights)
        weights = _held(weights, limits)
        has_settled = bool(np.max(np.abs(weights - before), initial=0.0) < _CLOSE_ENOUGH / 10)
        if has_settled or _largest_gap(margins, weights) < _CLOSE_ENOUGH / 10:
            return weights, done
    return weights, most


def _starting_weights(margins: Sequence[Margin], start: npt.ArrayLike | None) -> FloatArray:
    sizes = {margin.groups.size for margin in margins}
    if len(sizes) != 1:
        raise ValueError("The margins have different numbers of respondents, or there are none. Give one group each.")
    weights = np.ones(sizes.pop()) if start is None else np.array(start, dtype=float)
    if weights.shape != margins[0].groups.shape or not np.all(np.isfinite(weights)) or np.any(weights <= 0):
        raise ValueError("A weight to begin from is missing or not above zero. Give each respondent one above zero.")
    for margin in margins:
        if np.any(margin.groups >= margin.population.size) or np.any(margin.groups < NOT_STATED):
            raise ValueError(f"A respondent's {margin.name} is a group that the population does not have.")
        if not np.all(np.isfinite(margin.population)) or np.any(margin.population < 0):
            raise ValueError(f"The population by {margin.name} has a missing figure or one below zero.")
    return np.asarray(weights / weights.mean())


def _cannot_match(margins: Sequence[Margin], weights: FloatArray) -> str:
    for margin in margins:
        seen = _by_group(margin, weights)
        missing, unwanted = (seen == 0) & (margin.population > 0), (seen > 0) & (margin.population == 0)
        if missing.any() or margin.population.sum() == 0:
            share = margin.population[missing].sum() / max(margin.population.sum(), 1e-300)
            numbers = ", ".join(str(int(group)) for group in np.flatnonzero(missing))
            return f"nobody answered from {margin.name} {numbers}, where {share:.1%} of the population is"
        if unwanted.any():
            return f"respondents are in a group of {margin.name} in which the population has nobody"
    return ""


def _by_group(margin: Margin, weights: FloatArray) -> FloatArray:
    is_stated = margin.groups != NOT_STATED
    return np.bincount(margin.groups[is_stated], weights=weights[is_stated], minlength=margin.population.size)


def _matched(margin: Margin, weights: FloatArray) -> FloatArray:
    sums = _by_group(margin, weights)
    target = margin.population / margin.population.sum() * sums.sum()
    factor = np.divide(target, sums, out=np.ones_like(target), where=sums > 0)
    # Those who did not state their group stand last, where -1 finds the factor that leaves them as they are.
    return np.asarray(weights * np.append(factor, 1.0)[margin.groups])


def _largest_gap(margins: Sequence[Margin], weights: FloatArray) -> float:
    gaps = []
    for margin in margins:
        sums = _by_group(margin, weights)
        gaps.append(np.max(np.abs(sums / sums.sum() - margin.population / margin.population.sum())))
    return float(max(gaps))


def _held(weights: FloatArray, limits: tuple[float, float] | None) -> FloatArray:
    scaled = weights / weights.mean()
    return np.asarray(scaled if limits is None else np.clip(scaled, *limits))


def _trimmed(weights: FloatArray, limits: tuple[float, float] | None) -> int:
    return 0 if limits is None else int(np.sum((weights <= limits[0]) | (weights >= limits[1])))


def _no_joint_distribution(gap: float) -> str:
    return (
        f"no weights match all margins together (one stays off by {100 * gap:.2f} points): "
        "groups that never occur together in the sample would have to, so join some of them"
    )


def _without_weights(weights: FloatArray, reason: str, *, rounds: int, gap: float) -> Raked:
    nothing = WeightedBase(0, np.nan, np.nan)
    return Raked(np.full(weights.shape, np.nan), False, reason, rounds, gap, 0, nothing)
