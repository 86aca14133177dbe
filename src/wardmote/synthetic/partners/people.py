"""Invented residents: what a partner's file would say about each, held as columns."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from wardmote.synthetic.names import TOWNS
from wardmote.synthetic.partners.invented_names import FEMALE_FORENAMES, FORENAMES, HOME_STREETS, SURNAMES
from wardmote.synthetic.randomness import stream

Numbers = npt.NDArray[np.int64]
Texts = npt.NDArray[np.str_]

_YEAR = 365.25
_SOME_NAMES_ARE_COMMON = 0.6


@dataclass(frozen=True)
class People:
    """One entry a person: forename and surname, birth (a day number), sex (F or M) and home address."""

    forename: Texts
    surname: Texts
    born: Numbers
    sex: Texts
    address: Texts
    sector: Texts

    def __len__(self) -> int:
        return len(self.born)


def draw_people(
    n: int, *, seed: int, purpose: str, on: int, youngest: int, oldest: int, usual: float, women: float = 0.5
) -> People:
    """`n` people aged between `youngest` and `oldest` on a day number; ages gather around `usual`."""
    rng = stream(seed, f"people {purpose}")
    is_woman = rng.random(n) < women
    each = len(FEMALE_FORENAMES)
    forename = _uneven(each, n=n, rng=rng) + np.where(is_woman, 0, each)
    age = youngest + (oldest - youngest) * rng.beta(*_around((usual - youngest) / (oldest - youngest)), n)
    house, street, town = rng.integers(1, 180, n), rng.integers(0, len(HOME_STREETS), n), rng.integers(0, len(TOWNS), n)
    return People(
        forename=np.array(FORENAMES)[forename],
        surname=np.array(SURNAMES)[_uneven(len(SURNAMES), n=n, rng=rng)],
        born=(on - age * _YEAR).astype(np.int64),
        sex=np.where(is_woman, "F", "M"),
        address=_addresses(house, street, town),
        sector=np.array([sector_name(t, sector) for t in range(len(TOWNS)) for sector in range(9)])[
            town * 9 + street % 9
        ],
    )


def sector_name(town: int, sector: int) -> str:
    """A postcode sector in the area QX, which the Post Office does not use."""
    return f"QX{town + 1} {sector + 1}"


def _around(centre: float) -> tuple[float, float]:
    return 1 + 4 * centre, 1 + 4 * (1 - centre)


def _uneven(size: int, *, n: int, rng: np.random.Generator) -> Numbers:
    """Numbers below `size`, the first more often than the last, as names are shared by many or by few."""
    weight = (1.0 + np.arange(size)) ** -_SOME_NAMES_ARE_COMMON
    return rng.choice(size, size=n, p=weight / weight.sum())


def _addresses(house: Numbers, street: Numbers, town: Numbers) -> Texts:
    houses = np.array([str(i) for i in range(181)])
    ends = np.array([f" {name}, {place}" for name in HOME_STREETS for place in TOWNS])
    return np.asarray(np.strings.add(houses[house], ends[street * len(TOWNS) + town]))
