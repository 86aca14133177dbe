"""Places that the partnership gives priority to, chosen before each year and frozen for it."""

import numpy as np
import numpy.typing as npt

from wardmote.synthetic.offences import ASB, CRIME_TYPES
from wardmote.synthetic.partners.delivery import Delivery
from wardmote.synthetic.partners.truths import FileTruth
from wardmote.synthetic.partners.world import World
from wardmote.synthetic.tables import csv_bytes

Numbers = npt.NDArray[np.int64]

LIST_NAME = "priority-locations.csv"
LIST_HEADER = ("Year", "Priority Location", "LSOA Code", "Chosen On")
# Which of the busiest places are on the list of each year, the busiest being 0: two of six change from year to year.
_CHOSEN = ((0, 1, 2, 3, 4, 5), (0, 1, 2, 3, 4, 6), (0, 1, 2, 3, 6, 7))


def priority_lsoas(world: World) -> dict[str, tuple[str, ...]]:
    """The LSOAs of each year's list, by year as `2024-25`."""
    types = [CRIME_TYPES.index(ASB), CRIME_TYPES.index("Violence and sexual offences")]
    busy = world.country.levels[types].sum(axis=(0, 1))
    by_lsoa = {code: busy[world.lsoa == code].sum() for code in np.unique(world.lsoa[world.ours])}
    ranked = [str(code) for code in sorted(by_lsoa, key=lambda code: (-by_lsoa[code], code))]
    return {
        year_label(start.year): tuple(ranked[i] for i in _CHOSEN[index])
        for index, (start, _) in enumerate(world.years[: len(_CHOSEN)])
    }


def year_label(year: int) -> str:
    """A financial year by the year in which it begins: `2024-25`."""
    return f"{year}-{(year + 1) % 100:02d}"


def is_in_priority_place(world: World, *, day: Numbers, cell: Numbers) -> npt.NDArray[np.bool_]:
    """Whether each event, by its day number and cell, lies in a place on the list of its own year."""
    is_inside = np.zeros(len(day), dtype=bool)
    for (start, end), codes in zip(world.years, priority_lsoas(world).values(), strict=False):
        in_year = (day >= start.toordinal()) & (day < end.toordinal())
        is_inside |= in_year & np.isin(world.lsoa[cell], codes)
    return is_inside


def priority_list(world: World) -> Delivery:
    """The list of all years, one row a place and year."""
    names = {cell.lsoa21.code: cell.lsoa21.name for cell in world.cells}
    rows = [
        (year, f"Priority area {i} ({names[code]})", code, f"15/03/{year[:4]}")
        for year, codes in priority_lsoas(world).items()
        for i, code in enumerate(codes, start=1)
    ]
    return Delivery(csv_bytes(LIST_HEADER, rows), FileTruth(LIST_NAME, "place-sets", len(rows)))
