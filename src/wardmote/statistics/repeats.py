"""How many people, and how many events, are repeats: each person looked at for the same length of time."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from wardmote.statistics.arrays import BoolArray, FloatArray
from wardmote.statistics.intervals import proportion_interval
from wardmote.statistics.timelines import NEVER, NO_ONE, IntArray, as_whole, timelines_of

LOOK_DAYS = 365
FEWEST_PEOPLE = 2
PERSON_METHOD = "share of people, each followed for the same number of days from their first event; Wilson"
EVENT_METHOD = "share of events whose person had another in the days before; Wilson on a base that counts people"


@dataclass(frozen=True)
class RepeatShare:
    """`share` is `repeated` over `base`, with an interval that takes people, not events, as independent.

    `base` holds only those (people, or events) that could be looked at for the whole `look_days`. `partly_followed`
    could not, because their days run past the data; they are left out, and `partly_followed_repeated` of them have
    been seen to repeat so far. `unidentified` events name nobody, and can be no one's repeat. None where nothing can
    be said, and `reason` then says why.
    """

    share: float | None
    lower: float | None
    upper: float | None
    repeated: int
    base: int
    people: int
    partly_followed: int
    partly_followed_repeated: int
    unidentified: int
    look_days: int
    reason: str
    level: float
    method: str

    @property
    def is_followed_in_part(self) -> bool:
        """Whether some had to be left out because the data do not yet reach (or go back) far enough."""
        return self.partly_followed > 0


@dataclass(frozen=True)
class Looked:
    """For each event in the order given: what the same person's other days say. False where nobody is identified.

    `has_earlier` and `has_further` say whether there was another event in the days before and after;
    `is_fully_known_before` and `is_fully_known_after` whether the data reach over all those days.
    """

    is_identified: BoolArray
    has_earlier: BoolArray
    has_further: BoolArray
    is_fully_known_before: BoolArray
    is_fully_known_after: BoolArray


def look_around(
    persons: npt.ArrayLike,
    days: npt.ArrayLike,
    *,
    first_day: int,
    last_day: int,
    look_days: int = LOOK_DAYS,
    shortest_gap_days: int = 1,
) -> Looked:
    """Every event looked at `look_days` back and forward; the data reach from `first_day` to `last_day`, both included.

    `persons` and `days` are whole numbers, one pair an event; a person below zero is nobody identified. Events nearer
    than `shortest_gap_days` are one occasion: with 1, several records of the same day are no repeat of one another.
    """
    who, when = _columns(persons, days, look_days=look_days, shortest_gap_days=shortest_gap_days)
    timelines = timelines_of(who, when)
    return Looked(
        is_identified=who > NO_ONE,
        has_earlier=when - timelines.last_day(who, when - shortest_gap_days) <= look_days,
        has_further=timelines.next_day(who, when + shortest_gap_days) - when <= look_days,
        is_fully_known_before=when - look_days >= first_day,
        is_fully_known_after=when + look_days <= last_day,
    )


def repeat_persons(
    persons: npt.ArrayLike,
    days: npt.ArrayLike,
    *,
    period: range,
    last_day: int,
    look_days: int = LOOK_DAYS,
    shortest_gap_days: int = 1,
    level: float = 0.95,
) -> RepeatShare:
    """The share of people with a first event in `period` (days) who had another within `look_days` of it.

    Every person is followed for the same time, so a person early in the period is no likelier to count than a late
    one. Give all events up to `last_day`, after the period too. Source: Pease (1998), Repeat victimisation: taking
    stock, Home Office Crime Detection and Prevention Series 90, on the time window's effect.

    >>> result = repeat_persons([1, 1, 2, 3], [0, 30, 5, 300], period=range(365), last_day=500)
    >>> result.repeated, result.base, result.partly_followed
    (1, 2, 1)
    """
    who, when = _columns(persons, days, look_days=look_days, shortest_gap_days=shortest_gap_days)
    in_period = (when >= period.start) & (when < period.stop)
    unidentified = int(np.sum(in_period & (who <= NO_ONE)))
    people, first = _first_days(who[in_period & (who > NO_ONE)], when[in_period & (who > NO_ONE)])
    has_further = timelines_of(who, when).next_day(people, first + shortest_gap_days) - first <= look_days
    is_followed = first + look_days <= last_day
    repeated, base = int(np.sum(has_further & is_followed)), int(is_followed.sum())
    interval = proportion_interval(repeated, base, level=level)
    return RepeatShare(
        share=repeated / base if base else None,
        lower=float(interval.lower) if base else None,
        upper=float(interval.upper) if base else None,
        repeated=repeated,
        base=base,
        people=base,
        partly_followed=int(np.sum(~is_followed)),
        partly_followed_repeated=int(np.sum(has_further & ~is_followed)),
        unidentified=unidentified,
        look_days=look_days,
        reason="" if base else _nobody(people.size, "nobody in the period could be followed for so long yet"),
        level=level,
        method=PERSON_METHOD,
    )


def repeat_events(
    persons: npt.ArrayLike,
    days: npt.ArrayLike,
    *,
    events: npt.ArrayLike | None = None,
    period: range,
    first_day: int,
    look_days: int = LOOK_DAYS,
    shortest_gap_days: int = 1,
    level: float = 0.95,
) -> RepeatShare:
    """The share of events in `period` of which a person had another in the `look_days` before; identified events only.

    An event with several people is several rows with the same number in `events` (each row its own event by default),
    counts once, and is a repeat if it is for any of them. Give all rows from `first_day`. The interval is a ratio
    estimator's with people as clusters (Cochran 1977, Sampling Techniques, 3rd edition, section 3.12), turned into
    Wilson's on the base that gives the same variance (Korn and Graubard 1998, Survey Methodology 24, 193-201).
    """
    who, when = _columns(persons, days, look_days=look_days, shortest_gap_days=shortest_gap_days)
    number = np.arange(who.size) if events is None else as_whole(events)
    in_period = (when >= period.start) & (when < period.stop)
    kept = in_period & (who > NO_ONE)
    one, place = np.unique(number[kept], return_inverse=True)
    earlier = timelines_of(who, when).last_day(who[kept], when[kept] - shortest_gap_days)
    is_repeat = np.bincount(place, weights=when[kept] - earlier <= look_days, minlength=one.size) > 0
    is_known = np.bincount(place, weights=when[kept] - look_days < first_day, minlength=one.size) == 0
    # Of several people the lowest number stands for the event, so that it belongs to one cluster.
    repeats, clusters = is_repeat[is_known], _smallest(who[kept], place, one.size)[is_known]
    share, lower, upper = _clustered_share(repeats, clusters, level=level)
    return RepeatShare(
        share=share,
        lower=lower,
        upper=upper,
        repeated=int(repeats.sum()),
        base=int(repeats.size),
        people=int(np.unique(clusters).size),
        partly_followed=int(np.sum(~is_known)),
        partly_followed_repeated=int(np.sum(is_repeat & ~is_known)),
        unidentified=int(np.unique(number[in_period]).size - one.size),
        look_days=look_days,
        reason="" if lower is not None else _nobody(one.size, "too few people, or the data do not go back far enough"),
        level=level,
        method=EVENT_METHOD,
    )


def _columns(
    persons: npt.ArrayLike, days: npt.ArrayLike, *, look_days: int, shortest_gap_days: int
) -> tuple[IntArray, IntArray]:
    if not 1 <= shortest_gap_days <= look_days:
        raise ValueError("The shortest gap has to be a day at least, and no longer than the days looked at.")
    who, when = as_whole(persons), as_whole(days)
    if who.shape != when.shape or who.ndim != 1:
        raise ValueError("Persons and days need one figure an event, and as many of one as of the other.")
    return who, when


def _first_days(persons: IntArray, days: IntArray) -> tuple[IntArray, IntArray]:
    people, place = np.unique(persons, return_inverse=True)
    return people, _smallest(days, place, people.size)


def _smallest(values: IntArray, place: npt.NDArray[np.intp], places: int) -> IntArray:
    smallest = np.full(places, NEVER)
    np.minimum.at(smallest, place, values)
    return smallest


def _clustered_share(
    is_repeat: BoolArray, clusters: IntArray, *, level: float
) -> tuple[float | None, float | None, float | None]:
    if not is_repeat.size:
        return None, None, None
    share = float(is_repeat.mean())
    _, place = np.unique(clusters, return_inverse=True)
    sizes, hits = np.bincount(place).astype(float), np.bincount(place, weights=is_repeat)
    if sizes.size < FEWEST_PEOPLE:
        return share, None, None
    base = _effective_base(share, sizes=sizes, hits=hits)
    interval = proportion_interval(share * base, base, level=level)
    return share, float(interval.lower), float(interval.upper)


def _effective_base(share: float, *, sizes: FloatArray, hits: FloatArray) -> float:
    """As many independent events as would have the variance seen; the number of people where none is seen."""
    people, events = sizes.size, float(sizes.sum())
    variance = people / (people - 1) * float(np.square(hits - share * sizes).sum()) / events**2
    return min(share * (1 - share) / variance, events) if variance > 0 else float(people)


def _nobody(found: int, otherwise: str) -> str:
    return otherwise if found else "nobody is identified in the period"
