"""Ambulance calls and assaults seen in the emergency department: places no finer than a postcode sector."""

import numpy as np

from wardmote.synthetic.names import TOWNS
from wardmote.synthetic.partners.day_text import clock_texts, day_texts
from wardmote.synthetic.partners.delivery import Delivery, Fault, spoil
from wardmote.synthetic.partners.figures import counts, shares
from wardmote.synthetic.partners.people import sector_name
from wardmote.synthetic.partners.sheets import csv_sheet
from wardmote.synthetic.partners.truths import FileTruth, PlantedFigure
from wardmote.synthetic.partners.world import LOCKDOWN_KEEPS, World

AMBULANCE, EMERGENCY = "ambulance.csv", "ed-violence.csv"
AMBULANCE_HEADER = ("Incident ID", "Call Date", "Call Time", "Nature of Call", "Postcode Sector", "Age Band", "Sex")
EMERGENCY_HEADER = (
    "Attendance ID", "Arrival Date", "Arrival Time", "Incident Date", "Incident Time", "Location Type", "Assault Location",
    "Assault Type", "Weapon", "Alcohol", "Postcode Sector", "Age Band", "Sex",
)  # fmt: skip
_CALLS = {
    "Assault": 0.55,
    "Stab or gunshot wound": 0.03,
    "Overdose": 0.24,
    "Alcohol related": 0.15,
    "Domestic abuse": 0.03,
}
_PLACES = {
    "Street": 0.36,
    "Home": 0.27,
    "Bar or pub": 0.14,
    "Nightclub": 0.08,
    "Workplace": 0.05,
    "School": 0.04,
    "": 0.06,
}
_WEAPONS = {
    "Fist": 0.52,
    "Feet": 0.13,
    "Head": 0.05,
    "Glass or bottle": 0.08,
    "Knife": 0.05,
    "Blunt object": 0.07,
    "Not known": 0.10,
}
_SAID = ("Outside the {} on the quayside", "{} - town centre", "taxi rank nr {}", "home address", "", "{} car park")
_AGES = ("0-9", "10-17", "18-24", "25-34", "35-49", "50-64", "65+")
_AGE_SHARES = (0.01, 0.12, 0.27, 0.25, 0.20, 0.10, 0.05)
_CALLS_A_MONTH, _ATTENDANCES_A_MONTH = 105.0, 88.0
# The share of assaults seen in the emergency department in the last year, of what it was: a real fall that the
# police's own count of violence does not show.
FALL_IN_ATTENDANCES = 0.80
_ALCOHOL, _ALCOHOL_ANSWERED = 0.58, 0.7
AMBULANCE_FAULTS = (
    Fault("the date is no date", {"Call Date": "2024-02-30"}),
    Fault("there is no date", {"Call Date": ""}),
)
EMERGENCY_FAULTS = (
    Fault("no date can be read", {"Incident Date": "", "Arrival Date": ""}),
    Fault("no date can be read", {"Incident Date": "last night", "Arrival Date": "last night"}),
)


def ambulance(world: World) -> Delivery:
    """Calls to violence and overdose, with the dates as ISO writes them."""
    rng = world.stream("ambulance")
    day = world.draw_days(_CALLS_A_MONTH, rng=rng, season=0.1, lockdown=LOCKDOWN_KEEPS)
    n = len(day)
    columns = (
        [f"SW{i}" for i in (7_000_000 + rng.permutation(n) * 11).tolist()],
        day_texts(day, "%Y-%m-%d"),
        clock_texts(rng.integers(0, 24 * 60, n)),
        rng.choice(list(_CALLS), size=n, p=list(_CALLS.values())),
        _sectors(world, n=n, rng=rng),
        rng.choice(_AGES, size=n, p=_AGE_SHARES),
        rng.choice(["M", "F", "U"], size=n, p=[0.58, 0.40, 0.02]),
    )
    spoilt = spoil(AMBULANCE_HEADER, list(zip(*columns, strict=True)), faults=AMBULANCE_FAULTS, rng=rng)
    total = PlantedFigure("ambulance-calls", "calls of all kinds", AMBULANCE, "count", {}, counts(world, day), False)
    truth = FileTruth(AMBULANCE, "ambulance", len(spoilt.rows), spoilt.set_aside)
    return Delivery(csv_sheet(AMBULANCE_HEADER, spoilt.rows), truth, (total,))


