"""Who lives in each invented cell: residents by single year of age, and how hard life is there."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from wardmote.synthetic.places import Cell
from wardmote.synthetic.randomness import stream
from wardmote.synthetic.shapes import TOWN_CENTRES

AGES = 91  # 0 to 89, and 90 or older


@dataclass(frozen=True)
class Residents:
    """One row a cell: residents by age in mid-2020 and at the Census of 2021, and `hardship` (mean 0, deviation 1)."""

    mid_2020: npt.NDArray[np.int64]
    census_2021: npt.NDArray[np.int64]
    hardship: npt.NDArray[np.float64]
    centrality: npt.NDArray[np.float64]

    @property
    def total(self) -> npt.NDArray[np.int64]:
        """Residents of each cell at the Census of 2021."""
        return self.census_2021.sum(axis=1)


def draw_residents(cells: Sequence[Cell], *, seed: int) -> Residents:
    """About 1,650 residents a cell, fewer where cells were merged since; more hardship near a town's centre."""
    rng = stream(seed, "residents")
    size = rng.normal(1650, 220, len(cells)).clip(1100, 2400) * _crowding(cells)
    centrality = _centrality(cells)
    hardship = 1.2 * centrality + rng.normal(0, 0.8, len(cells))
    return Residents(
        mid_2020=rng.multinomial(size.astype(int), _age_shares()),
        census_2021=rng.multinomial((size * 1.008).astype(int), _age_shares()),
        hardship=(hardship - hardship.mean()) / hardship.std(),
        centrality=centrality,
    )


def _centrality(cells: Sequence[Cell]) -> npt.NDArray[np.float64]:
    """From 1 in the cell at a town's centre down to nearly 0 at the edge."""
    at = np.array([(cell.column + 0.5, cell.row + 0.5) for cell in cells])
    distance = np.min([np.hypot(*(at - centre).T) for centre in np.array(TOWN_CENTRES)], axis=0)
    return np.asarray(np.exp(-((distance / 1.4) ** 2)))


def _crowding(cells: Sequence[Cell]) -> npt.NDArray[np.float64]:
    """LSOAs are merged because they have shrunk."""
    now = Counter(cell.lsoa21.code for cell in cells)
    return np.array([0.6 if now[cell.lsoa21.code] > 1 else 1.0 for cell in cells])


def _age_shares() -> npt.NDArray[np.float64]:
    """Shares of the ages 0 to 90 and over, in the rough shape of an English county's."""
    age = np.arange(AGES)
    share = 1.0 + 0.25 * np.exp(-(((age - 30) / 12) ** 2)) + 0.3 * np.exp(-(((age - 55) / 12) ** 2))
    share *= 1 / (1 + np.exp((age - 80) / 5.5))
    share[-1] *= 4
    return np.asarray(share / share.sum())
