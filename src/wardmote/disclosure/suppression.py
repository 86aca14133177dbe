"""Small counts: which figures may not be shown because they may tell on a person."""

import numpy as np
import numpy.typing as npt

# Common practice: 1 to 4 are suppressed in what the public sees. Zero tells on nobody in a count of events.
THRESHOLD = 5


def is_too_small(count: npt.ArrayLike, *, threshold: int = THRESHOLD) -> npt.NDArray[np.bool_]:
    """Whether each count is above zero and below `threshold`; a missing count (NaN) is not.

    >>> is_too_small([0, 3, 5]).tolist()
    [False, True, False]
    """
    counts = np.asarray(count, dtype=float)
    return np.asarray((counts > 0) & (counts < threshold))
