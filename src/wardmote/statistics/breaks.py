"""Changes in how things are recorded: no test is run across one."""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from wardmote.statistics.arrays import MONTHS_IN_YEAR, FloatArray, as_matrix
from wardmote.statistics.change import Change, changes_between
from wardmote.statistics.interrupted import Interruption, interruptions_of, without_months
from wardmote.statistics.scatter import Scatter
from wardmote.statistics.season import Season, seasons_of
from wardmote.statistics.trend import Trend, trends_over


def break_within(months: Sequence[range], breaks: Mapping[int, str]) -> int | None:
    """The latest of `breaks` (first month recorded in the new way, and why) that parts the months, or None.

    >>> break_within([range(0, 12), range(12, 24)], {12: "new recording rules"})
    12
    """
    first, last = min(part.start for part in months), max(part.stop for part in months)
    return max((position for position in breaks if first < position < last), default=None)


def changes_clear_of(
    series: npt.ArrayLike,
    *,
    earlier: range,
    later: range,
    breaks: Mapping[int, str],
    interruptions: Sequence[range] = (),
    level: float = 0.95,
) -> tuple[Change, ...]:
    """As `changes_between`, but "cannot tell" where a break parts the two windows.

    The months before an earlier break, or from a later one on, are no history of these. The months of `interruptions`
    are left out of both windows, as missing months are.
    """
    counts = as_matrix(series)
    parting = break_within([earlier, later], breaks)
    if parting is not None:
        return tuple(_unknown_change(row, earlier, later, breaks[parting]) for row in counts)
    start, stop = _unbroken(min(earlier.start, later.start), counts.shape[1], breaks)
    shifted = {
        "earlier": range(earlier.start - start, earlier.stop - start),
        "later": range(later.start - start, later.stop - start),
    }
    return changes_between(without_months(counts, interruptions)[:, start:stop], **shifted, level=level)


def trends_clear_of(
    series: npt.ArrayLike, *, breaks: Mapping[int, str], interruptions: Sequence[range] = (), level: float = 0.95
) -> tuple[Trend, ...]:
    """As `trends_over`, of the months since the last break alone, and without those of `interruptions`."""
    counts = as_matrix(series)
    start, _ = _unbroken(max(counts.shape[1] - 1, 0), counts.shape[1], breaks)
    return trends_over(without_months(counts, interruptions)[:, start:], level=level)


def seasons_clear_of(
    series: npt.ArrayLike,
    *,
    first_month: int,
    breaks: Mapping[int, str],
    interruptions: Sequence[range] = (),
    level: float = 0.95,
) -> tuple[Season, ...]:
    """As `seasons_of`, of the months since the last break alone, and without those of `interruptions`."""
    counts = as_matrix(series)
    start, _ = _unbroken(max(counts.shape[1] - 1, 0), counts.shape[1], breaks)
    calendar = (first_month - 1 + start) % MONTHS_IN_YEAR + 1
    return seasons_of(without_months(counts, interruptions)[:, start:], first_month=calendar, level=level)


def interruptions_clear_of(
    series: npt.ArrayLike,
    *,
    months: range,
    breaks: Mapping[int, str],
    interruptions: Sequence[range] = (),
    level: float = 0.95,
) -> tuple[Interruption, ...]:
    """The level of each row of `series` in `months`, against the months recorded in the same way.

    `interruptions` are all that are known, these months among them or not; each has a level of its own. Where a break
    lies inside the months, it is their part before it that is looked at.
    """
    counts = as_matrix(series)
    start, stop = _unbroken(months.start, counts.shape[1], breaks)
    inside = [_within(stretch, start=start, stop=stop) for stretch in interruptions if stretch != months]
    own = _within(months, start=start, stop=stop)
    others = [stretch for stretch in inside if len(stretch) and stretch != own]
    return tuple(row[0] for row in interruptions_of(counts[:, start:stop], [own, *others], level=level))


def _within(stretch: range, *, start: int, stop: int) -> range:
    """The part of a stretch that lies from `start` to `stop`, counted from `start`."""
    return range(max(stretch.start, start) - start, max(min(stretch.stop, stop), start) - start)


def _unbroken(month: int, size: int, breaks: Mapping[int, str]) -> tuple[int, int]:
    """The stretch round a month in which records were made in one way."""
    start = max((position for position in breaks if position <= month), default=0)
    return max(start, 0), min((position for position in breaks if position > month), default=size)


def reason_of_break(why: str) -> str:
    """Why nothing can be told across a break."""
    return f"the records of the two periods are not alike: {why}"


def _unknown_change(row: FloatArray, earlier: range, later: range, why: str) -> Change:
    nothing = np.asarray(np.nan)
    return Change(
        ratio=None,
        lower=None,
        upper=None,
        p=None,
        poisson_error=float("nan"),
        scatter=Scatter(nothing, nothing, nothing, nothing),
        months=0,
        earlier_total=float(np.nansum(row[earlier])),
        later_total=float(np.nansum(row[later])),
        distinguishable=None,
        reason=reason_of_break(why),
    )
