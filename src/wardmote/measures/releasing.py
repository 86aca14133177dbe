"""The way out for a series: every figure that a page, file or report shows has passed here."""

from dataclasses import replace

import numpy as np

from wardmote.disclosure.suppression import is_too_small
from wardmote.measures.series import Series


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
    )
