"""An invented postcode directory, with the columns of the ONS Postcode Directory that matter here."""

import numpy as np

from wardmote.synthetic.partners.delivery import Delivery
from wardmote.synthetic.partners.health import sector_of
from wardmote.synthetic.partners.truths import FileTruth, SetAside
from wardmote.synthetic.partners.world import World
from wardmote.synthetic.tables import csv_bytes

NAME = "postcode-directory.csv"
HEADER = ("pcd", "pcd2", "pcds", "dointr", "doterm", "usertype", "oslaua", "osward", "ctry", "oa21", "lsoa11", "lsoa21")
# Inward codes use no letter that looks like another.
_LETTERS = "ABDEFGHJLNPQRSTUWXYZ"
_PEOPLE_A_POSTCODE = 150
_TERMINATED = 0.08
_FAULT = "the postcode is not written like one"


def postcode_directory(world: World) -> Delivery:
    """One row a postcode, some ended; the sectors in the middle of each town lie in two sections.

    The last row's postcode is none.
    """
    rng = world.stream("postcodes")
    used: dict[str, int] = {}
    rows: list[tuple[str, ...]] = []
    for cell in world.ours.tolist():
        sector, place = sector_of(world, cell), world.cells[cell]
        areas = (place.district.lad.code, place.ward.code, "E92000001", "", place.lsoa11.code, place.lsoa21.code)
        for is_ended in rng.random(_postcodes_in(world, cell)) < _TERMINATED:
            number = used[sector] = used.get(sector, -1) + 1
            rows.append((*_forms(sector, number), "201001", "202206" if is_ended else "", "0", *areas))
    rows.append(("none", "none", "none", *rows[0][3:]))
    truth = FileTruth(NAME, "postcode-directory", len(rows), (SetAside(len(rows), _FAULT),))
    return Delivery(csv_bytes(HEADER, rows, line_end="\r\n"), truth)


def _postcodes_in(world: World, cell: int) -> int:
    return max(3, int(np.rint(world.country.residents.total[cell] / _PEOPLE_A_POSTCODE)))


def _forms(sector: str, number: int) -> tuple[str, str, str]:
    """A postcode of seven characters, of eight, and as it is written."""
    first, second = _LETTERS[number // len(_LETTERS)], _LETTERS[number % len(_LETTERS)]
    outward, inward = sector.split(" ")
    inward += first + second
    return f"{outward:<4}{inward}", f"{outward:<4} {inward}", f"{outward} {inward}"
