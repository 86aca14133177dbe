"""The truths of a country, with the counts that its files really hold."""

from collections.abc import Mapping, Sequence

import numpy as np

from wardmote.synthetic.country import Country
from wardmote.synthetic.crimes import Crimes, is_written_twice
from wardmote.synthetic.names import SECTIONS
from wardmote.synthetic.offences import CRIME_TYPES
from wardmote.synthetic.places import PARTNERSHIP
from wardmote.synthetic.police_files import FORCE_SLUG
from wardmote.synthetic.truths import Truths

_SECTIONS = tuple(name for pair in SECTIONS for name in pair)


def collect_truths(country: Country) -> Truths:
    """What was planted, and what came of it in the first release."""
    planting = country.planting
    drawn = [one for one in country.crimes(first=planting.months[0]) if one.month in planting.months]
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
        copies=_copies(drawn),
        counts=_counts(country, drawn),
    )


def _copies(drawn: Sequence[Crimes]) -> int:
    """Crimes of the first release that are written a second time."""
    return sum(
        is_written_twice(id_) and not is_late
        for crimes in drawn
        for id_, is_late in zip(crimes.ids, crimes.is_late.tolist(), strict=True)
    )


def _counts(country: Country, drawn: Sequence[Crimes]) -> Mapping[str, Mapping[str, tuple[int, ...]]]:
    """Located crimes of the first release by section, crime type and month."""
    section = np.array([_SECTIONS.index(cell.section) if cell.section else -1 for cell in country.cells])
    table = np.zeros((len(_SECTIONS), len(CRIME_TYPES), len(drawn)), dtype=int)
    for month, crimes in enumerate(drawn):
        where = section[crimes.cell]
        shown = crimes.is_located & ~crimes.is_late & (where >= 0)
        np.add.at(table[:, :, month], (where[shown], crimes.offence[shown]), 1)
    return {
        name: {crime_type: tuple(map(int, table[i, j])) for j, crime_type in enumerate(CRIME_TYPES)}
        for i, name in enumerate(_SECTIONS)
    }
