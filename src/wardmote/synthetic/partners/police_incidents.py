"""The incidents of the police files as the police themselves hold them: the same ones, in no order of places."""

from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from wardmote.synthetic.offences import ASB, CRIME_TYPES
from wardmote.synthetic.partners.world import LOCKDOWN_KEEPS, World

Numbers = npt.NDArray[np.int64]


class PoliceIncidents(NamedTuple):
    """One entry an incident, month by month: indices of the month, crime type and cell, and how it ended."""

    month: Numbers
    crime_type: Numbers
    cell: Numbers
    is_located: npt.NDArray[np.bool_]
    outcome: Numbers
    wait: Numbers


def police_incidents(world: World, *, is_asb: bool) -> PoliceIncidents:
    """Crimes, or anti-social behaviour, of the partnership's area, short of those that the lockdown month loses."""
    every = _all_of(world)
    chosen = (every.crime_type == CRIME_TYPES.index(ASB)) == is_asb
    return PoliceIncidents(*(column[chosen] for column in every))


# Drawing them again gives the same and takes half a second; a world holds arrays and has no hash but its identity.
@lru_cache(maxsize=1)
def _all_of(world: World) -> PoliceIncidents:
    parts = []
    for crimes in world.country.crimes(first=world.months[0]):
        if crimes.month in world.months:
            chosen = np.isin(crimes.cell, world.ours) & ~crimes.is_late
            month = np.full(int(chosen.sum()), world.months.index(crimes.month))
            ends = (crimes.endings.outcome[chosen], crimes.endings.wait[chosen])
            parts.append((month, crimes.offence[chosen], crimes.cell[chosen], crimes.is_located[chosen], *ends))
    whole = [np.concatenate(column) for column in zip(*parts, strict=True)]
    rng = world.stream("order")
    is_kept = (whole[0] != world.months.index(world.lockdown)) | (rng.random(len(whole[0])) < LOCKDOWN_KEEPS)
    # Cells come in order within a month of the police files: shuffled, no day belongs to one part of the country.
    order = np.lexsort((rng.random(len(whole[0])), whole[0]))
    return PoliceIncidents(*(column[order[is_kept[order]]] for column in whole))