def emergency_department(world: World) -> Delivery:
    """Assaults by the standard of Information Sharing to Tackle Violence, one row an attendance."""
    rng = world.stream("emergency department")
    day = world.draw_days(_ATTENDANCES_A_MONTH, rng=rng, season=0.12, lockdown=LOCKDOWN_KEEPS)
    day = day[(day < world.last_year.toordinal()) | (rng.random(len(day)) < FALL_IN_ATTENDANCES)]
    n = len(day)
    # Most come at once; some the next morning.
    arrived = np.minimum(day + (rng.random(n) < 0.18), world.last_day)
    minute = (rng.beta(2.6, 1.1, n) * 24 * 60).astype(np.int64)
    is_alcohol, is_answered = rng.random(n) < _ALCOHOL, rng.random(n) < _ALCOHOL_ANSWERED
    said = rng.integers(0, len(_SAID), n)
    columns = (
        [f"A{i}" for i in (300_000 + rng.permutation(n) * 7).tolist()],
        day_texts(arrived, "%d/%m/%y"),
        clock_texts(np.where(arrived > day, rng.integers(7 * 60, 12 * 60, n), np.minimum(minute + 75, 24 * 60 - 1))),
        day_texts(day, "%d/%m/%y"),
        clock_texts(minute),
        rng.choice(list(_PLACES), size=n, p=list(_PLACES.values())),
        [_SAID[i].format(TOWNS[t]) for i, t in zip(said.tolist(), rng.integers(0, 3, n).tolist(), strict=True)],
        np.where(rng.random(n) < 0.93, "Physical assault", "Sexual assault"),
        rng.choice(list(_WEAPONS), size=n, p=list(_WEAPONS.values())),
        np.where(is_answered, np.where(is_alcohol, "Yes", "No"), "Not recorded"),
        _sectors(world, n=n, rng=rng),
        rng.choice(_AGES, size=n, p=_AGE_SHARES),
        rng.choice(["Male", "Female"], size=n, p=[0.68, 0.32]),
    )
    spoilt = spoil(EMERGENCY_HEADER, list(zip(*columns, strict=True)), faults=EMERGENCY_FAULTS, rng=rng)
    figures = (
        PlantedFigure("ed-assaults", "attendances after an assault, by the day of the assault", EMERGENCY, "count", {},
                      counts(world, day), is_changed=True, changed_from=world.last_year),
        PlantedFigure("ed-assaults-alcohol", "assaults with alcohol, of those that say yes or no", EMERGENCY, "share",
                      {"Alcohol": ("Yes",)}, shares(world, day, is_so=is_alcohol, base=is_answered), is_changed=False,
                      planted=(_ALCOHOL,) * len(world.years)),
    )  # fmt: skip
    truth = FileTruth(EMERGENCY, "ed-violence", len(spoilt.rows), spoilt.set_aside)
    return Delivery(csv_sheet(EMERGENCY_HEADER, spoilt.rows, encoding="cp1252"), truth, figures)


def _sectors(world: World, *, n: int, rng: np.random.Generator) -> list[str]:
    cell = world.draw_cells(n, rng=rng, centre=1.2).tolist()
    blank = (rng.random(n) < 0.03).tolist()
    return ["" if is_blank else sector_of(world, c) for c, is_blank in zip(cell, blank, strict=True)]


def sector_of(world: World, cell: int) -> str:
    """Nine bands of each town's land, from west to east."""
    place = world.cells[cell]
    return sector_name(TOWNS.index(place.town), place.column * 9 // 20)
