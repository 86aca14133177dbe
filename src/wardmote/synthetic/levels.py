"""How many crimes are to be expected, by crime type, month and cell."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from wardmote.synthetic.months import shift
from wardmote.synthetic.offences import OFFENCES, Offence
from wardmote.synthetic.places import FORCE, PARTNERSHIP, Cell
from wardmote.synthetic.planting import Planting, season_wave
from wardmote.synthetic.randomness import stream
from wardmote.synthetic.residents import Residents

# Crimes from before the first month can end within it: without them the first outcomes files would start half empty.
MONTHS_BEFORE = 5
_MOST_OF_AN_ORDINARY_CELL = 3.5
Levels = npt.NDArray[np.float64]


def expected_counts(cells: Sequence[Cell], *, residents: Residents, planting: Planting, seed: int) -> Levels:
    """Expected crimes, shape (crime types, months before and within, cells); cells outside the force have none."""
    rng = stream(seed, "levels")
    month_index = np.arange(-MONTHS_BEFORE, len(planting.months))
    calendar = np.array([shift(planting.months[0], by=int(i)).month - 1 for i in month_index])
    force = np.array([cell.district.pfa == FORCE for cell in cells])
    levels = []
    for offence in OFFENCES:
        monthly_rate = offence.per_1000_a_year / 12000 * residents.total * force
        place = _place_effect(offence, cells=cells, residents=residents, planting=planting, rng=rng)
        wave = season_wave(amplitude=offence.season, peak_month=offence.peak_month)[calendar]
        unrest = _unrest(offence, months=len(month_index), cells=cells, rng=rng)
        planted = _planted(offence, month_index=month_index, cells=cells, planting=planting)
        levels.append(monthly_rate * place * wave[:, None] * unrest * planted)
    return np.stack(levels)


def _place_effect(
    offence: Offence, *, cells: Sequence[Cell], residents: Residents, planting: Planting, rng: np.random.Generator
) -> Levels:
    """A factor for each cell, whose mean over the residents of each partnership is exactly 1."""
    effect = np.exp(
        offence.centre * 1.5 * residents.centrality
        + offence.hardship * residents.hardship
        + rng.normal(0, 0.3, len(cells))
    )
    hot = np.array([
        cell.lsoa21.code == planting.hotspot.lsoa_code and offence.crime_type in planting.hotspot.crime_types
        for cell in cells
    ])  # fmt: skip
    if hot.any():
        effect = np.minimum(effect, _MOST_OF_AN_ORDINARY_CELL)
    partnership = np.array([cell.district.csp.code for cell in cells])
    for code in np.unique(partnership):
        here, pinned = partnership == code, (partnership == code) & hot
        people, pinned_people = residents.total[here].sum(), residents.total[pinned].sum()
        rest = here & ~pinned
        left = people - planting.hotspot.ratio * pinned_people
        effect[rest] *= left / (effect[rest] * residents.total[rest]).sum()
        effect[pinned] = planting.hotspot.ratio
    return np.asarray(effect)


def _unrest(offence: Offence, *, months: int, cells: Sequence[Cell], rng: np.random.Generator) -> Levels:
    """Months that are busier or quieter than chance allows, in a whole partnership and in single sections."""
    groups = [(cell.district.csp.code, cell.section or cell.district.lad.code) for cell in cells]
    of_whole = {code: _shocks(offence.unrest, months=months, rng=rng) for code in dict.fromkeys(g[0] for g in groups)}
    of_part = {code: _shocks(offence.unrest, months=months, rng=rng) for code in dict.fromkeys(g[1] for g in groups)}
    return np.stack([of_whole[whole] * of_part[part] for whole, part in groups], axis=1)


def _shocks(variation: float, *, months: int, rng: np.random.Generator) -> npt.NDArray[np.float64]:
    """Gamma factors with mean 1 and this coefficient of variation."""
    return rng.gamma(variation**-2, variation**2, months)


def _planted(
    offence: Offence, *, month_index: npt.NDArray[np.int64], cells: Sequence[Cell], planting: Planting
) -> Levels:
    factor = np.ones((len(month_index), len(cells)))
    ours = np.array([cell.district.csp == PARTNERSHIP for cell in cells])
    for change in planting.changes:
        if change.crime_type == offence.crime_type:
            where = (
                ours if change.area_kind == "partnership" else np.array([c.section == change.area_code for c in cells])
            )
            factor[np.ix_(month_index >= planting.months.index(change.first_month), where)] *= change.ratio
    if planting.recording_change.crime_type == offence.crime_type:
        factor[month_index >= planting.months.index(planting.recording_change.first_month)] *= (
            planting.recording_change.ratio
        )
    if planting.benchmark.crime_type == offence.crime_type:
        factor[:, ours] *= planting.benchmark.ratio
    return factor
