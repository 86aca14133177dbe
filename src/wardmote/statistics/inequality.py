"""How steeply a rate or a share falls from the most to the least deprived: slope and relative index of inequality."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt
from scipy.special import expit, logit, ndtri

from wardmote.statistics.arrays import FloatArray, as_counts
from wardmote.statistics.averaging import critical_z, two_sided_p
from wardmote.statistics.intervals import Interval, count_interval, proportion_interval
from wardmote.statistics.scatter import Scatter

Scale = Literal["log", "logit"]
FEWEST_GROUPS = 5
METHOD = "population-weighted line through the groups' ranks on a {scale} scale, allowing for scatter about it"


@dataclass(frozen=True)
class Inequality:
    """`gap` is the level at the most deprived end less that at the least deprived end, and `ratio` one over the other.

    Both are of the line fitted through all groups, so 0 and 1 are no inequality; `gap` has the units of the values.
    `scatter` is how many times more the groups vary about the line than chance in each explains (1: no more); well
    above 1, deprivation alone does not describe the pattern. None means not available; `distinguishable` is None for
    "cannot tell", and `reason` then says why.
    """

    gap: float | None
    gap_lower: float | None
    gap_upper: float | None
    ratio: float | None
    ratio_lower: float | None
    ratio_upper: float | None
    p: float | None
    scatter: float | None
    groups: int
    distinguishable: bool | None
    reason: str
    level: float
    method: str


@dataclass(frozen=True)
class _Line:
    middle: float
    slope: float
    slope_error: float
    scatter: float
    freedom: int


def inequality_of_rates(
    events: npt.ArrayLike, population: npt.ArrayLike, *, per: float, level: float = 0.95
) -> Inequality:
    """Events per `per` people in each group, most deprived first; see `slope_index`.

    >>> deciles = [240, 220, 180, 170, 150, 140, 130, 110, 90, 80]
    >>> result = inequality_of_rates(deciles, [10_000] * 10, per=1000)
    >>> round(result.gap, 1), round(result.ratio, 2)
    (17.8, 3.26)
    """
    people = as_counts(population)
    scale = np.divide(per, people, out=np.full_like(people, np.nan), where=people > 0)
    limits = count_interval(events)
    scaled = Interval(limits.value * scale, limits.lower * scale, limits.upper * scale, limits.level, limits.method)
    return slope_index(scaled, people, scale="log", level=level)


def inequality_of_shares(parts: npt.ArrayLike, wholes: npt.ArrayLike, *, level: float = 0.95) -> Inequality:
    """The share of each group (0 to 1), most deprived first; see `slope_index`."""
    return slope_index(proportion_interval(parts, wholes), as_counts(wholes), scale="logit", level=level)


def slope_index(
    values: Interval, population: npt.ArrayLike, *, scale: Scale, level: float = 0.95, is_scatter_allowed: bool = True
) -> Inequality:
    """The slope index of inequality of values with their intervals, one a group, most deprived first.

    Each group stands at the middle of its share of the population, and the line is weighted by population, on a log
    scale for rates and a logit scale for shares. Groups without people are left out; at least 5 are needed. The plain
    method takes the groups' own intervals for the only uncertainty; `is_scatter_allowed` widens it by how much the
    groups stray from the line. Sources: Low and Low (2004), Journal of Public Health 26, 388-395; the method of the
    Office for Health Improvement and Disparities as the R package PHEindicatormethods documents it.
    """
    people = as_counts(population)
    if people.ndim != 1 or values.value.shape != people.shape:
        raise ValueError("Inequality needs one value and one population a group, most deprived first.")
    is_there = people > 0
    method = METHOD.format(scale=scale)
    reason = _cannot_tell(values.value[is_there], scale=scale)
    if reason:
        groups = int(is_there.sum())
        return Inequality(None, None, None, None, None, None, None, None, groups, None, reason, level, method)
    line = _fitted(values, people, is_there, scale=scale)
    scatter = _as_scatter(line, is_allowed=is_scatter_allowed)
    reach = float(critical_z(scatter, level=level)[0]) * line.slope_error
    p = float(two_sided_p(np.array([line.slope / line.slope_error]), scatter)[0])
    gap, ratio = _ends(line.middle, line.slope, scale=scale)
    # A line that falls more steeply towards the least deprived has the larger gap.
    gap_lower, ratio_lower = _ends(line.middle, line.slope + reach, scale=scale)
    gap_upper, ratio_upper = _ends(line.middle, line.slope - reach, scale=scale)
    return Inequality(
        gap=gap,
        gap_lower=gap_lower,
        gap_upper=gap_upper,
        ratio=ratio,
        ratio_lower=ratio_lower,
        ratio_upper=ratio_upper,
        p=p,
        scatter=line.scatter,
        groups=int(is_there.sum()),
        distinguishable=p < 1 - level,
        reason="",
        level=level,
        method=method,
    )


def _cannot_tell(values: FloatArray, *, scale: Scale) -> str:
    if values.size < FEWEST_GROUPS:
        return f"only {values.size} groups have people, and {FEWEST_GROUPS} are needed"
    if np.isnan(values).any():
        return "a group has no figure"
    if np.any(values == 0):
        return "a group had no events at all"
    return "everybody in a group counts" if scale == "logit" and np.any(values == 1) else ""


def _fitted(values: Interval, population: FloatArray, is_there: npt.NDArray[np.bool_], *, scale: Scale) -> _Line:
    link = np.log if scale == "log" else logit
    y, low, high = (link(part[is_there]) for part in (values.value, values.lower, values.upper))
    errors = (high - low) / (-2 * ndtri((1 - values.level) / 2))
    weights = population[is_there] / population[is_there].sum()
    rank = np.cumsum(weights) - weights / 2
    design = np.column_stack([np.ones_like(rank), rank])
    solver = np.linalg.solve(design.T @ (weights[:, None] * design), design.T * weights)
    start, slope = solver @ y
    residual_maker = np.eye(y.size) - design @ solver
    expected = np.sum((residual_maker * errors) ** 2 / errors[:, None] ** 2)
    return _Line(
        middle=float(start + slope / 2),
        slope=float(slope),
        slope_error=float(np.sqrt(np.sum((solver[1] * errors) ** 2))),
        scatter=float(np.sum((residual_maker @ y / errors) ** 2) / expected),
        freedom=y.size - 2,
    )


def _as_scatter(line: _Line, *, is_allowed: bool) -> Scatter:
    # So many degrees of freedom that the plain interval is the normal one.
    found, freedom = (line.scatter, float(line.freedom)) if is_allowed else (1.0, 1e9)
    dispersion, degrees = np.array([found]), np.array([freedom])
    return Scatter(dispersion, degrees, dispersion, degrees)


def _ends(middle: float, slope: float, *, scale: Scale) -> tuple[float, float]:
    """Gap and ratio between the ends of a line through `middle` at half rank."""
    back = np.exp if scale == "log" else expit
    most, least = back(middle - slope / 2), back(middle + slope / 2)
    return float(most - least), float(most / least)
