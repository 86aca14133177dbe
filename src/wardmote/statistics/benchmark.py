"""Is one group's rate different from the rest's, and did it change differently?"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from wardmote.statistics.arrays import FloatArray, as_counts, as_matrix, number_or_none
from wardmote.statistics.averaging import critical_z, two_sided_p
from wardmote.statistics.change import Change
from wardmote.statistics.ratios import ratios_of_totals
from wardmote.statistics.scatter import Scatter, pooled_scatter, scatter_of

FEWEST_MONTHS = 6
RATE_METHOD = "quasi-Poisson rate ratio on the same months, not narrower than the exact conditional binomial test"
CHANGE_METHOD = "ratio of two quasi-Poisson changes, with Welch's degrees of freedom"


@dataclass(frozen=True)
class Benchmark:
    """`ratio` is the group's rate over the rest's (1.2 is 20% higher), or its change over theirs, with its interval.

    None means not available; `distinguishable` is None for "cannot tell", and `reason` then says why.
    """

    ratio: float | None
    lower: float | None
    upper: float | None
    p: float | None
    dispersion: float | None
    degrees_of_freedom: float
    months: int
    distinguishable: bool | None
    reason: str
    method: str


def compare_rates(
    group: npt.ArrayLike, rest: npt.ArrayLike, *, group_base: float, rest_base: float, level: float = 0.95
) -> Benchmark:
    """One group's counts by month against the rest's in the same months; see `compare_all_rates`."""
    return compare_all_rates(
        np.asarray(group, dtype=float)[None, :],
        np.asarray(rest, dtype=float)[None, :],
        group_base=[group_base],
        rest_base=[rest_base],
        level=level,
    )[0]


def compare_all_rates(
    group: npt.ArrayLike,
    rest: npt.ArrayLike,
    *,
    group_base: npt.ArrayLike,
    rest_base: npt.ArrayLike,
    level: float = 0.95,
) -> tuple[Benchmark, ...]:
    """Each row of `group` against the same row of `rest` (both s by months, NaN missing), as rates of their bases.

    The rest never includes the group. A month missing from either is left out of both. Months share their level, so a
    season or a shock that both felt does not count as scatter. Bases are residents, homes or the like, one a row.
    """
    mine, theirs = as_matrix(group), as_matrix(rest)
    if mine.shape != theirs.shape:
        raise ValueError(f"The group has {mine.shape} counts and the rest {theirs.shape}. Give both the same months.")
    is_missing = np.isnan(mine) | np.isnan(theirs)
    mine, theirs = np.where(is_missing, np.nan, mine), np.where(is_missing, np.nan, theirs)
    exposure = _exposure_ratio(as_counts(group_base), as_counts(rest_base))
    totals = np.nansum(theirs, axis=1), np.nansum(mine, axis=1)
    scatter = _scatter_of_shares(mine, theirs)
    found = ratios_of_totals(*totals, scatter, exposure_ratio=exposure, level=level)
    months = (~is_missing).sum(axis=1)
    is_enough = (months >= FEWEST_MONTHS) & (scatter.allowed_freedom > 0) & ~np.isnan(exposure)
    return tuple(
        Benchmark(
            ratio=number_or_none(found.ratio[i]) if is_enough[i] else None,
            lower=number_or_none(found.lower[i]) if is_enough[i] else None,
            upper=number_or_none(found.upper[i]) if is_enough[i] else None,
            p=number_or_none(found.p[i]) if is_enough[i] else None,
            dispersion=number_or_none(scatter.overall[i]),
            degrees_of_freedom=float(scatter.allowed_freedom[i]),
            months=int(months[i]),
            distinguishable=bool(found.p[i] < 1 - level) if is_enough[i] else None,
            reason="" if is_enough[i] else "too few months, too few events, or no base to make a rate of",
            method=RATE_METHOD,
        )
        for i in range(mine.shape[0])
    )


def compare_changes(group: Change, rest: Change, *, level: float = 0.95) -> Benchmark:
    """Whether the group changed differently from the rest: the ratio of the two changes, each with its own scatter."""
    months = min(group.months, rest.months)
    if not group.ratio or not rest.ratio or group.p is None or rest.p is None:
        return _no_comparison(months)
    variances = np.square(group.poisson_error), np.square(rest.poisson_error)
    scatter = pooled_scatter(group.scatter, rest.scatter, variances=variances)
    error, log_ratio = np.sqrt(variances[0] + variances[1]), np.log(group.ratio / rest.ratio)
    reach = critical_z(scatter, level=level) * error
    p = float(two_sided_p(log_ratio / error, scatter))
    return Benchmark(
        ratio=float(np.exp(log_ratio)),
        lower=float(np.exp(log_ratio - reach)),
        upper=float(np.exp(log_ratio + reach)),
        p=p,
        dispersion=number_or_none(float(scatter.overall)),
        degrees_of_freedom=float(scatter.allowed_freedom),
        months=months,
        distinguishable=p < 1 - level,
        reason="",
        method=CHANGE_METHOD,
    )


def _scatter_of_shares(mine: FloatArray, theirs: FloatArray) -> Scatter:
    """The dispersion of the group's share of each month's events, whose binomial variance stands in for Poisson's."""
    both = np.nan_to_num(mine + theirs)
    total, own = both.sum(axis=1, keepdims=True), np.nansum(mine, axis=1, keepdims=True)
    share = np.clip(own, 0.5, np.maximum(total - 0.5, 0.5)) / np.maximum(total, 1)
    root = np.sqrt(both * share * (1 - share))
    gap = np.nan_to_num(mine) - both * share
    residuals = np.divide(gap, root, out=np.zeros_like(gap), where=root > 0)
    is_used = root > 0
    freedom = (is_used.sum(axis=1) - 1).astype(float)
    return scatter_of(residuals, root[:, :, None], is_used=is_used, degrees_of_freedom=freedom)


def _exposure_ratio(group: FloatArray, rest: FloatArray) -> FloatArray:
    has_both = (group > 0) & (rest > 0)
    return np.divide(group, rest, out=np.full_like(group, np.nan), where=has_both)


def _no_comparison(months: int) -> Benchmark:
    reason = "one of the two changes is not available"
    return Benchmark(None, None, None, None, None, 0.0, months, None, reason, CHANGE_METHOD)
