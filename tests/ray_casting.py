"""Point in polygon the plain way: a ray to the east crosses the rings an odd number of times."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

Position = Sequence[float]


def lies_in(rings: Iterable[Sequence[Position]], x: float, y: float) -> bool:
    """Whether a point lies inside closed rings, holes being rings too; on an edge of any ring it does."""
    is_inside = False
    for ring in rings:
        for (x1, y1), (x2, y2) in pairwise(ring):
            if _is_on(x, y, x1, y1, x2, y2):
                return True
            # An end of an edge counts with the edge above it, so that a ray through a corner crosses once.
            if (y1 > y) != (y2 > y) and ((x2 - x1) * (y - y1) - (x - x1) * (y2 - y1) > 0) == (y2 > y1):
                is_inside = not is_inside
    return is_inside


def _is_on(x: float, y: float, x1: float, y1: float, x2: float, y2: float) -> bool:
    is_in_line = (x2 - x1) * (y - y1) == (x - x1) * (y2 - y1)
    return is_in_line and min(x1, x2) <= x <= max(x1, x2) and min(y1, y2) <= y <= max(y1, y2)
