"""The truths of a country, with the counts that its files really hold."""

from collections.abc import Mapping

import numpy as np

from wardmote.synthetic.country import Country
from wardmote.synthetic.names import SECTIONS
from wardmote.synthetic.offences import CRIME_TYPES
from wardmote.synthetic.places import PARTNERSHIP
from wardmote.synthetic.police_files import FORCE_SLUG
from wardmote.synthetic.truths import Truths

_SECTIONS = tuple(name for pair in SECTIONS for name in pair)


def collect_truths(country: Country) -> Truths:
    """What was planted, and what came of it in the first release."""
    planting = country.planting
    ours = [cell.district.csp == PARTNERSHIP for cell in country.cells]
    return Truths(
        seed=country.seed,
        months=planting.months,
        force=FORCE_SLUG,
        partnership_code=PARTNERSHIP.code,
        partnership_name=PARTNERSHIP.name,
        residents=int(country.residents.total[ours].sum()),
        sections=_SECTIONS,
        changes=planting.changes,
        hotspot=planting.hotspot,
        season=planting.season,
        recording_change=planting.recording_change,
        late_records=planting.late_records,
        benchmark=planting.benchmark,
        unchanged=planting.unchanged,
        alike=planting.alike,
        counts=_counts(country),
    )


def _counts(country: Country) -> Mapping[str, Mapping[str, tuple[int, ...]]]:
    """Located rows by section, crime type and month."""
    section = np.array([_SECTIONS.index(cell.section) if cell.section else -1 for cell in country.cells])
    table = np.zeros((len(_SECTIONS), len(CRIME_TYPES), len(country.planting.months)), dtype=int)
    for crimes in country.crimes():
        if crimes.month in country.planting.months:
            where = section[crimes.cell]
            shown = crimes.is_located & ~crimes.is_late & (where >= 0)
            month = country.planting.months.index(crimes.month)
            np.add.at(table[:, :, month], (where[shown], crimes.offence[shown]), 1)
    return {
        name: {crime_type: tuple(map(int, table[i, j])) for j, crime_type in enumerate(CRIME_TYPES)}
        for i, name in enumerate(_SECTIONS)
    }
