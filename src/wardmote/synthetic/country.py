"""Everything that stands still in Exampleshire: places, people, points, and what is expected to happen."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from wardmote.synthetic.crimes import Crimes, draw_crimes
from wardmote.synthetic.levels import MONTHS_BEFORE, Levels, expected_counts
from wardmote.synthetic.months import shift, span
from wardmote.synthetic.places import FORCE, Cell, cells
from wardmote.synthetic.planting import Planting, plan_planting
from wardmote.synthetic.points import SnapPoints, place_points
from wardmote.synthetic.residents import Residents, draw_residents
from wardmote.synthetic.shapes import Lattice, build_lattice


@dataclass(frozen=True)
class Country:
    """One seed's invented country. `levels` has the shape (crime types, months before and within, cells)."""

    seed: int
    cells: tuple[Cell, ...]
    lattice: Lattice
    residents: Residents
    points: SnapPoints
    planting: Planting
    levels: Levels

    @property
    def force_cells(self) -> npt.NDArray[np.int64]:
        """The numbers of the cells that the force polices."""
        return np.flatnonzero([cell.district.pfa == FORCE for cell in self.cells])

    def crimes(self, *, first: date) -> Iterator[Crimes]:
        """The crimes of each month from five months before `first`: their outcomes fall on or after it."""
        start = shift(self.planting.months[0], by=-MONTHS_BEFORE)
        for i, month in enumerate(span(start, length=self.levels.shape[1])):
            if month >= shift(first, by=-MONTHS_BEFORE):
                yield self._month(i, month=month)

    def _month(self, index: int, *, month: date) -> Crimes:
        return draw_crimes(
            self.levels[:, index],
            month=month,
            points=self.points,
            outside=np.setdiff1d(np.arange(len(self.cells)), self.force_cells),
            planting=self.planting,
            seed=self.seed,
        )


def build_country(*, seed: int, months: int) -> Country:
    """The country of this seed, over this many months."""
    places = cells()
    planting = plan_planting(places, months=months)
    lattice = build_lattice(seed)
    residents = draw_residents(places, seed=seed)
    return Country(
        seed=seed,
        cells=places,
        lattice=lattice,
        residents=residents,
        points=place_points(places, lattice=lattice, seed=seed),
        planting=planting,
        levels=expected_counts(places, residents=residents, planting=planting, seed=seed),
    )
