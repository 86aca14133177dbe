"""What a partner delivers: a file, what is true of it, and the faults that its rows have on purpose."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from wardmote.synthetic.partners.truths import FileTruth, PlantedFigure, SetAside

Cells = Sequence[object]


@dataclass(frozen=True)
class Delivery:
    """One file, and the truths that go with it."""

    content: bytes
    truth: FileTruth
    figures: tuple[PlantedFigure, ...] = ()


@dataclass(frozen=True)
class Fault:
    """One row too many: a copy of a good row in which these columns hold something else."""

    why: str
    instead: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Spoilt:
    """Rows with the faulty ones among them, and where those are."""

    rows: list[list[object]]
    set_aside: tuple[SetAside, ...]


def spoil(header: Sequence[str], rows: Sequence[Cells], *, faults: Sequence[Fault], rng: np.random.Generator) -> Spoilt:
    """Put each fault's row somewhere among the good rows.

    The good rows stay as they are, so that whatever is true of them is true of what a careful reader keeps.
    """
    place = np.sort(rng.integers(0, len(rows) + 1, len(faults))).tolist()
    whole: list[list[object]] = []
    set_aside = []
    start = 0
    for at, fault in zip(place, faults, strict=True):
        whole += [list(row) for row in rows[start:at]]
        start = at
        whole.append(_faulty(header, rows[at - 1], fault))
        set_aside.append(SetAside(len(whole), fault.why))
    whole += [list(row) for row in rows[start:]]
    return Spoilt(whole, tuple(set_aside))


def _faulty(header: Sequence[str], row: Cells, fault: Fault) -> list[object]:
    return [fault.instead.get(name, value) for name, value in zip(header, row, strict=True)]
