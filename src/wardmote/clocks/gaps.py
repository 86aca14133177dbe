"""Times in the past in which a duty was not met, whatever was done since."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from wardmote.clocks.reading import Known, year_of
from wardmote.clocks.spans import day_after
from wardmote.definitions.clocks import Clock, EachYear, Every


@dataclass(frozen=True)
class Gap:
    """From what was done `before` to what was done `after` (None: still open), though it was due by `due`."""

    before: Known
    after: Known | None
    due: date


def gaps_between(clock: Clock, done: Sequence[Known], *, on: date) -> tuple[Gap, ...]:
    """Every gap up to the day `on`, the oldest first; none for duties that do not come round.

    A gap is told only when it is certain: a month without a day counts in the partnership's favour at both ends.
    """
    past = sorted(one for one in done if one.first <= on)
    if not past:
        return ()
    following: list[Known | None] = [*past[1:], None]
    found = (_gap(clock, before, after, on=on) for before, after in zip(past, following, strict=True))
    return tuple(gap for gap in found if gap)


def longest(done: Sequence[Known]) -> tuple[Known, Known] | None:
    """The two neighbours that are furthest apart; None where there are not two."""
    pairs = list(pairwise(sorted(done)))
    return max(pairs, key=lambda pair: pair[1].first - pair[0].last) if pairs else None


def _gap(clock: Clock, before: Known, after: Known | None, *, on: date) -> Gap | None:
    match clock:
        case Every():
            due = day_after(before.last, clock.span)
        case EachYear():
            # By the end of the year after the one in which it was done.
            following = year_of(before.last, clock)
            due = following.replace(year=following.year + 2) - timedelta(days=1)
        case _:
            return None
    came = after.first if after else on
    return Gap(before, after, due) if came > due else None
