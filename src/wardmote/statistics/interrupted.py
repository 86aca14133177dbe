"""Months in which something else was going on: their level estimated as an interruption, and kept out of the rest."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from wardmote.statistics.arrays import MONTHS_IN_YEAR, BoolArray, FloatArray, as_matrix, number_or_none, ratio_from_log
from wardmote.statistics.averaging import critical_z, two_sided_p
from wardmote.statistics.fitting import fit_log_linear

FEWEST_MONTHS = 24
METHOD = "interrupted series: log-linear quasi-Poisson with trend and calendar months"


@dataclass(frozen=True)
class Interruption:
    """`ratio` is the level in these months over what trend and season lead to expect: 0.7 is 30% fewer.

    `seen` is how many there were, and `expected` how many without the interruption. `months` counts those with a
    figure. None means not available; `distinguishable` is None for "cannot tell", and `reason` then says why.
    """

    ratio: float | None
    lower: float | None
    upper: float | None
    p: float | None
    seen: float
    expected: float | None
    dispersion: float | None
    months: int
    distinguishable: bool | None
    reason: str
    method: str = METHOD


def without_months(series: npt.ArrayLike, months: Sequence[range]) -> FloatArray:
    """A copy of `series` (..., months) in which those months are missing, so that no test is run across them.

    >>> without_months([5, 6, 7, 8], [range(1, 3)]).tolist()
    [5.0, nan, nan, 8.0]
    """
    values = np.array(series, dtype=float)
    values[..., _is_within(months, values.shape[-1])] = np.nan
    return values


def interruption_of(series: npt.ArrayLike, months: range, *, level: float = 0.95) -> Interruption:
    """One interruption of one series (counts by consecutive month, NaN missing); see `interruptions_of`."""
    return interruptions_of(np.asarray(series, dtype=float)[None, :], [months], level=level)[0][0]


def interruptions_of(
    series: npt.ArrayLike, months: Sequence[range], *, level: float = 0.95
) -> tuple[tuple[Interruption, ...], ...]:
    """For each row of `series`, the level in each of several stretches of months (positions), which may not overlap.

    The trend and the season are those of the other months, of which 24 need a figure, and each calendar month of a
    stretch must be among them. Source: Lopez Bernal, Cummins and Gasparrini (2017), International Journal of
    Epidemiology 46, 348-355. Raises ValueError for stretches that overlap or go beyond the series.
    """
    counts = as_matrix(series)
    inside = _is_within(months, counts.shape[1])
    fit = fit_log_linear(counts, _design(counts.shape[1], months))
    log_ratios = fit.coefficients[:, fit.coefficients.shape[1] - len(months) :]
    errors = fit.standard_errors[:, fit.coefficients.shape[1] - len(months) :]
    reach = critical_z(fit.scatter, level=level)
    p = [two_sided_p(log_ratios[:, place] / errors[:, place], fit.scatter) for place in range(len(months))]
    return tuple(
        tuple(
            _interruption(
                counts[i, stretch],
                log_ratio=float(log_ratios[i, place]),
                error=float(errors[i, place]),
                reach=float(reach[i]),
                p=float(p[place][i]),
                dispersion=float(fit.scatter.overall[i]),
                reason=_cannot_tell(counts[i], inside, stretch),
                level=level,
            )
            for place, stretch in enumerate(months)
        )
        for i in range(counts.shape[0])
    )


def _interruption(
    within: FloatArray,
    *,
    log_ratio: float,
    error: float,
    reach: float,
    p: float,
    dispersion: float,
    reason: str,
    level: float,
) -> Interruption:
    seen, months = float(np.nansum(within)), int((~np.isnan(within)).sum())
    if not reason and not np.isfinite([log_ratio, error, reach]).all():
        reason = "too few events or months to judge by"
    if reason:
        return Interruption(None, None, None, None, seen, None, number_or_none(dispersion), months, None, reason)
    ratio, lower, upper = ratio_from_log(np.array([log_ratio, log_ratio - reach * error, log_ratio + reach * error]))
    return Interruption(
        ratio=float(ratio),
        lower=float(lower),
        upper=number_or_none(float(upper)),
        p=p,
        seen=seen,
        expected=seen / float(ratio),
        dispersion=number_or_none(dispersion),
        months=months,
        distinguishable=p < 1 - level,
        reason="",
    )


def _cannot_tell(counts: FloatArray, inside: BoolArray, stretch: range) -> str:
    is_outside = ~np.isnan(counts) & ~inside
    if is_outside.sum() < FEWEST_MONTHS:
        return f"only {int(is_outside.sum())} other months have a figure, and {FEWEST_MONTHS} are needed"
    within = np.array([month for month in stretch if not np.isnan(counts[month])], dtype=int)
    if not within.size:
        return "none of these months has a figure"
    calendar = np.arange(counts.size) % MONTHS_IN_YEAR
    if not np.isin(calendar[within], calendar[is_outside]).all():
        return "a calendar month has a figure in these months alone"
    return "there were no events in these months" if counts[within].sum() == 0 else ""


def _is_within(months: Sequence[range], size: int) -> BoolArray:
    inside = np.zeros(size, dtype=int)
    for stretch in months:
        if len(stretch) == 0 or stretch.step != 1 or stretch.start < 0 or stretch.stop > size:
            raise ValueError(f"The months {stretch} are not consecutive months of a series that has {size}.")
        inside[stretch] += 1
    if np.any(inside > 1):
        raise ValueError("Two stretches of months overlap. Give each month once.")
    return inside > 0


def _design(size: int, months: Sequence[range]) -> FloatArray:
    """Calendar months, years since the middle, and a level for each stretch."""
    position = np.arange(size)
    calendar = (position[:, None] % MONTHS_IN_YEAR) == np.arange(MONTHS_IN_YEAR)
    years = (position - position.mean()) / MONTHS_IN_YEAR
    stretches = [np.isin(position, stretch) for stretch in months]
    return np.column_stack([calendar[:, calendar.any(axis=0)], years, *stretches]).astype(float)
