"""Two agencies' lists of the same people, each written down in its own way, and who is really who."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from wardmote.synthetic.names import TOWNS
from wardmote.synthetic.partners.day_text import day_texts
from wardmote.synthetic.partners.invented_names import FORENAMES, HOME_STREETS, SHORT_FORENAMES, SURNAMES
from wardmote.synthetic.partners.misspelling import misspell
from wardmote.synthetic.partners.people import People, draw_people, sector_name
from wardmote.synthetic.randomness import stream
from wardmote.synthetic.tables import csv_bytes

POLICE, HEALTH, MATCHES = "police-people.csv", "health-people.csv", "true-matches.csv"
HEADER = ("Person Ref", "Forename", "Surname", "DOB", "Sex", "Address", "Postcode Sector")
MATCHES_HEADER = ("Police Ref", "Health Ref")
_KNOWN_TO_ONE_AGENCY = 0.9
_TODAY = 739_000

Texts = npt.NDArray[np.str_]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Habits:
    """How an agency writes people down: the share of its records with each fault."""

    ref: str
    date_form: str
    mistyped: float
    short_name: float
    other_surname: float
    no_birth: float
    swapped_day_and_month: float
    moved: float
    is_upper: bool


_POLICE = Habits("NOM", "%d/%m/%Y", 0.02, 0.02, 0.01, 0.02, 0.005, 0.06, is_upper=True)
_HEALTH = Habits("H", "%Y-%m-%d", 0.04, 0.07, 0.03, 0.04, 0.01, 0.16, is_upper=False)


@dataclass(frozen=True)
class LinkageSets:
    """What was written: both lists with their numbers of records, and the file of true matches with theirs."""

    police: Path
    health: Path
    matches: Path
    police_records: int
    health_records: int
    true_matches: int


def write_linkage_sets(folder: Path, *, people: int, seed: int) -> LinkageSets:
    """Write two lists of `people`, of whom each agency knows nine in ten, and the pairs that are one person.

    Each agency has everybody once, in an order of its own, with names mistyped or shortened, surnames changed, birth
    dates missing or with day and month swapped, and addresses moved from. The same seed gives the same bytes.
    """
    everybody = draw_people(people, seed=seed, purpose="linkage", on=_TODAY, youngest=10, oldest=90, usual=38)
    folder.mkdir(parents=True, exist_ok=True)
    refs, known = [], []
    for name, habits in ((POLICE, _POLICE), (HEALTH, _HEALTH)):
        rng = stream(seed, f"linkage {name}")
        chosen = rng.permutation(np.flatnonzero(rng.random(people) < _KNOWN_TO_ONE_AGENCY))
        ref = np.strings.add(habits.ref, (100_000 + rng.permutation(len(chosen))).astype(str))
        (folder / name).write_bytes(csv_bytes(HEADER, _records(everybody, chosen, ref=ref, habits=habits, rng=rng)))
        refs.append(dict(zip(chosen.tolist(), ref.tolist(), strict=True)))
        known.append(len(chosen))
    both = sorted(refs[0].keys() & refs[1].keys())
    pairs = [(refs[0][person], refs[1][person]) for person in both]
    (folder / MATCHES).write_bytes(csv_bytes(MATCHES_HEADER, pairs))
    return LinkageSets(folder / POLICE, folder / HEALTH, folder / MATCHES, known[0], known[1], len(pairs))


def _records(
    people: People, chosen: npt.NDArray[np.int64], *, ref: Texts, habits: Habits, rng: np.random.Generator
) -> list[tuple[str, ...]]:
    n = len(chosen)

    def happens(share: float) -> Flags:
        return rng.random(n) < share

    surname = np.where(happens(habits.other_surname), rng.choice(SURNAMES, n), people.surname[chosen])
    forename = np.where(happens(habits.short_name), _shortened(people.forename[chosen]), people.forename[chosen])
    has_moved = happens(habits.moved)
    address = np.where(has_moved, _elsewhere(n, rng=rng), people.address[chosen])
    sector = np.where(has_moved, _sectors_elsewhere(n, rng=rng), people.sector[chosen])
    names = (
        [misspell(str(name), rng=rng, chance=habits.mistyped) for name in column] for column in (forename, surname)
    )
    columns = (
        ref.tolist(),
        *([name.upper() if habits.is_upper else name for name in column] for column in names),
        np.where(happens(habits.no_birth), "", _births(people.born[chosen], habits=habits, rng=rng)).tolist(),
        people.sex[chosen].tolist(),
        address.tolist(),
        sector.tolist(),
    )
    return list(zip(*columns, strict=True))


def _shortened(forename: Texts) -> Texts:
    short = dict(zip(FORENAMES, SHORT_FORENAMES, strict=True))
    return np.array([short[str(name)] for name in forename])


def _births(born: npt.NDArray[np.int64], *, habits: Habits, rng: np.random.Generator) -> Texts:
    """Birth dates in the agency's form, with day and month swapped now and then where that is a date too."""
    year, month, day = (day_texts(born, form) for form in ("%Y", "%m", "%d"))
    is_swapped = (rng.random(len(born)) < habits.swapped_day_and_month) & (day <= "12")
    first, second = np.where(is_swapped, month, day), np.where(is_swapped, day, month)
    parts = (first, second, year) if habits.date_form.startswith("%d") else (year, second, first)
    sign = "/" if "/" in habits.date_form else "-"
    return np.asarray(
        np.strings.add(np.strings.add(np.strings.add(np.strings.add(parts[0], sign), parts[1]), sign), parts[2])
    )


def _elsewhere(n: int, *, rng: np.random.Generator) -> list[str]:
    house, street, town = rng.integers(1, 180, n), rng.integers(0, len(HOME_STREETS), n), rng.integers(0, len(TOWNS), n)
    return [
        f"{h} {HOME_STREETS[s]}, {TOWNS[t]}"
        for h, s, t in zip(house.tolist(), street.tolist(), town.tolist(), strict=True)
    ]


def _sectors_elsewhere(n: int, *, rng: np.random.Generator) -> list[str]:
    town, sector = rng.integers(0, len(TOWNS), n), rng.integers(0, 9, n)
    return [sector_name(t, s) for t, s in zip(town.tolist(), sector.tolist(), strict=True)]
