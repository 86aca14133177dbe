"""The council's complaints of anti-social behaviour and the environment: a workbook that people have worked in."""

import numpy as np

from wardmote.synthetic.partners.day_text import day_texts, spreadsheet_number
from wardmote.synthetic.partners.delivery import Delivery, Fault, spoil
from wardmote.synthetic.partners.figures import counts
from wardmote.synthetic.partners.people import draw_people
from wardmote.synthetic.partners.repeats import assign_people
from wardmote.synthetic.partners.sheets import xlsx_sheet
from wardmote.synthetic.partners.truths import FileTruth, PlantedFigure, SetAside
from wardmote.synthetic.partners.world import LOCKDOWN_KEEPS, World

NAME = "council-asb.xlsx"
HEADER = (
    "Case Reference", "Date Received", "Complaint Type", "Ward", "Latitude", "Longitude",
    "Complainant Forename", "Complainant Surname", "Complainant DOB", "Complainant Address", "Closed Date", "Outcome",
)  # fmt: skip
_TYPES = {"Noise nuisance": 0.38, "Neighbour dispute": 0.17, "Graffiti": 0.08, "Abandoned vehicle": 0.13,
          "Dog fouling": 0.07, "Street drinking": 0.09, "Begging": 0.05, "Racial incident": 0.03}  # fmt: skip
_A_MONTH = 120.0
_COMES_AGAIN = 0.22
_TYPED_BY_HAND = 0.12
_OUTCOMES = ("Advice given", "Warning letter", "No further action", "Community protection warning", "Mediation")
FAULTS = (
    Fault("the date is no date", {"Date Received": "w/c 4th March"}),
    Fault("the date is no date", {"Date Received": "??/05/2023"}),
)


def council_asb(world: World) -> Delivery:
    """Titles across the sheet, dates as numbers and as text, a total below and empty lines after it."""
    rng = world.stream("council asb")
    day = world.draw_days(_A_MONTH, rng=rng, season=0.2, lockdown=LOCKDOWN_KEEPS)
    n = len(day)
    cell = world.draw_cells(n, rng=rng, centre=0.5)
    longitude, latitude = world.places(cell, rng=rng).round(6)
    person = assign_people(day, group=np.zeros(n, dtype=np.int64), chance=np.full(n, _COMES_AGAIN), rng=rng)
    people = draw_people(int(person.max()) + 1, seed=world.seed, purpose="complainants", on=world.last_day,
                         youngest=18, oldest=90, usual=52)  # fmt: skip
    by_hand = rng.random(n) < _TYPED_BY_HAND
    received = [
        text if typed else spreadsheet_number(number)
        for text, number, typed in zip(day_texts(day, "%d.%m.%Y").tolist(), day.tolist(), by_hand.tolist(), strict=True)
    ]
    closed = day + rng.integers(3, 90, n)
    columns = (
        [f"ASB/{i:05d}" for i in range(4_101, 4_101 + n)],
        received,
        rng.choice(list(_TYPES), size=n, p=list(_TYPES.values())),
        [world.cells[c].ward.name for c in cell.tolist()],
        latitude.tolist(),
        longitude.tolist(),
        people.forename[person],
        people.surname[person],
        day_texts(people.born, "%d/%m/%Y")[person],
        people.address[person],
        [spreadsheet_number(d) if d <= world.last_day else "" for d in closed.tolist()],
        rng.choice(_OUTCOMES, size=n),
    )
    spoilt = spoil(HEADER, [_plain(row) for row in zip(*columns, strict=True)], faults=FAULTS, rng=rng)
    total = ["Total", "", len(spoilt.rows), *[""] * (len(HEADER) - 3)]
    content = xlsx_sheet(
        HEADER,
        [*spoilt.rows, total],
        titles=("Exampleshire Council - Community Safety", "Anti-social behaviour and environmental complaints"),
        name="Complaints",
        date_columns=("Date Received", "Closed Date"),
        blank_rows=25,
    )
    aside = (*spoilt.set_aside, SetAside(len(spoilt.rows) + 1, "the row adds up others"))
    figure = PlantedFigure("council-asb", "complaints of all types", NAME, "count", {}, counts(world, day), False)
    return Delivery(content, FileTruth(NAME, "council-asb", len(spoilt.rows) + 1, aside), (figure,))


def _plain(row: tuple[object, ...]) -> tuple[object, ...]:
    return tuple(str(value) if isinstance(value, str) else value for value in row)
