"""The way out for a series: every figure that a page, file or report shows has passed here."""

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from wardmote.disclosure.suppression import is_too_small
from wardmote.measures.series import FloatMatrix, Series


def release(series: Series) -> Series:
    """The series as it may be shown.

    Open data is shown as it is: its publisher released it at this detail. Of any other source small counts are
    suppressed, shares that leave a small rest of their base, and the values that would give either away.
    """
    if series.measure.release == "open":
        return series
    is_hidden = is_too_small(series.count)
    if series.measure.is_share:
        is_hidden |= is_too_small(series.base) | is_too_small(series.base - series.count)
    if series.withheld is not None:
        # A gap is said to be one: nothing of it could be told.
        is_hidden |= series.withheld & ~np.isnan(series.count)
    return replace(
        series,
        count=np.where(is_hidden, np.nan, series.count),
        base=np.where(is_hidden, np.nan, series.base) if series.measure.is_share else series.base,
        value=np.where(is_hidden, np.nan, series.value),
        lower=np.where(is_hidden, np.nan, series.lower),
        upper=np.where(is_hidden, np.nan, series.upper),
        status=np.where(is_hidden, "suppressed", series.status),
        expected=_without(series.expected, is_hidden),
        expected_lower=_without(series.expected_lower, is_hidden),
        expected_upper=_without(series.expected_upper, is_hidden),
    )


def _without(matrix: FloatMatrix | None, is_hidden: npt.NDArray[np.bool_]) -> FloatMatrix | None:
    return None if matrix is None else np.where(is_hidden, np.nan, matrix)
