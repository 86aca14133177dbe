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
    hide = {name: np.where(is_hidden, np.nan, getattr(series, name)) for name in ("count", "value", "lower", "upper")}
    return replace(series, **hide, status=np.where(is_hidden, "suppressed", series.status))
