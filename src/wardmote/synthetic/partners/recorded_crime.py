"""Crimes recorded in each partnership's area by quarter and offence, as the Home Office publishes them: a sheet a year."""

from collections import Counter

import numpy as np
import numpy.typing as npt

from wardmote.synthetic.months import shift
from wardmote.synthetic.offences import CRIME_TYPES
from wardmote.synthetic.partners.crimes import Crimes
from wardmote.synthetic.partners.delivery import Delivery
from wardmote.synthetic.partners.offence_codes import CODES
from wardmote.synthetic.partners.offence_groups import GROUPS
from wardmote.synthetic.partners.sheets import ods_sheets
from wardmote.synthetic.partners.truths import FileTruth
from wardmote.synthetic.partners.world import World
from wardmote.synthetic.places import DISTRICTS, FORCE, PARTNERSHIP, Named

NAME = "recorded-crime-csp.ods"
HEADER = (
    "Financial Year", "Financial Quarter", "Force Name", "CSP Name", "CSP Code", "Offence Description", "Offence Group",
    "Offence Subgroup", "Offence Code", "Number of Offences",
)  # fmt: skip


def recorded_crime(world: World, crimes: Crimes) -> Delivery:
    """Notes, and a sheet a financial year; Exampleshire's figures are those of the police extract."""
    rows = _rows(world, crimes)
    by_year: dict[str, list[tuple[object, ...]]] = {}
    for row in rows:
        by_year.setdefault(str(row[0]), []).append(row)
    notes: list[tuple[object, ...]] = [
        ("Police recorded crime, Community Safety Partnership open data - invented figures",),
        ("Notes",),
    ]
    sheets: dict[str, list[tuple[object, ...]]] = {"Notes": notes}
    sheets |= {year.replace("/", "-"): [HEADER, *found] for year, found in by_year.items()}
    return Delivery(ods_sheets(sheets), FileTruth(NAME, "recorded-crime-csp", len(rows)))


def _rows(world: World, crimes: Crimes) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    for csp in dict.fromkeys(d.csp for d in DISTRICTS if d.pfa == FORCE):
        counted = _ours(world, crimes) if csp == PARTNERSHIP else _theirs(world, csp)
        for quarter in range(len(world.months) // 3):
            start = shift(world.months[0], by=3 * quarter)
            year = start.year if start.month > 3 else start.year - 1
            when = (f"{year}/{(year + 1) % 100:02d}", (start.month - 4) % 12 // 3 + 1, f"{FORCE.name} Police")
            for index, code in enumerate(CODES):
                names = (code.description, *GROUPS[code.code], code.code)
                rows.append((*when, csp.name, csp.code, *names, counted[quarter, index]))
    return rows


def _ours(world: World, crimes: Crimes) -> Counter[tuple[int, int]]:
    return Counter(zip((world.month_of(crimes.reported) // 3).tolist(), crimes.code.tolist(), strict=True))


def _theirs(world: World, csp: Named) -> Counter[tuple[int, int]]:
    """Poisson counts of what is expected there, each crime type parted into its codes."""
    rng = world.stream(f"recorded crime {csp.code}")
    here = [cell.district.csp == csp for cell in world.cells]
    # The months drawn before the first are not part of the window.
    expected: npt.NDArray[np.float64] = world.country.levels[:, -len(world.months) :][:, :, here].sum(axis=2)
    whole = expected[:, : len(world.months) // 3 * 3].reshape(len(CRIME_TYPES), -1, 3).sum(axis=2)
    return Counter({
        (quarter, index): int(rng.poisson(whole[CRIME_TYPES.index(code.crime_type), quarter] * code.share))
        for quarter in range(whole.shape[1])
        for index, code in enumerate(CODES)
    })  # fmt: skip
