"""What schemes report already added up: members, safe places, training, savings, and conferences."""

from datetime import date

import numpy as np

from wardmote.synthetic.months import shift
from wardmote.synthetic.names import TOWNS
from wardmote.synthetic.partners.delivery import Delivery
from wardmote.synthetic.partners.sheets import csv_sheet
from wardmote.synthetic.partners.truths import FileTruth, PlantedFigure, SetAside, YearCount
from wardmote.synthetic.partners.world import World

FRIENDS, SAFE, TRAINING, SAVINGS = (
    "friends-against-scams.csv",
    "safe-places.csv",
    "training-attendance.csv",
    "savings.csv",
)
FRIENDS_HEADER = ("Month", "Town", "Friends", "Scam Champions")
SAFE_HEADER = ("As At", "Town", "Safe Places")
TRAINING_HEADER = ("Session Date", "Course", "Town", "Places", "Booked", "Attended")
SAVINGS_HEADER = ("Month", "Project", "Estimated Saving", "Method", "Cases")
SAFE_PLACES = (102, 57, 11)
_SAFE_PLACES_BEFORE = (88, 46, 11)
_PLACES = 45
_COURSES = {"Domestic Abuse Forum": 2, "MARAC Awareness": 4, "Prevent Awareness": 3}
_PROJECTS = {
    "Trader approval scheme": (
        410.0,
        "Average loss of a doorstep crime victim, times visits at which work was stopped",
    ),
    "Safe and Well visits": (62.0, "Average loss of a scam victim, times visits with advice, times one in eight"),
    "Call blockers": (1150.0, "Blocked calls a unit, times the maker's own estimate of a loss avoided"),
}
_TOTAL = "the row adds up others"


def friends_against_scams(world: World) -> Delivery:
    """Members by town at the end of each month, with a total under each month: they only ever grow."""
    rng = world.stream("friends against scams")
    members = np.array([310, 190, 85]) + rng.poisson([9.0, 6.0, 3.5], (len(world.months), 3)).cumsum(axis=0)
    champions = (members // 22).tolist()
    rows: list[tuple[object, ...]] = []
    aside = []
    for month, by_town, leading in zip(world.months, members.tolist(), champions, strict=True):
        rows += [(f"{month:%b-%y}", *one) for one in zip(TOWNS, by_town, leading, strict=True)]
        rows.append((f"{month:%b-%y}", "Total", f"{sum(by_town):,}", sum(leading)))
        aside.append(SetAside(len(rows), _TOTAL))
    ends = [world.months.index(shift(end, by=-1)) for _, end in world.years]
    years = tuple(YearCount(start, int(members[i].sum())) for (start, _), i in zip(world.years, ends, strict=True))
    figure = PlantedFigure("scheme-members", "members of all towns at the year's end", FRIENDS, "level", {}, years,
                           is_changed=True)  # fmt: skip
    truth = FileTruth(FRIENDS, "friends-against-scams", len(rows), tuple(aside))
    return Delivery(csv_sheet(FRIENDS_HEADER, rows), truth, (figure,))


def safe_places(world: World) -> Delivery:
    """Venues by town on two days a year apart; each day ends with a total."""
    last = shift(world.months[-1], by=1)
    rows: list[tuple[object, ...]] = []
    aside = []
    for day, venues in ((shift(last, by=-12), _SAFE_PLACES_BEFORE), (last, SAFE_PLACES)):
        rows += [(f"01/{day:%m/%Y}", town, n) for town, n in zip(TOWNS, venues, strict=True)]
        rows.append((f"01/{day:%m/%Y}", "Total", sum(venues)))
        aside.append(SetAside(len(rows), _TOTAL))
    years = (YearCount(world.years[-2][0], sum(_SAFE_PLACES_BEFORE)), YearCount(world.years[-1][0], sum(SAFE_PLACES)))
    figure = PlantedFigure(
        "safe-places", "venues of all towns at the year's end", SAFE, "level", {}, years, is_changed=True
    )
    return Delivery(csv_sheet(SAFE_HEADER, rows), FileTruth(SAFE, "safe-places", len(rows), tuple(aside)), (figure,))


def training(world: World) -> Delivery:
    """Sessions with their places, bookings and attendance; forty-five places at each forum, every other month."""
    rng = world.stream("training")
    rows: list[tuple[object, ...]] = []
    for index, month in enumerate(world.months):
        for course, every in _COURSES.items():
            if index % every == 0:
                booked = int(rng.binomial(_PLACES, 0.86))
                attended = int(rng.binomial(booked, 0.83))
                day = int(rng.integers(3, 27))
                rows.append((f"{day:02d}/{month:%m/%Y}", course, TOWNS[index % 3], _PLACES, booked, attended))
    years = []
    for start, end in world.years:
        sessions = [
            row
            for row in rows
            if start.isoformat()[:7] <= f"{str(row[0])[6:]}-{str(row[0])[3:5]}" < end.isoformat()[:7]
        ]
        years.append(YearCount(start, sum(int(str(row[5])) for row in sessions), _PLACES * len(sessions)))
    about = "people who came, of the places that there were"
    figure = PlantedFigure("training-attendance", about, TRAINING, "share", {}, tuple(years), is_changed=False)
    return Delivery(csv_sheet(TRAINING_HEADER, rows), FileTruth(TRAINING, "training-attendance", len(rows)), (figure,))


def savings(world: World) -> Delivery:
    """What each project says it saved, and by which reckoning."""
    rng = world.stream("savings")
    rows: list[tuple[object, ...]] = []
    pounds: dict[date, float] = {}
    for month in world.months:
        for project, (each, method) in _PROJECTS.items():
            cases = int(rng.poisson(14))
            rows.append((f"{month:%m/%Y}", project, f"£{cases * each:,.2f}", method, cases))
            pounds[month] = pounds.get(month, 0.0) + cases * each
    years = tuple(
        YearCount(start, round(sum(sum_ for month, sum_ in pounds.items() if start <= month < end)))
        for start, end in world.years
    )
    figure = PlantedFigure(
        "savings", "pounds in all, to the nearest pound", SAVINGS, "level", {}, years, is_changed=False
    )
    truth = FileTruth(SAVINGS, "savings", len(rows))
    return Delivery(csv_sheet(SAVINGS_HEADER, rows, encoding="cp1252"), truth, (figure,))
