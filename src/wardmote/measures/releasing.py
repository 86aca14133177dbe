"""The way out for a series: every figure that a page, file or report shows has passed here."""

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from wardmote.disclosure.suppression import is_too_small
from wardmote.measures.series import FloatMatrix, Series


def release(series: Series) -> Series:
    """The series as it may be shown.

    Open data is shown as it is: its publisher released it at this detail. Of any other source small counts, and the
    values that would give them away, are suppressed.
    """
    if series.measure.release == "open":
        return series
    is_hidden = is_too_small(series.count)
    return replace(
        series,
        count=np.where(is_hidden, np.nan, series.count),
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
