"""Records that come late: how complete each month is so far, and what it will have once the late ones are in."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import gammaincinv

from wardmote.statistics.arrays import BoolArray, FloatArray, as_counts

LONGEST_DELAY_MONTHS = 12
SETTLED_SHARE = 0.98
METHOD = "chain ladder with over-dispersed Poisson prediction errors"


@dataclass(frozen=True)
class Nowcast:
    """Arrays of one figure a month of occurrence, in order; NaN where a month of recording is missing.

    `seen` are the records so far, `expected` those there will be once the longest delay has passed, with the interval
    `lower` to `upper` for that count. `share_recorded` is the share of them that should be in by now, and a month is
    `provisional` where it is below the settled share. `share_by_delay[k]` is the share recorded within k months.
    `historical` counts records made later than the longest delay, which are in no other figure. `dispersion` is how
    many times wider than Poisson's the counts scatter.
    """

    seen: FloatArray
    expected: FloatArray
    lower: FloatArray
    upper: FloatArray
    share_recorded: FloatArray
    is_provisional: BoolArray
    share_by_delay: FloatArray
    historical: FloatArray
    dispersion: float
    to_come_covariance: FloatArray
    level: float
    method: str = METHOD

    def total(self, months: range) -> tuple[float, float, float]:
        """The expected count of several months together, with its limits; NaN where one of them is not available."""
        rows = np.arange(months.start, months.stop)
        come = _middling(self.seen[rows], self.share_recorded[rows]).sum()
        variance = self.to_come_covariance[np.ix_(rows, rows)].sum()
        lower, upper = _limits_to_come(np.array([come]), np.array([variance]), self.level)
        seen = float(self.seen[rows].sum())
        return float(self.expected[rows].sum()), seen + float(lower[0]), seen + float(upper[0])


@dataclass(frozen=True)
class _Delays:
    """For each delay from 1 month: the chance that a record made by then was made just then, and on how many it stands."""

    chance: FloatArray
    records: FloatArray


def nowcast(
    counts: npt.ArrayLike,
    *,
    longest_delay_months: int = LONGEST_DELAY_MONTHS,
    settled_share: float = SETTLED_SHARE,
    recent_months: int | None = None,
    level: float = 0.95,
) -> Nowcast:
    """What each month will have, from `counts[i, j]`: those that occurred in month i and were recorded in month j.

    Both axes are the same consecutive months (the lower triangle is empty); a column of NaN is a month whose records
    are missing. Delays are learnt from all months, or from what was recorded in the last `recent_months`. It is
    supposed that records come as late now as they did then; the longest delay is where waiting ends. Needs more months
    than the longest delay. Sources: Mack (1991), ASTIN Bulletin 21, 93-109, for the chain ladder as a Poisson model;
    Renshaw and Verrall (1998), British Actuarial Journal 4, 903-923; England and Verrall (2002), British Actuarial
    Journal 8, 443-518, for its prediction errors.

    >>> half_at_once = np.triu(np.diag([10.0] * 4) + np.diag([10.0] * 3, k=1))
    >>> nowcast(half_at_once, longest_delay_months=1).expected.tolist()
    [20.0, 20.0, 20.0, 20.0]
    """
    table = _checked(counts, longest_delay_months)
    by_delay, is_known, historical = _by_delay(table, longest_delay_months)
    followed = is_known.sum(axis=1) - 1
    seen = np.where(is_known, by_delay, 0.0).sum(axis=1)
    due = np.minimum(table.shape[0] - 1 - np.arange(table.shape[0]), longest_delay_months)
    seen[followed < due] = np.nan
    delays = _delays(by_delay, is_known, table.shape[0], recent_months=recent_months)
    by_then = _share_by_delay(delays)
    share = np.where(np.isnan(seen), np.nan, by_then[np.maximum(followed, 0)])
    dispersion = _dispersion(by_delay, is_known, by_then)
    covariance = _covariance(seen, share, followed, delays, dispersion)
    lower, upper = _limits_to_come(_middling(seen, share), np.diag(covariance).copy(), level)
    return Nowcast(
        seen=seen,
        expected=np.divide(seen, share, out=np.full_like(seen, np.nan), where=share > 0),
        lower=seen + lower,
        upper=seen + upper,
        share_recorded=share,
        is_provisional=np.nan_to_num(share, nan=1.0) < settled_share,
        share_by_delay=by_then,
        historical=historical,
        dispersion=dispersion,
        to_come_covariance=covariance,
        level=level,
    )


def _checked(counts: npt.ArrayLike, longest: int) -> FloatArray:
    table = as_counts(counts)
    if table.ndim != 2 or table.shape[0] != table.shape[1]:
        raise ValueError("Late records need a square table: months of occurrence by the same months of recording.")
    if np.nansum(np.tril(np.nan_to_num(table), k=-1)) > 0:
        raise ValueError("A record was made before what it records. Check which dates are which.")
    if not 1 <= longest < table.shape[0]:
        raise ValueError(f"The longest delay is {longest} months. Give one from 1 up, and more months than that.")
    return table


def _by_delay(table: FloatArray, longest: int) -> tuple[FloatArray, BoolArray, FloatArray]:
    """Counts by month and delay, which of them follow on from a first month without a gap, and those beyond the longest."""
    months = table.shape[0]
    recorded = np.arange(months)[:, None] + np.arange(longest + 1)
    is_past = recorded < months
    by_delay = np.where(is_past, table[np.arange(months)[:, None], np.minimum(recorded, months - 1)], np.nan)
    is_known = np.logical_and.accumulate(~np.isnan(by_delay), axis=1)
    return by_delay, is_known, np.nansum(np.triu(np.nan_to_num(table), k=longest + 1), axis=1)


def _delays(by_delay: FloatArray, is_known: BoolArray, months: int, *, recent_months: int | None) -> _Delays:
    cumulative = np.cumsum(np.where(is_known, by_delay, 0.0), axis=1)
    is_used = is_known
    if recent_months is not None:
        recorded = np.arange(months)[:, None] + np.arange(by_delay.shape[1])
        is_used = is_known & (recorded >= months - recent_months)
    late = np.where(is_used, by_delay, 0.0).sum(axis=0)[1:]
    records = np.where(is_used, cumulative, 0.0).sum(axis=0)[1:]
    is_followed = is_used.any(axis=0)[1:]
    chance = np.divide(late, records, out=np.zeros_like(late), where=records > 0)
    return _Delays(np.where(is_followed, chance, np.nan), records)


def _share_by_delay(delays: _Delays) -> FloatArray:
    """The share of all records that are in within each delay: those that come at none of the longer ones."""
    return np.append(np.cumprod((1 - delays.chance)[::-1])[::-1], 1.0)


def _dispersion(by_delay: FloatArray, is_known: BoolArray, by_then: FloatArray) -> float:
    """Pearson's, and never below 1."""
    portions = np.diff(by_then, prepend=0.0)
    seen_share = by_then[np.maximum(is_known.sum(axis=1) - 1, 0)]
    totals = np.where(is_known, by_delay, 0.0).sum(axis=1) / seen_share
    expected = np.where(is_known, totals[:, None] * portions, 0.0)
    gap = np.where(is_known, by_delay, 0.0) - expected
    squares = np.divide(gap**2, expected, out=np.zeros_like(gap), where=expected > 0)
    is_used = (expected > 0) & is_known
    freedom = is_used.sum() - is_used.any(axis=1).sum() - (by_then.size - 1)
    return float(max(np.nansum(squares) / freedom, 1.0)) if freedom > 0 else 1.0


