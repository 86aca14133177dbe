"""The attack: whoever has everything that was released works out the least and the most that each hidden count can be."""

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_array


class Attack:
    """Sums of cells that were released: `rows` says which cells are in each, `totals` what they add up to."""

    def __init__(self, cells: int) -> None:
        self.cells = cells
        self.rows: list[list[int]] = []
        self.totals: list[float] = []

    def knows(self, cells: list[int], total: float) -> None:
        self.rows.append(cells)
        self.totals.append(total)

    def bounds(self, cells: list[int]) -> tuple[float, float]:
        """The least and the most that these cells can add up to."""
        entries = [(number, cell) for number, row in enumerate(self.rows) for cell in row]
        matrix = csr_array(
            (np.ones(len(entries)), tuple(zip(*entries, strict=True)) or ([], [])), shape=(len(self.rows), self.cells)
        )
        aim = np.zeros(self.cells)
        aim[cells] = 1
        ends = [
            linprog(sign * aim, A_eq=matrix, b_eq=self.totals, bounds=(0, None), method="highs") for sign in (1, -1)
        ]
        least, most = (round(ends[0].fun, 6), np.inf if ends[1].status == 3 else round(-ends[1].fun, 6))
        return least, most
