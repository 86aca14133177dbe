"""Where the cells lie: a bent lattice in the North Sea, and the outlines of whatever is put together from them."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from wardmote.synthetic.places import Cell
from wardmote.synthetic.randomness import stream

# Open water some 80 km off the coast: inside the bounds of the British grid, and nobody's ward.
_WEST, _SOUTH = 0.60, 54.60
_STEP_LONGITUDE, _STEP_LATITUDE = 0.0125, 0.0090
_COLUMNS, _ROWS = 24, 20
TOWN_CENTRES = ((9.5, 1.5), (9.5, 5.5), (9.5, 9.5), (4.5, 15.5), (14.5, 15.5))
_PULL, _REACH = 0.45, 3.0

Vertex = tuple[int, int]
Ring = list[list[float]]


@dataclass(frozen=True)
class Lattice:
    """The corner points of all cells: `points[column, row]` is (longitude, latitude), in degrees."""

    points: npt.NDArray[np.float64]

    def outline(self, cells: Iterable[Cell]) -> list[Ring]:
        """The closed rings (anticlockwise outside) around a set of cells that touch along their edges."""
        after = _boundary(cells)
        rings = []
        while after:
            start, vertex = after.popitem()
            ring = [start]
            while vertex != start:
                ring.append(vertex)
                vertex = after.pop(vertex)
            rings.append([self._position(v) for v in [*ring, start]])
        return rings

    def inside(self, cell: Cell, *, u: float, v: float) -> tuple[float, float]:
        """The point at the shares `u` (west to east) and `v` (south to north) of a cell, each from 0 to 1."""
        c, r = cell.column, cell.row
        south = self.points[c, r] * (1 - u) + self.points[c + 1, r] * u
        north = self.points[c, r + 1] * (1 - u) + self.points[c + 1, r + 1] * u
        longitude, latitude = south * (1 - v) + north * v
        return float(longitude), float(latitude)

    def _position(self, vertex: Vertex) -> list[float]:
        longitude, latitude = self.points[vertex]
        return [round(float(longitude), 6), round(float(latitude), 6)]


def build_lattice(seed: int) -> Lattice:
    """Corner points that are shaken a little and drawn towards the town centres, where real LSOAs are small."""
    column, row = np.meshgrid(np.arange(_COLUMNS + 1.0), np.arange(_ROWS + 1.0), indexing="ij")
    at = np.stack([column, row], axis=-1)
    at += stream(seed, "lattice").uniform(-0.18, 0.18, at.shape)
    for centre in TOWN_CENTRES:
        away = at - np.array(centre)
        distance = np.hypot(away[..., 0], away[..., 1])
        at = at - away * (_PULL * np.exp(-((distance / _REACH) ** 2)))[..., None]
    return Lattice(at * np.array([_STEP_LONGITUDE, _STEP_LATITUDE]) + np.array([_WEST, _SOUTH]))


def _boundary(cells: Iterable[Cell]) -> dict[Vertex, Vertex]:
    """Each corner on the edge and the corner that follows it: an edge that two cells share cancels out."""
    edges: set[tuple[Vertex, Vertex]] = set()
    for cell in cells:
        c, r = cell.column, cell.row
        corners = [(c, r), (c + 1, r), (c + 1, r + 1), (c, r + 1)]
        for start, end in zip(corners, corners[1:] + corners[:1], strict=True):
            if (end, start) in edges:
                edges.remove((end, start))
            else:
                edges.add((start, end))
    # Sorted, because the order of a set is not promised and the files must come out the same each time.
    return dict(sorted(edges))
