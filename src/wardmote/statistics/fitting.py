"""Log-linear models of counts for many series at once, and how much their residuals scatter."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from wardmote.statistics.arrays import BoolArray, FloatArray
from wardmote.statistics.scatter import Scatter, scatter_of

_MOST_STEPS = 25
_CLOSE_ENOUGH = 1e-7
_WIDEST_LOG_MEAN = 25.0


@dataclass(frozen=True)
class Fit:
    """Poisson regressions with a log link, one for each of `s` series over `n` months with `k` terms.

    `coefficients` and `standard_errors` (as if the scatter were exactly Poisson's) are s by k, `expected` and `used`
    s by n. A month is used when it is not missing and no term that is on in it has only zero counts; the terms left
    without months have NaN for coefficient, and stand in `weighted_design` for the months they took away.
    `degrees_of_freedom` is the number of used months less the number of terms left.
    """

    coefficients: FloatArray
    standard_errors: FloatArray
    expected: FloatArray
    used: BoolArray
    degrees_of_freedom: FloatArray
    residuals: FloatArray
    weighted_design: FloatArray

    @cached_property
    def scatter(self) -> Scatter:
        """How much each series scatters about its fit."""
        return scatter_of(
            self.residuals, self.weighted_design, is_used=self.used, degrees_of_freedom=self.degrees_of_freedom
        )


def fit_log_linear(counts: FloatArray, design: FloatArray) -> Fit:
    """Fit log(mean) = design @ coefficients to each row of `counts` (s by n, NaN missing) by Newton steps.

    `design` is n by k. Columns of zeros and ones are levels (a calendar month, a year): a level with no events has no
    finite estimate, so its months are left out, as they say nothing about the other terms.
    """
    used, live = _usable(counts, design)
    observed = np.where(used, counts, 0.0)
    coefficients = _newton(observed, used.astype(float), design, live)
    expected = np.where(used, np.exp(_log_mean(coefficients, design)), 0.0)
    covariance = np.linalg.inv(_information(expected, design, live))
    root = np.sqrt(expected)
    residuals = np.divide(observed - expected, root, out=np.zeros_like(root), where=root > 0)
    return Fit(
        coefficients=np.where(live, coefficients, np.nan),
        standard_errors=np.where(live, np.sqrt(np.einsum("skk->sk", covariance)), np.nan),
        expected=expected,
        used=used,
        degrees_of_freedom=(used.sum(axis=1) - live.sum(axis=1)).astype(float),
        residuals=residuals,
        weighted_design=np.where(live[:, None, :], root[:, :, None] * design, design),
    )


def _usable(counts: FloatArray, design: FloatArray) -> tuple[BoolArray, BoolArray]:
    is_level = np.all((design == 0) | (design == 1), axis=0)
    used = ~np.isnan(counts)
    while True:
        events = np.where(used, counts, 0.0) @ np.abs(design)
        empty = is_level & (events == 0)
        remaining = used & ~((empty.astype(float) @ design.T) > 0)
        if np.array_equal(remaining, used):
            return used, ~empty
        used = remaining


def _newton(observed: FloatArray, used: FloatArray, design: FloatArray, live: BoolArray) -> FloatArray:
    coefficients = np.zeros((observed.shape[0], design.shape[1]))
    expected = (observed + 0.5) * used
    log_mean = np.log(observed + 0.5)
    for _ in range(_MOST_STEPS):
        working = expected * log_mean + (observed - expected)
        information = _information(expected, design, live)
        coefficients = np.linalg.solve(information, (working @ design)[:, :, None])[:, :, 0] * live
        log_mean = _log_mean(coefficients, design)
        before, expected = expected, np.exp(log_mean) * used
        if np.max(np.abs(expected - before), initial=0.0) < _CLOSE_ENOUGH:
            break
    return coefficients


def _log_mean(coefficients: FloatArray, design: FloatArray) -> FloatArray:
    return np.clip(coefficients @ design.T, -_WIDEST_LOG_MEAN, _WIDEST_LOG_MEAN)


def _information(expected: FloatArray, design: FloatArray, live: BoolArray) -> FloatArray:
    """X'WX for every series; a term left out has a 1 on the diagonal so that the matrix can still be inverted."""
    terms = design.shape[1]
    products = (design[:, :, None] * design[:, None, :]).reshape(design.shape[0], terms * terms)
    information = (expected @ products).reshape(-1, terms, terms)
    both = live[:, :, None] & live[:, None, :]
    diagonal = np.eye(terms, dtype=bool)
    tiny = 1e-10 * np.einsum("skk->sk", information).max(axis=1, initial=1.0)
    filler = np.where(diagonal & ~both, 1.0, 0.0) + diagonal * tiny[:, None, None]
    return np.asarray(np.where(both, information, 0.0) + filler)
