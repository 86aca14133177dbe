"""The police's anti-social behaviour incidents, with who called and who was said to have caused it."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from wardmote.synthetic.partners.day_text import clock_texts, day_texts
from wardmote.synthetic.partners.delivery import Delivery, Fault, spoil
from wardmote.synthetic.partners.figures import counts, repeats, shares
from wardmote.synthetic.partners.patrol_areas import is_in_patrol_area
from wardmote.synthetic.partners.people import People, draw_people
from wardmote.synthetic.partners.police_incidents import police_incidents
from wardmote.synthetic.partners.priority_places import is_in_priority_place, priority_lsoas, year_label
from wardmote.synthetic.partners.repeats import NOBODY, assign_people
from wardmote.synthetic.partners.sheets import csv_sheet
from wardmote.synthetic.partners.truths import FileTruth, PlantedFigure
from wardmote.synthetic.partners.world import World, grid_positions

NAME = "police-asb.csv"
TYPES = ("ASB - Personal", "ASB - Nuisance", "ASB - Environmental")
HEADER = (
    "Incident Number", "Incident Date", "Incident Time", "ASB Type", "Section", "LSOA Code", "Easting", "Northing",
    "Alcohol", "Drugs", "Mental Health", "Youth Related",
    "Caller Ref", "Caller Forename", "Caller Surname", "Caller DOB", "Caller Address",
    "Suspect Ref", "Suspect Forename", "Suspect Surname", "Suspect DOB",
)  # fmt: skip
# Share of people with another incident within a year: callers before and from the second year on, and suspects.
CALLERS, SUSPECTS = (0.36, 0.27), 0.30
_NUISANCE_CALLERS = 0.12
# Share of incidents with each factor, before and in the last year, and the share of records that answer.
FACTORS = {"Alcohol": (0.17, 0.17, 0.88), "Drugs": (0.07, 0.10, 0.84), "Mental Health": (0.11, 0.11, 0.80),
           "Youth Related": (0.31, 0.31, 0.95)}  # fmt: skip
# What is left of the incidents in priority locations in the last year; the others happen elsewhere in the section.
LEFT_IN_PRIORITY_PLACES = 0.62
FAULTS = (
    Fault("the date is no date", {"Incident Date": "00/00/0000"}),
    Fault("the date is no date", {"Incident Date": "Tuesday"}),
    Fault("there is no date", {"Incident Date": ""}),
)
Numbers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Incidents:
    """One entry an incident, by day; `answers` holds (is so, is answered) for each factor."""

    day: Numbers
    cell: Numbers
    type: Numbers
    answers: dict[str, tuple[Flags, Flags]]
    caller: Numbers
    suspect: Numbers


def draw_incidents(world: World) -> Incidents:
    """The incidents of the police files, fewer of them in the priority locations in the last year."""
    rng = world.stream("asb")
    known = police_incidents(world, is_asb=True)
    day = world.days_within(known.month, rng=rng)
    type_ = rng.choice(3, size=len(day), p=(0.26, 0.66, 0.08))
    is_last_year = day >= world.last_year.toordinal()
    answers = {
        name: (rng.random(len(day)) < np.where(is_last_year, after, before), rng.random(len(day)) < answered)
        for name, (before, after, answered) in FACTORS.items()
    }
    personal = np.where(day < world.years[1][0].toordinal(), *CALLERS)
    caller_group = np.where(rng.random(len(day)) < 0.9, np.where(type_ == 0, 0, 1), NOBODY)
    suspect_group = np.where(rng.random(len(day)) < 0.22, 0, NOBODY)
    return Incidents(
        day=day,
        cell=_moved_away(world, known.cell, is_last_year=is_last_year, rng=rng),
        type=type_,
        answers=answers,
        caller=assign_people(
            day, group=caller_group, chance=np.where(type_ == 0, personal, _NUISANCE_CALLERS), rng=rng
        ),
        suspect=assign_people(day, group=suspect_group, chance=np.full(len(day), SUSPECTS), rng=rng),
    )


def police_asb(world: World) -> Delivery:
    """The file, three unreadable rows among the good ones."""
    incidents = draw_incidents(world)
    rng = world.stream("asb rows")
    n = len(incidents.day)
    position = grid_positions(world.places(incidents.cell, rng=rng))
    columns = {
        "Incident Number": np.strings.add("EXP-", (2_000_000 + rng.permutation(n) * 3).astype(str)),
        "Incident Date": day_texts(incidents.day, "%d/%m/%Y"),
        "Incident Time": clock_texts((rng.beta(2.4, 1.2, n) * 24 * 60).astype(np.int64)),
        "ASB Type": np.array(TYPES)[incidents.type],
        "Section": world.section[incidents.cell],
        "LSOA Code": world.lsoa[incidents.cell],
        "Easting": position[0].astype(str),
        "Northing": position[1].astype(str),
        **{name: np.where(told, np.where(is_so, "Yes", "No"), "") for name, (is_so, told) in incidents.answers.items()},
        **_people(world, incidents),
    }
    good = list(zip(*(columns[name].tolist() for name in HEADER), strict=True))
    spoilt = spoil(HEADER, good, faults=FAULTS, rng=rng)
    truth = FileTruth(NAME, "police-asb", len(spoilt.rows), spoilt.set_aside)
    return Delivery(csv_sheet(HEADER, spoilt.rows), truth, _figures(world, incidents, position=position))


def _moved_away(world: World, cell: Numbers, *, is_last_year: Flags, rng: np.random.Generator) -> Numbers:
    places = priority_lsoas(world)[year_label(world.years[-1][0].year)]
    is_priority = np.isin(world.lsoa, places)
    goes = is_last_year & is_priority[cell] & (rng.random(len(cell)) >= LEFT_IN_PRIORITY_PLACES)
    moved = cell.copy()
    for section in np.unique(world.section[world.ours]):
        elsewhere = np.flatnonzero((world.section == section) & ~is_priority)
        here = goes & (world.section[cell] == section)
        moved[here] = rng.choice(elsewhere, size=int(here.sum()))
    return moved


def _people(world: World, incidents: Incidents) -> dict[str, npt.NDArray[np.str_]]:
    day, seed = world.last_day, world.seed
    callers = draw_people(
        int(incidents.caller.max()) + 1, seed=seed, purpose="asb callers", on=day, youngest=16, oldest=90, usual=48
    )
    suspects = draw_people(
        int(incidents.suspect.max()) + 1, seed=seed, purpose="asb suspects", on=day, youngest=10, oldest=70, usual=24
    )
    return {
        "Caller Ref": _refs("CLR", incidents.caller),
        **_named("Caller", callers, incidents.caller),
        "Caller Address": np.where(incidents.caller < 0, "", callers.address[incidents.caller]),
        "Suspect Ref": _refs("SUB", incidents.suspect),
        **_named("Suspect", suspects, incidents.suspect),
    }


def _refs(start: str, number: Numbers) -> npt.NDArray[np.str_]:
    return np.where(number < 0, "", np.strings.add(start, (400_001 + number * 7).astype(str)))


def _named(role: str, people: People, number: Numbers) -> dict[str, npt.NDArray[np.str_]]:
    parts = {"Forename": people.forename, "Surname": people.surname, "DOB": day_texts(people.born, "%d-%b-%Y")}
    return {f"{role} {name}": np.where(number < 0, "", values[number]) for name, values in parts.items()}


def _figures(world: World, incidents: Incidents, *, position: Numbers) -> tuple[PlantedFigure, ...]:
    day, personal = incidents.day, incidents.type == 0
    in_places = is_in_priority_place(world, day=day, cell=incidents.cell)
    followed = repeats(world, day, incidents.caller, chosen=personal)
    accused = repeats(world, day, incidents.suspect, chosen=np.ones(len(day), dtype=bool))
    second, last = world.years[1][0], world.last_year
    factors = [_factor(world, incidents, name) for name in FACTORS]
    return (
        PlantedFigure("asb", "incidents of all types", NAME, "count", {}, counts(world, day), is_changed=False),
        PlantedFigure("asb-in-priority-locations", "incidents in the places on each year's list", NAME, "count",
                      {}, counts(world, day[in_places]), is_changed=True, changed_from=last,
                      is_in_priority_locations=True),
        PlantedFigure("asb-in-patrol-areas", "incidents in the outlines of the patrol areas", NAME, "count",
                      {}, counts(world, day[is_in_patrol_area(world, position)]), is_changed=True, changed_from=last,
                      is_in_patrol_areas=True),
        PlantedFigure("personal-asb-repeat-callers", "people who call again about personal ASB", NAME, "repeat",
                      {"ASB Type": (TYPES[0],)}, followed, is_changed=True, planted=CALLERS[: len(followed)],
                      changed_from=second),
        PlantedFigure("asb-repeat-suspects", "people said to have caused ASB again", NAME, "repeat",
                      {}, accused, is_changed=False, planted=(SUSPECTS,) * len(accused)),
        *factors,
    )  # fmt: skip


def _factor(world: World, incidents: Incidents, name: str) -> PlantedFigure:
    before, after, _ = FACTORS[name]
    is_so, is_answered = incidents.answers[name]
    return PlantedFigure(
        f"asb-{name.lower().replace(' ', '-')}",
        f"incidents with {name.lower()}, of those that say yes or no",
        NAME,
        "share",
        {name: ("Yes",)},
        shares(world, incidents.day, is_so=is_so, base=is_answered),
        is_changed=before != after,
        planted=tuple(after if start >= world.last_year else before for start, _ in world.years),
        changed_from=world.last_year if before != after else None,
    )
