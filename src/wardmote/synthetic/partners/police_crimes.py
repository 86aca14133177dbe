"""The police extract of recorded crimes: a CSV as a spreadsheet saves it, with titles above and a total below."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from wardmote.synthetic.partners.crimes import Crimes
from wardmote.synthetic.partners.day_text import clock_texts, day_texts
from wardmote.synthetic.partners.delivery import Delivery, Fault, spoil
from wardmote.synthetic.partners.offence_codes import CODES
from wardmote.synthetic.partners.offence_groups import GROUPS
from wardmote.synthetic.partners.outcomes import OUTCOMES, UNDER_INVESTIGATION
from wardmote.synthetic.partners.people import People, draw_people
from wardmote.synthetic.partners.sheets import csv_sheet
from wardmote.synthetic.partners.truths import FileTruth
from wardmote.synthetic.partners.world import World, grid_positions

NAME = "police-crimes.csv"
HEADER = (
    "Occurrence Number", "HO Offence Code", "Offence Group", "Offence Subgroup", "Offence Description",
    "Date Reported", "Committed From", "Committed To", "Section", "LSOA Code", "Easting", "Northing",
    "DA Flag", "Alcohol", "Drugs", "Mental Health", "Knife", "Stalking", "Rural Crime",
    "Victim Ref", "Victim Forename", "Victim Surname", "Victim DOB", "Victim Sex", "Victim Address",
    "Suspect Ref", "Suspect Forename", "Suspect Surname", "Suspect DOB",
    "Outcome Type", "Outcome Date",
)  # fmt: skip

# The share of crimes for which each question is answered; alcohol changes with the new system.
ANSWERED = {"DA Flag": 0.98, "Drugs": 0.90, "Mental Health": 0.85, "Knife": 0.99, "Stalking": 0.99, "Rural Crime": 1.0}
ALCOHOL_ANSWERED = (0.62, 0.94)
_RURAL_CODES = frozenset({"49", "45", "48", "58D", "30C", "96", "54"})
_IS_CALLED_RURAL = 0.7
FAULTS = (
    Fault("the date of recording is no date", {"Date Reported": "31/02/2024 10:15"}),
    Fault("the date of recording is no date", {"Date Reported": "30/13/2023 08:00"}),
    Fault("the date of recording is no date", {"Date Reported": "see log"}),
    Fault("there is no date of recording", {"Date Reported": ""}),
    Fault("there is no date of recording", {"Date Reported": ""}),
)
_TITLES = (("Exampleshire Police - OFFICIAL-SENSITIVE",), ("Recorded crime, Exampleshire CSP",), ())

Texts = npt.NDArray[np.str_]
Flags = npt.NDArray[np.bool_]


class Answers(NamedTuple):
    """One flag of each crime: whether it is so, and whether the record says yes or no at all."""

    is_so: Flags
    is_answered: Flags

    @property
    def texts(self) -> Texts:
        return np.where(self.is_answered, np.where(self.is_so, "Y", "N"), "")


def police_crimes(
    world: World, crimes: Crimes, *, answers: dict[str, Answers], outcome: tuple[npt.NDArray[np.int64], ...]
) -> Delivery:
    """The file of all crimes, five unreadable rows among them and a line that adds them up."""
    columns = {**_what(world, crimes), **{name: one.texts for name, one in answers.items()}, **_who(world, crimes)}
    columns["Outcome Type"] = _outcome_names(outcome[0])
    columns["Outcome Date"] = day_texts(outcome[1], "%d/%m/%Y")
    good = list(zip(*(columns[name].tolist() for name in HEADER), strict=True))
    spoilt = spoil(HEADER, good, faults=FAULTS, rng=world.stream("police crime faults"))
    content = csv_sheet(HEADER, spoilt.rows, titles=_TITLES, has_mark=True)
    return Delivery(content, FileTruth(NAME, "police-crimes", len(spoilt.rows), spoilt.set_aside))


def draw_answers(world: World, crimes: Crimes) -> dict[str, Answers]:
    """Each flag of each crime. Whether alcohol is answered changes; how often it played a part does not."""
    rng = world.stream("flags")
    codes, n = np.array([code.code for code in CODES])[crimes.code], len(crimes)

    def chance(name: str) -> npt.NDArray[np.float64]:
        return np.array([getattr(code, name) for code in CODES])[crimes.code]

    is_rural = world.is_rural[crimes.cell] & np.isin(codes, sorted(_RURAL_CODES))
    so = {
        "DA Flag": crimes.is_domestic,
        "Alcohol": rng.random(n) < chance("alcohol"),
        "Drugs": rng.random(n) < chance("drugs"),
        "Mental Health": rng.random(n) < chance("mental_health"),
        "Knife": rng.random(n) < chance("knife"),
        "Stalking": codes == "8Q",
        "Rural Crime": is_rural & (rng.random(n) < _IS_CALLED_RURAL),
    }
    of_alcohol = np.where(crimes.reported < world.new_system.toordinal(), *ALCOHOL_ANSWERED)
    return {
        name: Answers(is_so, rng.random(n) < (of_alcohol if name == "Alcohol" else ANSWERED[name]))
        for name, is_so in so.items()
    }


def _what(world: World, crimes: Crimes) -> dict[str, Texts]:
    rng = world.stream("police crime places")
    position = grid_positions(world.places(crimes.cell, rng=rng)).astype(str)
    group = [GROUPS[code.code] for code in CODES]
    names = (("HO Offence Code", [c.code for c in CODES]), ("Offence Group", [g[0] for g in group]),
             ("Offence Subgroup", [g[1] for g in group]), ("Offence Description", [c.description for c in CODES]))  # fmt: skip
    # What happened at an unknown hour of a night has an end on the next morning; most crimes have none of their own.
    to = np.where(rng.random(len(crimes)) < 0.15, np.minimum(crimes.committed + 1, crimes.reported), crimes.committed)
    return {
        "Occurrence Number": occurrence_numbers(world, len(crimes)),
        **{name: np.array(values)[crimes.code] for name, values in names},
        "Date Reported": _moments(crimes.reported, crimes.reported_minute),
        "Committed From": _moments(crimes.committed, crimes.committed_minute),
        "Committed To": day_texts(to, "%d/%m/%Y"),
        "Section": world.section[crimes.cell],
        "LSOA Code": np.where(crimes.is_located, world.lsoa[crimes.cell], ""),
        "Easting": np.where(crimes.is_located, position[0], ""),
        "Northing": np.where(crimes.is_located, position[1], ""),
    }


def occurrence_numbers(world: World, n: int) -> Texts:
    """References that say nothing of the year or the order."""
    order = world.stream("occurrence numbers").permutation(n)
    return np.asarray(np.strings.add("EX", (55_000_000_000 + order * 13).astype(str)))


def _moments(day: npt.NDArray[np.int64], minute: npt.NDArray[np.int64]) -> Texts:
    return np.strings.add(day_texts(day, "%d/%m/%Y "), clock_texts(minute))


def _who(world: World, crimes: Crimes) -> dict[str, Texts]:
    victims, suspects = victims_of(world, crimes), suspects_of(world, crimes)
    first_suspect = len(victims)
    return {
        "Victim Ref": nominal_refs(crimes.victim),
        **_person("Victim", victims, crimes.victim),
        "Victim Sex": _of(victims.sex, crimes.victim),
        "Victim Address": _of(victims.address, crimes.victim),
        "Suspect Ref": nominal_refs(np.where(crimes.suspect < 0, -1, crimes.suspect + first_suspect)),
        **_person("Suspect", suspects, crimes.suspect),
    }


def victims_of(world: World, crimes: Crimes) -> People:
    """The victims, by their numbers in `crimes`."""
    n = int(crimes.victim.max()) + 1
    return draw_people(
        n, seed=world.seed, purpose="victims", on=world.last_day, youngest=12, oldest=92, usual=38, women=0.56
    )


def suspects_of(world: World, crimes: Crimes) -> People:
    """The suspects, by their numbers in `crimes`."""
    n = int(crimes.suspect.max()) + 1
    return draw_people(
        n, seed=world.seed, purpose="suspects", on=world.last_day, youngest=13, oldest=75, usual=30, women=0.2
    )


def nominal_refs(number: npt.NDArray[np.int64]) -> Texts:
    """The police's own number for each person; empty for -1."""
    return np.where(number < 0, "", np.strings.add("NOM", (7_000_001 + number * 17).astype(str)))


def _person(role: str, people: People, number: npt.NDArray[np.int64]) -> dict[str, Texts]:
    return {
        f"{role} Forename": _of(people.forename, number),
        f"{role} Surname": np.strings.upper(_of(people.surname, number)),
        f"{role} DOB": np.where(number < 0, "", day_texts(people.born, "%d/%m/%Y")[number]),
    }


def _of(values: Texts, number: npt.NDArray[np.int64]) -> Texts:
    return np.where(number < 0, "", values[number])


def _outcome_names(outcome: npt.NDArray[np.int64]) -> Texts:
    names = np.array([{UNDER_INVESTIGATION: "Under investigation", **OUTCOMES}.get(i, "") for i in range(22)])
    return names[outcome]
