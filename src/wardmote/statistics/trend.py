"""Is a series rising or falling over months, once its season is taken out?"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from wardmote.statistics.arrays import MONTHS_IN_YEAR, FloatArray, as_matrix, number_or_none, ratio_from_log
from wardmote.statistics.averaging import critical_z, two_sided_p
from wardmote.statistics.fitting import fit_log_linear

FEWEST_MONTHS = 24
METHOD = "log-linear quasi-Poisson trend with calendar months, allowing for slow movement of the residuals"


@dataclass(frozen=True)
class Trend:
    """`annual_ratio` is the level after a year over the level before it: 0.9 is a fall of 10% a year.

    `lower` and `upper` are its interval. None means not available; `distinguishable` is None for "cannot tell", and
    `reason` then says why.
    """

    annual_ratio: float | None
    lower: float | None
    upper: float | None
    p: float | None
    dispersion: float | None
    degrees_of_freedom: float
    months: int
    distinguishable: bool | None
    reason: str
    method: str = METHOD


def trend_over(series: npt.ArrayLike, *, level: float = 0.95) -> Trend:
    """The trend in one series (counts by consecutive month, NaN missing); see `trends_over`."""
    return trends_over(np.asarray(series, dtype=float)[None, :], level=level)[0]


def trends_over(series: npt.ArrayLike, *, level: float = 0.95) -> tuple[Trend, ...]:
    """The trend of each row of `series` (rows by consecutive months, NaN missing).

    Needs 24 months with a figure; "cannot tell" with fewer.
    """
    counts = as_matrix(series)
    fit = fit_log_linear(counts, _design(counts.shape[1]))
    scatter, freedom = fit.scatter, fit.scatter.allowed_freedom
    slope, poisson_error = fit.coefficients[:, -1], fit.standard_errors[:, -1]
    p = two_sided_p(slope / poisson_error, scatter)
    reach = critical_z(scatter, level=level) * poisson_error
    months = (~np.isnan(counts)).sum(axis=1)
    events = np.nansum(counts, axis=1)
    is_enough = (months >= FEWEST_MONTHS) & (freedom > 0) & (events > 0) & np.isfinite(slope)
    ratio, lower, upper = (
        np.where(is_enough, ratio_from_log(log), np.nan) for log in (slope, slope - reach, slope + reach)
    )
    return tuple(
        Trend(
            annual_ratio=number_or_none(ratio[i]),
            lower=number_or_none(lower[i]),
            upper=number_or_none(upper[i]),
            p=number_or_none(p[i]) if is_enough[i] else None,
            dispersion=number_or_none(scatter.overall[i]),
            degrees_of_freedom=float(freedom[i]),
            months=int(months[i]),
            distinguishable=bool(p[i] < 1 - level) if is_enough[i] else None,
            reason="" if is_enough[i] else _reason(int(months[i]), events[i]),
        )
        for i in range(counts.shape[0])
    )


def _design(months: int) -> FloatArray:
    """Twelve calendar months, and years since the middle of the series."""
    position = np.arange(months)
    calendar = (position[:, None] % MONTHS_IN_YEAR) == np.arange(MONTHS_IN_YEAR)
    years = (position - position.mean()) / MONTHS_IN_YEAR
    return np.column_stack([calendar[:, calendar.any(axis=0)], years]).astype(float)


def _reason(months: int, events: float) -> str:
    if months < FEWEST_MONTHS:
        return f"only {months} months have a figure, and {FEWEST_MONTHS} are needed"
    return "there were no events" if events == 0 else "too few months to judge how much counts scatter"
