"""Who comes again: people given to events so that a known share of them has another within the year."""

import heapq
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

# Half come back soon, as most repeats do; the rest at any time within eleven months.
_SOON, _LONGEST_WAIT = 60.0, 330
NOBODY = -1


def assign_people(
    day: Numbers, *, group: Numbers, chance: Floats, rng: np.random.Generator, first_person: int = 0
) -> Numbers:
    """A person for each event, or -1 where its group is -1.

    `day` is sorted. After each event its person is due again, in the same group and within 330 days, with the
    probability `chance` of that event; the next event of the group on or after the due day is then theirs. So of all
    people with an event in a period a share of `chance` has another within twelve months of the first, whatever
    happened before: the look-forward repeat rate is planted and not an accident.
    """
    wait = _waits(len(day), rng=rng)
    comes_again = rng.random(len(day)) < chance
    due: dict[int, list[tuple[int, int]]] = {int(g): [] for g in np.unique(group)}
    people = np.full(len(day), NOBODY)
    newest = first_person
    events = zip(day.tolist(), group.tolist(), wait.tolist(), comes_again.tolist(), strict=True)
    for i, (today, one_group, days, is_again) in enumerate(events):
        if one_group < 0:
            continue
        waiting = due[one_group]
        if waiting and waiting[0][0] <= today:
            person = heapq.heappop(waiting)[1]
        else:
            person, newest = newest, newest + 1
        people[i] = person
        if is_again:
            heapq.heappush(waiting, (today + days, person))
    return people


def _waits(n: int, *, rng: np.random.Generator) -> Numbers:
    any_time = rng.integers(1, _LONGEST_WAIT, n)
    soon = 1 + np.minimum(rng.exponential(_SOON, n), _LONGEST_WAIT - 1).astype(np.int64)
    return np.where(rng.random(n) < 0.5, soon, any_time)


def look_forward(day: Numbers, person: Numbers, *, start: int, end: int, days: int = 365) -> tuple[int, int]:
    """People with an event in [start, end), and those of them with another within `days` of their first in it.

    Two events on one day are two events: the second is a repeat.
    """
    firsts: dict[int, int] = {}
    again: set[int] = set()
    for today, who in _in_order(day, person):
        if who in firsts:
            if today - firsts[who] <= days:
                again.add(who)
        elif start <= today < end:
            firsts[who] = today
    return len(firsts), len(again)


def _in_order(day: Numbers, person: Numbers) -> Sequence[tuple[int, int]]:
    known = person != NOBODY
    order = np.argsort(day[known], kind="stable")
    return list(zip(day[known][order].tolist(), person[known][order].tolist(), strict=True))
