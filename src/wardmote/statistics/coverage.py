"""Was a stretch of days supplied to its end? Days without a record at the end are set beside quiet days before."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from wardmote.statistics.arrays import as_counts

DAYS_IN_WEEK = 7
FEWEST_WEEKS = 8
# One file in a thousand that is whole would be called cut short, however many are looked at in a year.
ALARM_SHARE = 0.001


@dataclass(frozen=True)
class Silence:
    """`days` without a record at the end; `p` is how often so many would be quiet by chance, and None where too few
    days came before to judge by. `is_unlike` when that is next to never and no longer silence came before.
    """

    days: int
    p: float | None
    is_unlike: bool


def silence_at_end(counts: npt.ArrayLike) -> Silence:
    """Whether `counts` by consecutive day fall silent before the end in a way that they never did before.

    The chance of silence is the product of the shares of quiet days on each of those days of the week, each with half a
    quiet day added, so that closed weekends are expected. Needs 8 weeks before the silence.

    >>> silence_at_end([5] * 100 + [0] * 3).is_unlike
    True
    >>> silence_at_end(([5] * 5 + [0] * 2) * 20).is_unlike
    False
    """
    days = as_counts(counts)
    is_quiet = days == 0
    seen = np.flatnonzero(~is_quiet)
    length = int(days.size - 1 - seen[-1]) if seen.size else int(days.size)
    before = is_quiet[: days.size - length]
    if length == 0:
        return Silence(0, 1.0, is_unlike=False)
    if before.size < FEWEST_WEEKS * DAYS_IN_WEEK:
        return Silence(length, None, is_unlike=False)
    weekday = np.arange(days.size) % DAYS_IN_WEEK
    quiet = np.bincount(weekday[: before.size], weights=before, minlength=DAYS_IN_WEEK)
    total = np.bincount(weekday[: before.size], minlength=DAYS_IN_WEEK)
    share = (quiet + 0.5) / (total + 1)
    p = float(np.prod(share[weekday[before.size :]]))
    return Silence(length, p, is_unlike=p < ALARM_SHARE and length > _longest(before))


def _longest(is_quiet: npt.NDArray[np.bool_]) -> int:
    """The longest run of quiet days that ended."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], is_quiet, [False]]).astype(int)))
    return int(np.max(edges[1::2] - edges[::2], initial=0))
