"""The shapes that every statistic reads: counts by month, where NaN is a month that is missing and not a zero."""

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]
BoolArray = npt.NDArray[np.bool_]
MONTHS_IN_YEAR = 12


def as_counts(values: npt.ArrayLike) -> FloatArray:
    """Counts as floats of the same shape; raises ValueError for a count below zero or an infinite one."""
    counts = np.asarray(values, dtype=float)
    if np.any(counts < 0) or np.any(np.isinf(counts)):
        raise ValueError("A count is below zero or infinite. Give counts from 0 up, and NaN for a missing month.")
    return counts


def as_matrix(series: npt.ArrayLike) -> FloatArray:
    """Monthly counts as a matrix, one row a series and one column a month."""
    counts = as_counts(series)
    if counts.ndim != 2:
        raise ValueError(f"Monthly counts need 2 dimensions (series by month), and these have {counts.ndim}.")
    return counts


def calendar_months(months: int, *, first_month: int) -> npt.NDArray[np.int_]:
    """The calendar month (1 to 12) of each of so many consecutive months, the first being `first_month`."""
    if not 1 <= first_month <= MONTHS_IN_YEAR:
        raise ValueError(f"The first month is {first_month}. Give the calendar month as a number from 1 to 12.")
    return (first_month - 1 + np.arange(months)) % MONTHS_IN_YEAR + 1


def ratio_from_log(log_ratio: FloatArray) -> FloatArray:
    """The ratio that a logarithm stands for; a logarithm past what a float can hold gives infinity."""
    with np.errstate(over="ignore"):
        return np.asarray(np.exp(log_ratio))


def number_or_none(value: float) -> float | None:
    """A plain float, or None for NaN or infinity: what cannot be worked out is not available, and never zero."""
    return float(value) if np.isfinite(value) else None
