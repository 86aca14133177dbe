"""School exclusions and road collisions."""

import numpy as np

from wardmote.synthetic.names import TOWNS
from wardmote.synthetic.partners.day_text import clock_texts, day_texts
from wardmote.synthetic.partners.delivery import Delivery, Fault, spoil
from wardmote.synthetic.partners.figures import counts
from wardmote.synthetic.partners.sheets import csv_sheet
from wardmote.synthetic.partners.truths import FileTruth, PlantedFigure
from wardmote.synthetic.partners.world import World

SCHOOLS, ROADS = "school-exclusions.csv", "road-collisions.csv"
SCHOOLS_HEADER = (
    "Exclusion ID",
    "Start Date",
    "School",
    "Exclusion Type",
    "Reason",
    "Pupil Age",
    "Pupil Sex",
    "Sessions",
    "LSOA",
)
ROADS_HEADER = (
    "Collision Reference", "Date", "Time", "Longitude", "Latitude", "Severity", "Casualties", "Vehicles",
    "LSOA of Collision", "Alcohol", "Drugs",
)  # fmt: skip
_REASONS = {
    "Persistent disruptive behaviour": 0.46, "Physical assault against a pupil": 0.17, "Verbal abuse against an adult": 0.15,
    "Physical assault against an adult": 0.06, "Drug and alcohol related": 0.06, "Damage": 0.04, "Racist abuse": 0.03,
    "Use or threat of use of an offensive weapon": 0.02, "Sexual misconduct": 0.01,
}  # fmt: skip
_SCHOOL_KINDS = ("Academy", "Community School", "High School", "Primary School")
_EXCLUSIONS_A_MONTH, _COLLISIONS_A_MONTH = 95.0, 46.0
_HOLIDAYS = (8,)
_FEW_SCHOOL_DAYS = (4, 7, 12)
FAULTS = {
    SCHOOLS: (Fault("the date is no date", {"Start Date": "Autumn 2"}),),
    ROADS: (Fault("the date is no date", {"Date": "2023-11-31"}), Fault("there is no date", {"Date": ""})),
}


def school_exclusions(world: World) -> Delivery:
    """Suspensions and permanent exclusions: none in August, fewer in months with holidays."""
    rng = world.stream("school exclusions")
    day = world.draw_days(_EXCLUSIONS_A_MONTH, rng=rng)
    month = np.array([world.months[i].month for i in world.month_of(day)])
    open_ = ~np.isin(month, _HOLIDAYS) & (~np.isin(month, _FEW_SCHOOL_DAYS) | (rng.random(len(day)) < 0.55))
    day, n = day[open_], int(open_.sum())
    school = rng.integers(0, len(TOWNS) * len(_SCHOOL_KINDS), n)
    is_for_good = rng.random(n) < 0.04
    columns = (
        [f"X{i}" for i in range(9001, 9001 + n)],
        day_texts(day, "%d %B %Y"),
        [f"{TOWNS[s % 3]} {_SCHOOL_KINDS[s // 3]}" for s in school.tolist()],
        np.where(is_for_good, "Permanent exclusion", "Suspension"),
        rng.choice(list(_REASONS), size=n, p=list(_REASONS.values())),
        rng.choice(np.arange(5, 17), size=n, p=np.array([1, 1, 2, 2, 3, 4, 12, 17, 20, 18, 14, 6]) / 100),
        rng.choice(["M", "F"], size=n, p=[0.7, 0.3]),
        np.where(is_for_good, "", rng.integers(1, 11, n).astype(str)),
        world.lsoa[world.draw_cells(n, rng=rng, centre=0.3)],
    )
    spoilt = spoil(SCHOOLS_HEADER, list(zip(*columns, strict=True)), faults=FAULTS[SCHOOLS], rng=rng)
    figure = PlantedFigure(
        "school-exclusions", "suspensions and exclusions", SCHOOLS, "count", {}, counts(world, day), False
    )
    truth = FileTruth(SCHOOLS, "school-exclusions", len(spoilt.rows), spoilt.set_aside)
    return Delivery(csv_sheet(SCHOOLS_HEADER, spoilt.rows, has_mark=True), truth, (figure,))


def road_collisions(world: World) -> Delivery:
    """Collisions in which somebody was hurt, placed by longitude and latitude."""
    rng = world.stream("road collisions")
    day = world.draw_days(_COLLISIONS_A_MONTH, rng=rng, season=0.06, peak_month=10, lockdown=0.6)
    n = len(day)
    cell = world.draw_cells(n, rng=rng, centre=0.4)
    longitude, latitude = world.places(cell, rng=rng).round(6)
    casualties = 1 + rng.poisson(0.3, n)
    columns = (
        [f"{i:09d}" for i in (rng.permutation(n) * 17 + 230_000_001).tolist()],
        day_texts(day, "%d/%m/%Y"),
        clock_texts((rng.beta(3, 2.2, n) * 24 * 60).astype(np.int64)),
        longitude.tolist(),
        latitude.tolist(),
        rng.choice(["Slight", "Serious", "Fatal"], size=n, p=[0.76, 0.225, 0.015]),
        casualties.tolist(),
        rng.integers(1, 4, n).tolist(),
        world.lsoa[cell],
        _answers(n, share=0.07, answered=0.8, rng=rng),
        _answers(n, share=0.03, answered=0.7, rng=rng),
    )
    spoilt = spoil(ROADS_HEADER, list(zip(*columns, strict=True)), faults=FAULTS[ROADS], rng=rng)
    figure = PlantedFigure("road-collisions", "collisions with injury", ROADS, "count", {}, counts(world, day), False)
    truth = FileTruth(ROADS, "road-collisions", len(spoilt.rows), spoilt.set_aside)
    return Delivery(csv_sheet(ROADS_HEADER, spoilt.rows, line_end="\n"), truth, (figure,))


def _answers(n: int, *, share: float, answered: float, rng: np.random.Generator) -> list[str]:
    yes, told = rng.random(n) < share, rng.random(n) < answered
    return [("Y" if is_so else "N") if known else "" for is_so, known in zip(yes.tolist(), told.tolist(), strict=True)]
