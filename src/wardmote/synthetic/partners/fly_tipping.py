"""Fly-tipping: the council's own records, and the national table in the form that Defra publishes."""

import numpy as np

from wardmote.synthetic.partners.day_text import day_texts
from wardmote.synthetic.partners.delivery import Delivery, Fault, spoil
from wardmote.synthetic.partners.figures import counts
from wardmote.synthetic.partners.priority_places import year_label
from wardmote.synthetic.partners.sheets import csv_sheet
from wardmote.synthetic.partners.truths import FileTruth, PlantedFigure, SetAside
from wardmote.synthetic.partners.world import World, grid_positions
from wardmote.synthetic.places import DISTRICTS

NAME, NATIONAL = "fly-tipping.csv", "fly-tipping-defra.csv"
HEADER = ("Ref", "Date Reported", "Land Type", "Waste Type", "Size", "Easting", "Northing", "Clearance Cost", "Action")
NATIONAL_HEADER = (
    "Year", "ONS Code", "Region", "LA Name", "Reporting basis", "Total Incidents", "Total Clearance Cost (£)",
    "Total Actions", "Warning Letters", "Fixed Penalty Notices", "Prosecutions",
)  # fmt: skip
_A_MONTH, _FALL = 265.0, 0.85
_LANDS = (
    "Highway",
    "Footpath / Bridleway",
    "Council Land",
    "Private / Residential",
    "Agricultural",
    "Watercourse / Bank",
)
_WASTES = (
    "Other Household Waste",
    "Black Bags - Household",
    "White Goods",
    "Construction / Demolition / Excavation",
    "Tyres",
)
_SIZES = {
    "Single Item": 60.0,
    "Car Boot or Less": 52.0,
    "Small Van Load": 110.0,
    "Transit Van Load": 310.0,
    "Tipper Lorry Load": 1450.0,
}
_SIZE_SHARES = (0.22, 0.24, 0.34, 0.17, 0.03)
_ACTIONS = ("No action", "Investigation", "Warning letter", "Fixed penalty notice")
FAULTS = (Fault("the date is no date", {"Date Reported": "1/4"}), Fault("there is no date", {"Date Reported": ""}))
_NATIONAL_YEARS = 5


def fly_tipping(world: World) -> Delivery:
    """The council's records, costs written with pounds and commas, and a total below."""
    rng = world.stream("fly-tipping")
    day = incident_days(world)
    n = len(day)
    cell = world.draw_cells(n, rng=rng, centre=-0.3)
    easting, northing = grid_positions(world.places(cell, rng=rng)).tolist()
    size = rng.choice(len(_SIZES), size=n, p=_SIZE_SHARES)
    cost = np.array(list(_SIZES.values()))[size] * rng.uniform(0.8, 1.2, n)
    columns = (
        [f"FT-{i}" for i in range(20_001, 20_001 + n)],
        day_texts(day, "%d/%m/%Y"),
        rng.choice(_LANDS, size=n, p=(0.46, 0.16, 0.2, 0.08, 0.07, 0.03)),
        rng.choice(_WASTES, size=n, p=(0.45, 0.25, 0.1, 0.12, 0.08)),
        np.array(list(_SIZES))[size],
        easting,
        northing,
        [f"£{value:,.2f}" for value in cost.tolist()],
        rng.choice(_ACTIONS, size=n, p=(0.55, 0.33, 0.08, 0.04)),
    )
    spoilt = spoil(HEADER, list(zip(*columns, strict=True)), faults=FAULTS, rng=rng)
    foot = ["Grand Total", *[""] * 6, f"£{cost.sum():,.2f}", ""]
    aside = (*spoilt.set_aside, SetAside(len(spoilt.rows) + 1, "the row adds up others"))
    figure = PlantedFigure("fly-tipping", "incidents", NAME, "count", {}, counts(world, day), is_changed=True,
                           changed_from=world.last_year)  # fmt: skip
    content = csv_sheet(HEADER, [*spoilt.rows, foot], encoding="cp1252")
    return Delivery(content, FileTruth(NAME, "fly-tipping", len(spoilt.rows) + 1, aside), (figure,))


def incident_days(world: World) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """The day of each incident in Exampleshire; fewer in the last year."""
    rng = world.stream("fly-tipping days")
    day = world.draw_days(_A_MONTH, rng=rng, season=0.12, peak_month=1)
    return day[(day < world.last_year.toordinal()) | (rng.random(len(day)) < _FALL)]


def national_fly_tipping(world: World) -> Delivery:
    """Latin-1, a title line above the header, thousands with commas, and rows that add up a region or the nation."""
    rng = world.stream("defra")
    ours = {start.year: int(((d := incident_days(world)) >= start.toordinal()).sum() - (d >= end.toordinal()).sum())
            for start, end in world.years}  # fmt: skip
    last = max(ours)
    rows, aside = [], []
    for year in range(last - _NATIONAL_YEARS + 1, last + 1):
        found = {d.lad: ours.get(year) or int(rng.normal(2600, 350)) for d in DISTRICTS}
        if year in ours:
            found[DISTRICTS[0].lad] = ours[year]
        for area, incidents in found.items():
            rows.append(_national_row(year_label(year), area.code, "Invented Coast", area.name, incidents))
        whole = sum(found.values())
        for code, region, name in (
            ("E12990001", "Invented Coast", "Invented Coast"),
            ("E92990001", "", "Inventedland"),
        ):
            rows.append(_national_row(year_label(year), code, region, name, whole))
            aside.append(SetAside(len(rows), "the row adds up others"))
    title = "Fly-tipping incidents and actions taken, reported by local authorities – invented figures".replace(
        "–", "-"
    )
    content = csv_sheet(NATIONAL_HEADER, rows, titles=((title,),), encoding="latin-1")
    return Delivery(content, FileTruth(NATIONAL, "fly-tipping-defra", len(rows), tuple(aside)))


def _national_row(year: str, code: str, region: str, name: str, incidents: int) -> tuple[str, ...]:
    actions = (incidents // 2, incidents // 11, incidents // 25, incidents // 400)
    return (year, code, region, name, "Standard", f"{incidents:,}", f"{incidents * 61:,}", *(f"{a:,}" for a in actions))
