"""Is there a season, what is its shape, and which months can be told apart from the rest?"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import fdtrc, stdtrit

from wardmote.statistics.arrays import (
    MONTHS_IN_YEAR,
    BoolArray,
    FloatArray,
    as_counts,
    as_matrix,
    calendar_months,
    number_or_none,
)
from wardmote.statistics.fitting import fit_log_linear
from wardmote.statistics.scatter import squared_projections

FEWEST_MONTHS = 24
METHOD = "quasi-Poisson test of calendar months, years taken out"


@dataclass(frozen=True)
class Season:
    """`factors[0]` is January's level over the average month's, to `factors[11]` for December (they average 1).

    A factor is above zero and finite wherever its calendar month has a figure: see `seasons_of`.
    `peak_month` and `trough_month` are calendar months (1 to 12). `peak_months` are all those that cannot be told apart
    from the highest, so the peak is clear only when there is one of them; `trough_months` likewise. `distinguishable`
    says whether there is a season at all; it is None for "cannot tell", and `reason` then says why.
    """

    factors: FloatArray
    peak_month: int | None
    trough_month: int | None
    peak_months: tuple[int, ...]
    trough_months: tuple[int, ...]
    p: float | None
    dispersion: float | None
    months: int
    distinguishable: bool | None
    reason: str
    method: str = METHOD

    @property
    def is_peak_clear(self) -> bool:
        """Whether the highest month can be told apart from every other."""
        return len(self.peak_months) == 1


def season_of(series: npt.ArrayLike, *, first_month: int, level: float = 0.95) -> Season:
    """The season of one series (counts by consecutive month, NaN missing); see `seasons_of`."""
    return seasons_of(np.asarray(series, dtype=float)[None, :], first_month=first_month, level=level)[0]


def seasons_of(series: npt.ArrayLike, *, first_month: int, level: float = 0.95) -> tuple[Season, ...]:
    """The season of each row of `series`, whose first column is calendar month `first_month`.

    Needs 24 months with a figure, and each calendar month at least once. The level of each year (counted back from the
    last month) is taken out, so that a rise or a fall is not taken for a season. The factors are those that are likeliest
    when each calendar month has been seen once more, with one event where one was expected: a few events move them
    little, many move them fully, and a month seen in one short year alone cannot run away (a gamma prior of mean and
    shape 1; Clayton and Kaldor (1987), Biometrics 43). The test takes no account of those further events. The months
    that may be the highest follow Hsu (1984), Annals of Statistics 12, with Bonferroni's bound for the eleven
    comparisons.
    """
    counts = as_matrix(series)
    calendar = calendar_months(counts.shape[1], first_month=first_month)[:, None] == np.arange(1, MONTHS_IN_YEAR + 1)
    p, dispersion, freedom = _test(counts, calendar)
    factors, errors = _factors(counts, calendar)
    months = (~np.isnan(counts)).sum(axis=1)
    has_enough = (months >= FEWEST_MONTHS) & ~np.isnan(factors).any(axis=1) & ~np.isnan(p)
    reach = stdtrit(freedom, 1 - (1 - level) / (MONTHS_IN_YEAR - 1)) * np.sqrt(np.fmax(dispersion, 1.0))
    return tuple(
        Season(
            factors=factors[i],
            peak_month=_month(np.argmax(factors[i])) if has_enough[i] else None,
            trough_month=_month(np.argmin(factors[i])) if has_enough[i] else None,
            peak_months=_contenders(factors[i], errors[i] * reach[i], sign=1) if has_enough[i] else (),
            trough_months=_contenders(factors[i], errors[i] * reach[i], sign=-1) if has_enough[i] else (),
            p=number_or_none(p[i]) if has_enough[i] else None,
            dispersion=number_or_none(dispersion[i]),
            months=int(months[i]),
            distinguishable=bool(p[i] < 1 - level) if has_enough[i] else None,
            reason="" if has_enough[i] else _reason(int(months[i]), factors[i]),
        )
        for i in range(counts.shape[0])
    )


def deseasonalise(series: npt.ArrayLike, factors: npt.ArrayLike, *, first_month: int) -> FloatArray:
    """Monthly values divided by their month's factor; NaN where the factor is missing.

    `series` is (..., months) and `factors` (..., 12), January first.
    """
    values, shape = as_counts(series), np.asarray(factors, dtype=float)
    calendar = calendar_months(values.shape[-1], first_month=first_month)
    divisor = shape[..., calendar - 1]
    return np.asarray(values / divisor)


def _test(counts: FloatArray, calendar: BoolArray) -> tuple[FloatArray, FloatArray, FloatArray]:
    """P-value of the score test for calendar months given the years, with the dispersion of what is left and its df."""
    fit = fit_log_linear(counts, _years(counts.shape[1]))
    columns = np.sqrt(fit.expected)[:, :, None] * calendar[:, :-1]
    explained = squared_projections(fit.residuals, fit.weighted_design, columns).sum(axis=1)
    terms = MONTHS_IN_YEAR - 1
    freedom = np.maximum(fit.degrees_of_freedom - terms, 0)
    left = (fit.residuals**2).sum(axis=1) - explained
    dispersion = np.divide(left, freedom, out=np.full_like(left, np.nan), where=freedom > 0)
    p = fdtrc(terms, np.maximum(freedom, 1), explained / terms / np.maximum(dispersion, 1e-12))
    # A month that was only seen in years without events cannot be tested beside the others.
    is_told = (fit.used.astype(float) @ calendar > 0).all(axis=1)
    return np.where((freedom > 0) & is_told, np.asarray(p), np.nan), dispersion, freedom


def _factors(counts: FloatArray, calendar: BoolArray) -> tuple[FloatArray, FloatArray]:
    """The level of each calendar month with the years taken out (mean 1), and the Poisson error of its logarithm.

    Without the further event of each calendar month, a level has no bound where a month was only seen in a year whose
    other months had no events, and is zero where it never had one itself.
    """
    years = _years(counts.shape[1])
    design = np.hstack([np.vstack([calendar, np.eye(MONTHS_IN_YEAR)]), np.pad(years, ((0, MONTHS_IN_YEAR), (0, 0)))])
    further = np.ones((counts.shape[0], MONTHS_IN_YEAR))
    fit = fit_log_linear(np.hstack([counts, further]), design)
    is_seen = (~np.isnan(counts)).astype(float) @ calendar > 0
    level = np.where(is_seen, np.exp(fit.coefficients[:, :MONTHS_IN_YEAR]), np.nan)
    mean = np.nansum(level, axis=1, keepdims=True) / np.maximum(is_seen.sum(axis=1, keepdims=True), 1)
    return level / mean, 1 / np.sqrt(np.nan_to_num(counts) @ calendar + 1)


def _years(months: int) -> FloatArray:
    """One level for each twelve months, counted back from the last."""
    year = (np.arange(months) - months) // MONTHS_IN_YEAR
    return np.asarray(year[:, None] == np.unique(year), dtype=float)


def _month(index: np.intp) -> int:
    return int(index) + 1


def _contenders(factors: FloatArray, reach: FloatArray, *, sign: int) -> tuple[int, ...]:
    """The calendar months that are not told apart from the highest (`sign` 1) or the lowest (-1)."""
    best = np.argmax(sign * factors)
    heights = np.log(factors)
    apart = sign * (heights[best] - heights)
    needed = np.hypot(reach, reach[best])
    return tuple(_month(index) for index in np.flatnonzero((apart <= needed) | (np.arange(MONTHS_IN_YEAR) == best)))


def _reason(months: int, factors: FloatArray) -> str:
    if months < FEWEST_MONTHS:
        return f"only {months} months have a figure, and {FEWEST_MONTHS} are needed"
    return "a calendar month has no figure in any year" if np.isnan(factors).any() else "too few events or years"
