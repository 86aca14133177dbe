"""One month of crimes, drawn from its expected counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from wardmote.synthetic.endings import Endings, draw_endings
from wardmote.synthetic.months import label
from wardmote.synthetic.offences import ASB, CRIME_TYPES
from wardmote.synthetic.planting import Planting
from wardmote.synthetic.points import SnapPoints
from wardmote.synthetic.randomness import stream

_WITHOUT_LOCATION, _OUTSIDE, _REPEATED_ID = 0.004, 0.001, 0.001
_ASB = CRIME_TYPES.index(ASB)
Numbers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Crimes:
    """Incidents of one month, one entry each: what, where, under which id, how it ended.

    `ids` is empty for anti-social behaviour. `is_located` is false for the rows that are written without a place, and
    `is_late` is true for those that only a later release holds.
    """

    month: date
    offence: Numbers
    cell: Numbers
    point: Numbers
    ids: tuple[str, ...]
    is_located: Flags
    is_late: Flags
    endings: Endings


def draw_crimes(
    expected: npt.NDArray[np.float64],
    *,
    month: date,
    points: SnapPoints,
    outside: Numbers,
    planting: Planting,
    seed: int,
) -> Crimes:
    """Poisson counts of `expected` (crime types by cells), each made into single crimes with the files' small faults.

    `outside` are the cells that do not belong to the force: about one row in a thousand is moved to one of them.
    """
    rng = stream(seed, f"crimes {label(month)}")
    counts = rng.poisson(expected).T
    cell, offence = (np.repeat(index.ravel(), counts.ravel()) for index in np.indices(counts.shape))
    moved = rng.random(len(cell)) < _OUTSIDE
    cell = np.where(moved, rng.choice(outside, len(cell)), cell)
    point = points.choose(cell, rng=rng)
    is_located = rng.random(len(cell)) >= _WITHOUT_LOCATION
    nowhere = (-1, -1)
    places = [
        (c, p) if located else nowhere
        for c, p, located in zip(cell.tolist(), point.tolist(), is_located.tolist(), strict=True)
    ]
    return Crimes(
        month=month,
        offence=offence,
        cell=cell,
        point=point,
        ids=_ids(offence, places=places, rng=rng),
        is_located=is_located,
        is_late=_late(offence, month=month, planting=planting, rng=rng),
        endings=draw_endings(offence, rng=rng),
    )


def is_written_twice(id_: str) -> bool:
    """About one crime in 4,000 stands twice in its street file, byte for byte: a fault, not a second crime."""
    return id_.startswith("000")


def _ids(offence: Numbers, *, places: Sequence[tuple[int, int]], rng: np.random.Generator) -> tuple[str, ...]:
    """64 hexadecimal digits, and now and then those of the crime before; none for anti-social behaviour.

    As in the real files, two different crimes with one id are told apart by their places.
    """
    digits = rng.bytes(32 * len(offence)).hex()
    repeats = rng.random(len(offence)) < _REPEATED_ID
    ids: list[str] = []
    previous, place_before = "", (-1, -1)
    for i, (is_asb, is_repeat, place) in enumerate(zip(offence == _ASB, repeats, places, strict=True)):
        if is_asb:
            ids.append("")
            continue
        if not (is_repeat and previous and place != place_before):
            previous = digits[64 * i : 64 * (i + 1)]
        place_before = place
        ids.append(previous)
    return tuple(ids)


def _late(offence: Numbers, *, month: date, planting: Planting, rng: np.random.Generator) -> Flags:
    late = planting.late_records
    draws = rng.random(len(offence))
    if month not in late.months:
        return np.zeros(len(offence), dtype=bool)
    share = late.shares[late.months.index(month)]
    is_type: Flags = offence == CRIME_TYPES.index(late.crime_type)
    return is_type & (draws >= share)
