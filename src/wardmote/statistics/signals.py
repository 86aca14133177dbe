"""The four rules that call a point on a control chart a special cause."""

from itertools import pairwise
from typing import Literal

import numpy as np

from wardmote.statistics.arrays import BoolArray, FloatArray

Signal = Literal["beyond limits", "seven on one side", "seven rising or falling", "two of three near a limit"]
RUN_LENGTH = 7


def find_signals(points: FloatArray, *, centre: FloatArray, reach: FloatArray) -> list[tuple[Signal, ...]]:
    """The signals that each point is part of; none where a point is missing. A gap ends every run.

    `reach` is the distance from the centre line to either limit. Source: NHS England, Making data count; the rules are
    those of the R package NHSRplotthedots.
    """
    sides = np.nan_to_num(np.sign(points - centre))
    distance = np.nan_to_num(np.abs(points - centre))
    limits = np.nan_to_num(reach, nan=np.inf)
    is_beyond = distance > limits
    is_near = (distance > limits * 2 / 3) & ~is_beyond
    flags: dict[Signal, BoolArray] = {
        "beyond limits": is_beyond,
        "seven on one side": _in_long_run(sides, RUN_LENGTH),
        "seven rising or falling": _in_trend(points),
        "two of three near a limit": is_near & _near_together(is_near, sides),
    }
    return [tuple(name for name, flag in flags.items() if flag[i]) for i in range(points.size)]


def _in_long_run(marks: FloatArray, length: int) -> BoolArray:
    """Whether each mark belongs to a run of at least so many equal marks, none of them zero."""
    edges = [0, *(np.flatnonzero(np.diff(marks)) + 1), marks.size]
    is_long = np.zeros(marks.size, dtype=bool)
    for start, stop in pairwise(edges):
        is_long[start:stop] = stop - start >= length and marks[start] != 0
    return is_long


def _in_trend(points: FloatArray) -> BoolArray:
    steps = np.nan_to_num(np.sign(np.diff(points)))
    is_step = _in_long_run(steps, RUN_LENGTH - 1)
    return np.append(is_step, False) | np.insert(is_step, 0, False)


def _near_together(is_near: BoolArray, sides: FloatArray) -> BoolArray:
    """Whether each point lies in some three successive points on one side, two of them near the limit."""
    together = np.zeros(sides.size, dtype=bool)
    for start in range(sides.size - 2):
        three = slice(start, start + 3)
        if abs(sides[three].sum()) == 3 and is_near[three].sum() >= 2:
            together[three] = True
    return together
