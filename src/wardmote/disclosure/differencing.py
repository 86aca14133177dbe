"""Which figures may be shown together, so that no small count can be worked out by taking one from another.

Months, quarters, years and rolling years of an area are all sums of its months between two boundaries. Whoever knows
some of them knows what lies between any two boundaries that they join, and nothing else. So a boundary is closed where a
small count would lie between it and another: no figure that begins or ends there is shown. Where areas add up to a
larger one whose figure is shown, one area alone with a closed boundary could be worked out from the others, so that
another is closed with it. (Cell suppression after Cox, 1980, JASA 75, 377-385; for sums between boundaries the known ones
are the paths of a graph.)
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from wardmote.disclosure.suppression import THRESHOLD

FloatMatrix = npt.NDArray[np.float64]
BoolMatrix = npt.NDArray[np.bool_]
IntMatrix = npt.NDArray[np.int64]


def close_boundaries(parts: Sequence[FloatMatrix], *, worth: Sequence[float], threshold: int = THRESHOLD) -> BoolMatrix:
    """Boundaries (areas by months + 1) that are closed, so that between any two open ones no part has 1 to 4.

    `parts` are counts, areas by months: a measure's, and of a share the rest of its base; NaN for a month that is not
    there, which no figure spans. `worth` says how much each boundary is wanted: that of a year more than that of a
    month. As much as may be stays open, area by area.
    """
    areas, months = parts[0].shape
    sums = [np.cumsum(np.nan_to_num(part), axis=1) for part in parts]
    totals = [np.column_stack([np.zeros(areas), one]) for one in sums]
    is_gap = np.column_stack([np.zeros(areas), np.cumsum(np.isnan(parts[0]), axis=1)])
    best = np.full((areas, months + 1), -np.inf)
    before = np.full((areas, months + 1), -1, dtype=np.int64)
    for stop in range(months + 1):
        # Whatever lies before the first open boundary joins nothing, and is told by nothing.
        best[:, stop], chosen = 0.0, np.full(areas, -1, dtype=np.int64)
        for start in range(stop):
            may = np.ones(areas, dtype=bool)
            for total in totals:
                between = total[:, stop] - total[:, start]
                may &= (between < 0.5) | (between > threshold - 0.5)
            may |= is_gap[:, stop] > is_gap[:, start]
            better = may & (best[:, start] > best[:, stop])
            best[better, stop], chosen[better] = best[better, start], start
        best[:, stop] += worth[stop]
        before[:, stop] = chosen
    return _traced(best, before)


def _traced(best: FloatMatrix, before: IntMatrix) -> BoolMatrix:
    is_closed = np.ones(best.shape, dtype=bool)
    for area, last in enumerate(np.argmax(best, axis=1)):
        at = int(last)
        while at >= 0:
            is_closed[area, at] = False
            at = int(before[area, at])
    return is_closed


def close_with_others(
    is_closed: BoolMatrix,
    parts: Sequence[FloatMatrix],
    *,
    whole_of: Sequence[IntMatrix],
    wholes_closed: Sequence[BoolMatrix],
    threshold: int = THRESHOLD,
) -> BoolMatrix:
    """The same with more boundaries closed, so that no closed one can be worked out from larger areas that are open.

    For each kind of larger area, `whole_of` says in which of them each area lies, and `wholes_closed` which of their
    boundaries are closed. At each boundary the areas that lie in the same open larger areas (or in closed ones) have
    none closed, or two at the least, of which one has enough on both sides for the others to hide in; or else all.
    What is closed of a larger area is closed of those within it.
    """
    closed = is_closed.copy()
    least = np.min(np.stack([np.nan_to_num(part) for part in parts]), axis=0)
    edge = np.full((len(closed), 1), np.inf)
    before, after = np.column_stack([edge, least]), np.column_stack([least, edge])
    for whole, whole_closed in zip(whole_of, wholes_closed, strict=True):
        closed |= (whole >= 0)[:, None] & whole_closed[np.maximum(whole, 0)]
    has_room = (before >= threshold) & (after >= threshold)
    size = np.where(np.isinf(before), 0, before) + np.where(np.isinf(after), 0, after)
    while True:
        known = closed.copy()
        for at in range(closed.shape[1]):
            for group in _groups(at, whole_of, wholes_closed, areas=len(closed)):
                _close_in_group(closed[:, at], group, has_room=has_room[:, at], size=size[:, at])
        if (closed == known).all():
            return closed


def _groups(
    at: int, whole_of: Sequence[IntMatrix], wholes_closed: Sequence[BoolMatrix], *, areas: int
) -> list[npt.NDArray[np.int64]]:
    """The areas that lie in the same larger areas, of each kind; those in closed ones lie in the same."""
    sides = [
        np.where((whole < 0) | closed[np.maximum(whole, 0), at], -1, whole)
        for whole, closed in zip(whole_of, wholes_closed, strict=True)
    ]
    if not sides:
        return [np.arange(areas)]
    _, number = np.unique(np.stack(sides), axis=1, return_inverse=True)
    return [np.flatnonzero(number.ravel() == one) for one in np.unique(number)]


def _close_in_group(
    closed: BoolMatrix, group: npt.NDArray[np.int64], *, has_room: BoolMatrix, size: FloatMatrix
) -> None:
    shut = group[closed[group]]
    if not shut.size or shut.size == group.size or (shut.size > 1 and has_room[shut].any()):
        return
    rest = group[~closed[group]]
    roomy = rest[has_room[rest]]
    if roomy.size:
        closed[roomy[np.argmin(size[roomy])]] = True
    elif shut.size > 1 or not has_room[shut].any():
        closed[rest] = True
    else:
        closed[rest[np.argmax(size[rest])]] = True
