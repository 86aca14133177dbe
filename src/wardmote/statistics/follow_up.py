"""A cohort followed from one clock: how many had a further event within a year of it."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from wardmote.statistics.arrays import BoolArray, FloatArray
from wardmote.statistics.intervals import proportion_interval
from wardmote.statistics.repeats import LOOK_DAYS
from wardmote.statistics.timelines import NO_ONE, as_whole, timelines_of

METHOD = "share of people, each followed for the same number of days; Wilson"


@dataclass(frozen=True)
class FollowUp:
    """`share` is `with_event` over `base`, the people whose whole `look_days` lie inside the data.

    `not_yet_followed` people are left out because their days are not over, `with_event_so_far` of them with an event
    already. `without_clock` entries have no date to count from (not started, or not completed), `unidentified` ones name
    nobody, and `again` are later entries of somebody already in the cohort. None where nobody was followed, and `reason` then says why.
    """

    share: float | None
    lower: float | None
    upper: float | None
    with_event: int
    base: int
    not_yet_followed: int
    with_event_so_far: int
    without_clock: int
    unidentified: int
    again: int
    look_days: int
    reason: str
    level: float
    method: str = METHOD


def follow_up(
    persons: npt.ArrayLike,
    clock: npt.ArrayLike,
    *,
    event_persons: npt.ArrayLike,
    event_days: npt.ArrayLike,
    last_day: int,
    look_days: int = LOOK_DAYS,
    level: float = 0.95,
) -> FollowUp:
    """The share of a cohort with an event after their clock starts and within `look_days` of it.

    `persons` (whole numbers) and `clock` (day numbers, NaN for none) are one pair an entry; the clock is the day of
    starting, or of completing: the two answer different questions, so say which. Each person is counted once, from
    the earliest clock. Events on the day itself are not further ones. The data hold events up to `last_day`.

    >>> result = follow_up([1, 2, 3], [0, 10, 400], event_persons=[2, 3], event_days=[60, 410], last_day=500)
    >>> result.with_event, result.base, result.not_yet_followed
    (1, 2, 1)
    """
    who, start = as_whole(persons), np.asarray(clock, dtype=float)
    if who.shape != start.shape or who.ndim != 1 or np.any(np.mod(start[~np.isnan(start)], 1) != 0):
        raise ValueError("A cohort needs one person and one day number an entry; NaN for a day that has not come.")
    if look_days < 1:
        raise ValueError(f"The number of days to follow is {look_days}. Give one from 1 up.")
    has_clock, is_somebody = ~np.isnan(start), who > NO_ONE
    people, first = _earliest(who[has_clock & is_somebody], start[has_clock & is_somebody])
    days = first.astype(np.int64)
    has_event = timelines_of(event_persons, event_days).next_day(people, days + 1) - days <= look_days
    is_followed = days + look_days <= last_day
    share, lower, upper = _share(has_event & is_followed, is_followed, level=level)
    return FollowUp(
        share=share,
        lower=lower,
        upper=upper,
        with_event=int(np.sum(has_event & is_followed)),
        base=int(is_followed.sum()),
        not_yet_followed=int(np.sum(~is_followed)),
        with_event_so_far=int(np.sum(has_event & ~is_followed)),
        without_clock=int(np.sum(~has_clock)),
        unidentified=int(np.sum(has_clock & ~is_somebody)),
        again=int(np.sum(has_clock & is_somebody) - people.size),
        look_days=look_days,
        reason="" if share is not None else f"nobody has been followed for {look_days} days yet",
        level=level,
    )


def _earliest(persons: npt.NDArray[np.int64], start: FloatArray) -> tuple[npt.NDArray[np.int64], FloatArray]:
    order = np.lexsort((start, persons))
    people, place = np.unique(persons[order], return_index=True)
    return people, start[order][place]


def _share(
    has_event: BoolArray, is_followed: BoolArray, *, level: float
) -> tuple[float | None, float | None, float | None]:
    if not is_followed.any():
        return None, None, None
    interval = proportion_interval(int(has_event.sum()), int(is_followed.sum()), level=level)
    return float(interval.value), float(interval.lower), float(interval.upper)
