"""Is one group's rate different from the rest's, and did it change differently?"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import stdtr, stdtrit

from wardmote.statistics.arrays import FloatArray, as_counts, as_matrix, number_or_none, ratio_from_log
from wardmote.statistics.averaging import critical_z, two_sided_p
from wardmote.statistics.change import Change
from wardmote.statistics.comparison import exact_ratio_interval, exact_ratio_p
from wardmote.statistics.scatter import slow_dispersion

FEWEST_MONTHS = 6
SLOW_SHARE = 0.5
RATE_METHOD = "quasi-Poisson rate ratio on the same months, never narrower than the exact conditional binomial test"
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
    exposure = as_counts(group_base) / as_counts(rest_base)
    totals = np.nansum(theirs, axis=1), np.nansum(mine, axis=1)
    dispersion, freedom = _scatter_of_shares(mine, theirs)
    add = np.where(np.minimum(*totals) == 0, 0.5, 0.0)
    log_ratio = np.log((totals[1] + add) / (totals[0] + add) / exposure)
    poisson_error = np.sqrt(1 / (totals[0] + add) + 1 / (totals[1] + add))
    p = np.fmax(
        two_sided_p(log_ratio / poisson_error, dispersion=dispersion, degrees_of_freedom=freedom),
        exact_ratio_p(*totals, exposure_ratio=exposure),
    )
    reach = critical_z(dispersion=dispersion, degrees_of_freedom=freedom, level=level) * poisson_error
    exact_lower, exact_upper = exact_ratio_interval(*totals, level=level)
    lower = np.fmin(ratio_from_log(log_ratio - reach), exact_lower / exposure)
    upper = np.fmax(ratio_from_log(log_ratio + reach), exact_upper / exposure)
    months = (~is_missing).sum(axis=1)
    is_enough = (months >= FEWEST_MONTHS) & (freedom > 0) & np.isfinite(exposure) & (exposure > 0)
    return tuple(
        Benchmark(
            ratio=number_or_none(np.exp(log_ratio[i])) if is_enough[i] and totals[0][i] > 0 else None,
            lower=number_or_none(lower[i]) if is_enough[i] else None,
            upper=number_or_none(upper[i]) if is_enough[i] else None,
            p=number_or_none(p[i]) if is_enough[i] else None,
            dispersion=number_or_none(dispersion[i]),
            degrees_of_freedom=float(freedom[i]),
            months=int(months[i]),
            distinguishable=bool(p[i] < 1 - level) if is_enough[i] else None,
            reason="" if is_enough[i] else "too few months, too few events, or no base to make a rate of",
            method=RATE_METHOD,
        )
        for i in range(mine.shape[0])
    )


def compare_changes(group: Change, rest: Change, *, level: float = 0.95) -> Benchmark:
    """Whether the group changed differently from the rest: the ratio of the two changes, each with its own scatter."""
    months = min(group.months, rest.months)
    if group.ratio is None or rest.ratio is None or not group.ratio or not rest.ratio:
        return _no_comparison(months)
    if group.standard_error is None or rest.standard_error is None or group.p is None or rest.p is None:
        return _no_comparison(months)
    variances = np.array([group.standard_error, rest.standard_error]) ** 2
    freedom = variances.sum() ** 2 / (variances**2 / [group.degrees_of_freedom, rest.degrees_of_freedom]).sum()
    error, log_ratio = np.sqrt(variances.sum()), np.log(group.ratio / rest.ratio)
    reach = stdtrit(freedom, (1 + level) / 2) * error
    p = float(2 * stdtr(freedom, -abs(log_ratio) / error))
    return Benchmark(
        ratio=float(np.exp(log_ratio)),
        lower=float(ratio_from_log(log_ratio - reach)),
        upper=float(np.exp(log_ratio + reach)),
        p=p,
        dispersion=None,
        degrees_of_freedom=float(freedom),
        months=months,
        distinguishable=p < 1 - level,
        reason="",
        method=CHANGE_METHOD,
    )


def _scatter_of_shares(mine: FloatArray, theirs: FloatArray) -> tuple[FloatArray, FloatArray]:
    """The dispersion of the group's share of each month's events, whose binomial variance stands in for Poisson's."""
    both = np.nan_to_num(mine + theirs)
    share = np.nansum(mine, axis=1, keepdims=True) / np.maximum(both.sum(axis=1, keepdims=True), 1)
    root = np.sqrt(both * share * (1 - share))
    gap = np.nan_to_num(mine) - both * share
    residuals = np.divide(gap, root, out=np.zeros_like(gap), where=root > 0)
    is_used = root > 0
    return slow_dispersion(
        residuals,
        root[:, :, None],
        is_used=is_used,
        degrees_of_freedom=(is_used.sum(axis=1) - 1).astype(float),
        share=SLOW_SHARE,
    )


def _no_comparison(months: int) -> Benchmark:
    reason = "one of the two changes is not available"
    return Benchmark(None, None, None, None, None, 0.0, months, None, reason, CHANGE_METHOD)