def _middling(seen: FloatArray, share: FloatArray) -> FloatArray:
    """Records still to come, from half a record more than was seen, so that a month without any may still get some."""
    with np.errstate(divide="ignore"):
        return np.asarray(np.where(share > 0, (seen + 0.5) * (1 / share - 1), np.nan))


def _covariance(
    seen: FloatArray, share: FloatArray, followed: npt.NDArray[np.int_], delays: _Delays, dispersion: float
) -> FloatArray:
    """Of what is still to come: chance in each month, and the doubt about the delays that months have in common."""
    spread = delays.chance / ((1 - delays.chance) * np.maximum(delays.records, 1))
    # What is doubtful about a month is every delay longer than it was followed for.
    doubt = np.append(np.cumsum(spread[::-1])[::-1], 0.0)
    longer = np.maximum(np.maximum.outer(followed, followed), 0)
    scale = _middling(seen, share) + seen + 0.5
    chance = _middling(seen, share) / share
    return np.asarray(dispersion * (np.outer(scale, scale) * doubt[longer] + np.diag(chance)))


def _limits_to_come(mean: FloatArray, variance: FloatArray, level: float) -> tuple[FloatArray, FloatArray]:
    """Whole numbers that hold the count to come, from the gamma distribution with this mean and variance."""
    tail = (1 - level) / 2
    has_any = mean > 0
    scale = np.divide(variance, mean, out=np.ones_like(mean), where=has_any)
    shape = np.where(has_any, mean / scale, 1.0)
    lower, upper = (gammaincinv(shape, share) * scale for share in (tail, 1 - tail))
    missing = np.where(np.isnan(mean), np.nan, 0.0)
    return np.where(has_any, np.floor(lower), 0.0) + missing, np.where(has_any, np.ceil(upper), 0.0) + missing
