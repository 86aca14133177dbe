"""Fire and rescue: the five kinds of incident of the duty to share (SI 2007/1831), placed by grid reference."""

import numpy as np

from wardmote.synthetic.partners.day_text import clock_texts, day_texts
from wardmote.synthetic.partners.delivery import Delivery, Fault, spoil
from wardmote.synthetic.partners.figures import counts
from wardmote.synthetic.partners.sheets import csv_sheet
from wardmote.synthetic.partners.truths import FileTruth, PlantedFigure
from wardmote.synthetic.partners.world import World, grid_positions

NAME = "fire.csv"
HEADER = ("Incident Number", "Date of Call", "Time of Call", "Incident Category", "Grid Reference", "Station Ground")
CATEGORIES = {
    "Deliberate primary fire (not vehicle)": 0.16,
    "Deliberate primary vehicle fire": 0.14,
    "Deliberate secondary fire": 0.52,
    "Violence against fire and rescue staff": 0.03,
    "Dwelling fire with no smoke alarm fitted": 0.15,
}
_A_MONTH = 34.0
FAULTS = (
    Fault("the date is no date", {"Date of Call": "32-Mar-2024"}),
    Fault("there is no date", {"Date of Call": ""}),
)


def fire(world: World) -> Delivery:
    """All incidents attended; secondary fires peak in spring, and nothing else changes."""
    rng = world.stream("fire")
    day = world.draw_days(_A_MONTH, rng=rng, season=0.25, peak_month=4, lockdown=0.8)
    cell = world.draw_cells(len(day), rng=rng, centre=0.6)
    category = rng.choice(len(CATEGORIES), size=len(day), p=list(CATEGORIES.values()))
    easting, northing = grid_positions(world.places(cell, rng=rng))
    columns = (
        [f"{i:07d}" for i in range(100_201, 100_201 + len(day))],
        day_texts(day, "%d-%b-%Y"),
        clock_texts(rng.integers(0, 24 * 60, len(day))),
        np.array(list(CATEGORIES))[category],
        [_grid_reference(e, n) for e, n in zip(easting.tolist(), northing.tolist(), strict=True)],
        world.town[cell],
    )
    spoilt = spoil(HEADER, list(zip(*columns, strict=True)), faults=FAULTS, rng=rng)
    total = PlantedFigure("fire-incidents", "incidents of all kinds", NAME, "count", {}, counts(world, day), False)
    truth = FileTruth(NAME, "fire", len(spoilt.rows), spoilt.set_aside)
    return Delivery(csv_sheet(HEADER, spoilt.rows), truth, (total,))


def _grid_reference(easting: int, northing: int) -> str:
    """To the nearest 100 m below, with the letters of the sea in which Exampleshire lies."""
    letters = "VWXYZ"[(easting - 500_000) // 100_000]
    return f"O{letters} {easting % 100_000 // 100:03d} {northing % 100_000 // 100:03d}"
