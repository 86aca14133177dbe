"""Did the level change between two windows of the same calendar months that do not overlap?"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from wardmote.statistics.arrays import (
    MONTHS_IN_YEAR,
    BoolArray,
    FloatArray,
    as_matrix,
    number_or_none,
)
from wardmote.statistics.fitting import fit_log_linear
from wardmote.statistics.ratios import ratios_of_totals
from wardmote.statistics.scatter import Scatter

FEWEST_PAIRS = 6
METHOD = "quasi-Poisson on the same calendar months; not narrower than the exact conditional binomial test"


@dataclass(frozen=True)
class Change:
    """`ratio` is the later window over the earlier one (0.8 is a fall of 20%), from `lower` to `upper`.

    `months` is the number of pairs of months that both windows have. `poisson_error` is the standard error of the
    logarithm of the ratio if there were no over-dispersion, and `scatter` how much there is. None means not available;
    `distinguishable` is None for "cannot tell", and `reason` then says why.
    """

    ratio: float | None
    lower: float | None
    upper: float | None
    p: float | None
    poisson_error: float
    scatter: Scatter
    months: int
    earlier_total: float
    later_total: float
    distinguishable: bool | None
    reason: str
    method: str = METHOD

    @property
    def dispersion(self) -> float | None:
        """How many times wider than Poisson's the variance is."""
        return number_or_none(float(self.scatter.overall))


def change_between(series: npt.ArrayLike, *, earlier: range, later: range, level: float = 0.95) -> Change:
    """The change in one series (counts by month, NaN missing); see `changes_between`."""
    return changes_between(np.asarray(series, dtype=float)[None, :], earlier=earlier, later=later, level=level)[0]


def changes_between(series: npt.ArrayLike, *, earlier: range, later: range, level: float = 0.95) -> tuple[Change, ...]:
    """The change in each row of `series` between the columns `earlier` and the columns `later`.

    Both windows hold the same calendar months, whole years apart; a month missing from one is left out of both. The
    other months of `series` are history: they say how much the counts scatter, and nothing about the change. Raises
    ValueError for windows that overlap (rolling years may be drawn, never tested), of unequal length, over a year long,
    or not whole years apart.

    >>> before = [20, 22, 25, 30, 33, 35, 34, 31, 27, 24, 21, 20]
    >>> change = change_between(before + before + [n / 2 for n in before], earlier=range(12, 24), later=range(24, 36))
    >>> round(change.ratio, 2), change.distinguishable
    (0.5, True)
    """
    counts = as_matrix(series)
    _refuse_unlike(earlier, later, months=counts.shape[1])
    counts, pairs = _paired(counts, earlier, later)
    before, after = np.nansum(counts[:, earlier], axis=1), np.nansum(counts[:, later], axis=1)
    scatter = _scatter(counts, earlier, later)
    found = ratios_of_totals(before, after, scatter, level=level)
    is_enough = (pairs >= FEWEST_PAIRS) & (scatter.allowed_freedom > 0) & (before + after > 0)
    return tuple(
        Change(
            ratio=number_or_none(found.ratio[i]),
            lower=number_or_none(found.lower[i]) if is_enough[i] else None,
            upper=number_or_none(found.upper[i]) if is_enough[i] else None,
            p=number_or_none(found.p[i]) if is_enough[i] else None,
            poisson_error=float(found.poisson_error[i]),
            scatter=scatter.of(i),
            months=int(pairs[i]),
            earlier_total=float(before[i]),
            later_total=float(after[i]),
            distinguishable=bool(found.p[i] < 1 - level) if is_enough[i] else None,
            reason=_reason(int(pairs[i]), before[i] + after[i]) if not is_enough[i] else "",
        )
        for i in range(counts.shape[0])
    )


def _refuse_unlike(earlier: range, later: range, *, months: int) -> None:
    if set(earlier) & set(later):
        raise ValueError(
            "The two windows overlap, so they share months and cannot be tested against each other. "
            "Compare windows that have no month in common."
        )
    if len(earlier) != len(later) or not 1 <= len(earlier) <= MONTHS_IN_YEAR or {earlier.step, later.step} != {1}:
        raise ValueError("The two windows are not alike. Give each the same number of consecutive months, 12 at most.")
    if (later.start - earlier.start) % MONTHS_IN_YEAR:
        raise ValueError("The two windows hold different calendar months. Give windows that are whole years apart.")
    if min(earlier.start, later.start) < 0 or max(earlier.stop, later.stop) > months:
        raise ValueError(f"A window goes beyond the series, which has {months} months.")


def _paired(counts: FloatArray, earlier: range, later: range) -> tuple[FloatArray, FloatArray]:
    paired = counts.copy()
    is_missing = np.isnan(counts[:, earlier]) | np.isnan(counts[:, later])
    for window in (earlier, later):
        paired[:, window] = np.where(is_missing, np.nan, counts[:, window])
    return paired, (~is_missing).sum(axis=1).astype(float)


def _scatter(counts: FloatArray, earlier: range, later: range) -> Scatter:
    """About calendar months and years; where a year without events leaves no month to judge by, about years alone.

    The second counts a season as scatter, and so errs on the side of saying less.
    """
    design = _design(counts.shape[1], earlier, later)
    scatter = fit_log_linear(counts, design).scatter
    is_unknown = scatter.overall_freedom == 0
    if not is_unknown.any():
        return scatter
    years = np.column_stack([design[:, MONTHS_IN_YEAR:], 1 - design[:, MONTHS_IN_YEAR:].sum(axis=1)])
    return scatter.where_known(~is_unknown, otherwise=fit_log_linear(counts, years).scatter)


def _design(months: int, earlier: range, later: range) -> FloatArray:
    """Twelve calendar months, and a level for each year (cut so that the windows are levels of their own)."""
    position = np.arange(months)
    from_window = position - later.start
    in_window = (from_window % MONTHS_IN_YEAR) < len(later)
    year = 2 * (from_window // MONTHS_IN_YEAR) + ~in_window
    levels = [value for value in np.unique(year) if value != 2 * ((earlier.start - later.start) // MONTHS_IN_YEAR)]
    calendar = (position[:, None] % MONTHS_IN_YEAR) == np.arange(MONTHS_IN_YEAR)
    is_present: BoolArray = calendar.any(axis=0)
    return np.hstack([calendar[:, is_present], year[:, None] == np.array(levels)]).astype(float)


def _reason(pairs: int, events: float) -> str:
    if pairs < FEWEST_PAIRS:
        return f"only {pairs} calendar months are in both periods, and {FEWEST_PAIRS} are needed"
    return "there were no events in either period" if events == 0 else "too few months to judge how much counts scatter"
