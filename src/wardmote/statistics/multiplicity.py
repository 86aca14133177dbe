"""P-values that allow for how many were looked at together."""

from typing import Literal

import numpy as np
import numpy.typing as npt

from wardmote.statistics.arrays import FloatArray

Correction = Literal["benjamini-hochberg", "holm"]


def adjust_p_values(p: npt.ArrayLike, *, method: Correction = "benjamini-hochberg") -> FloatArray:
    """Adjusted p-values in the same shape; NaN (no test was possible) stays NaN and is not counted.

    Benjamini-Hochberg holds down the share of false findings among the findings; Holm holds down the chance of any
    false finding at all. Sources: Benjamini and Hochberg (1995), JRSS B 57, 289-300; Holm (1979), Scandinavian
    Journal of Statistics 6, 65-70.

    >>> adjust_p_values([0.01, 0.04, 0.03], method="holm").round(2).tolist()
    [0.03, 0.06, 0.06]
    """
    values = np.asarray(p, dtype=float)
    if np.any((values < 0) | (values > 1)):
        raise ValueError("A p-value is below 0 or above 1. Give p-values as they came from the tests.")
    tested = ~np.isnan(values)
    adjusted = np.full(values.shape, np.nan)
    order = np.argsort(values[tested], kind="stable")
    correct = _step_up if method == "benjamini-hochberg" else _step_down
    adjusted[tested] = correct(values[tested][order])[np.argsort(order)]
    return adjusted


def _step_up(ascending: FloatArray) -> FloatArray:
    ranks = np.arange(1, ascending.size + 1)
    scaled = ascending * ascending.size / ranks
    return np.minimum(np.minimum.accumulate(scaled[::-1])[::-1], 1.0)


def _step_down(ascending: FloatArray) -> FloatArray:
    still_open = np.arange(ascending.size, 0, -1)
    return np.minimum(np.maximum.accumulate(ascending * still_open), 1.0)
