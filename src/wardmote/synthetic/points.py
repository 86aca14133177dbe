"""The anonymous points that crimes are snapped to: a few in each cell, each with the name of a street or public place."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from wardmote.synthetic.names import PUBLIC_PLACES, street_name
from wardmote.synthetic.places import Cell
from wardmote.synthetic.randomness import stream
from wardmote.synthetic.shapes import Lattice

POINTS_A_CELL = 14
_STREET_NAMES = 209


@dataclass(frozen=True)
class SnapPoints:
    """Points by cell, shape (cells, points): text as the files hold it, and the share of crimes at each point."""

    longitude: npt.NDArray[np.str_]
    latitude: npt.NDArray[np.str_]
    location: npt.NDArray[np.str_]
    cumulative_share: npt.NDArray[np.float64]

    def choose(self, cell: npt.NDArray[np.int64], *, rng: np.random.Generator) -> npt.NDArray[np.int64]:
        """One point for each of these cells."""
        draws = rng.random(len(cell))
        chosen: npt.NDArray[np.int64] = (self.cumulative_share[cell] < draws[:, None]).sum(axis=1)
        return chosen.clip(max=POINTS_A_CELL - 1)


def place_points(cells: Sequence[Cell], *, lattice: Lattice, seed: int) -> SnapPoints:
    """Points well inside each cell; the first four hold half of its crimes, as car parks and shops do."""
    rng = stream(seed, "points")
    shape = (len(cells), POINTS_A_CELL)
    shares = rng.dirichlet(np.r_[np.full(4, 2.0), np.full(POINTS_A_CELL - 4, 0.8)], len(cells))
    within = rng.uniform(0.08, 0.92, (*shape, 2))
    names = [
        _location(int(i), point=k % POINTS_A_CELL) for k, i in enumerate(rng.integers(0, _STREET_NAMES, shape).flat)
    ]
    at = [lattice.inside(cell, u=u, v=v) for cell, uvs in zip(cells, within, strict=True) for u, v in uvs]
    return SnapPoints(
        longitude=np.array([f"{x:.6f}" for x, _ in at]).reshape(shape),
        latitude=np.array([f"{y:.6f}" for _, y in at]).reshape(shape),
        location=np.array(names).reshape(shape),
        cumulative_share=shares.cumsum(axis=1),
    )


def _location(draw: int, *, point: int) -> str:
    """Every cell's first point is a public place; the rest are streets."""
    return f"On or near {PUBLIC_PLACES[draw % len(PUBLIC_PLACES)] if point == 0 else street_name(draw)}"
