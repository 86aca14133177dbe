"""What fair comparison stands on: who is there by day, which areas are like this one, and how grave each offence is.

The weights are invented, as their titles say: they are in the form of the publishers' files and none of them is theirs.
"""

import json

import numpy as np

from wardmote.definitions.vocabulary import read_vocabulary
from wardmote.synthetic.partners.delivery import Delivery
from wardmote.synthetic.partners.offence_codes import CODES, ROBBERY, SEXUAL, STALKING, VIOLENCE
from wardmote.synthetic.partners.sheets import csv_sheet, xlsx_sheet
from wardmote.synthetic.partners.truths import FileTruth
from wardmote.synthetic.partners.world import World
from wardmote.synthetic.places import DISTRICTS, FORCE, PARTNERSHIP
from wardmote.synthetic.tables import csv_bytes

DAY_NAME, LIKE_NAME = "workday_population_2021.csv", "comparators.csv"
SEVERITY_NAME, HARM_NAME = "crime-severity-weights-invented.xlsx", "crime-harm-index-invented.csv"
CATEGORY_NAME = "severity-by-category-invented.json"
LIKE_HEADER = ("comparison", "area", "code", "named_by", "as_of")
# A publisher's list never has everything: these two have no weight on either scale.
WITHOUT_WEIGHT = ("96", "99")
_GRAVEST = {"1": 9000, "2": 6000, "5D": 2000, "5E": 1500, "19C": 3000, "19D": 4000, "19F": 3000}
_BY_KIND = {SEXUAL: 600, VIOLENCE: 60, STALKING: 40, ROBBERY: 700}
_BURGLARY, _OTHERWISE = {"28E": 400, "30C": 200}, 10
_DAYS_PER_POINT = 0.5


def workday_people(world: World) -> Delivery:
    """People in each LSOA on a workday: many more than its residents at a town's centre, fewer elsewhere."""
    residents = world.country.residents
    by_cell = residents.total * (0.75 + 4.5 * residents.centrality)
    codes = np.array([cell.lsoa21.code for cell in world.cells])
    names = {cell.lsoa21.code: cell.lsoa21.name for cell in world.cells}
    rows = [(code, name, "workday", 2021, round(float(by_cell[codes == code].sum()))) for code, name in names.items()]
    header = ("lsoa21_code", "lsoa21_name", "basis", "year", "persons")
    return Delivery(csv_bytes(header, rows), FileTruth(DAY_NAME, "other-bases", len(rows)))


def comparators(world: World) -> Delivery:  # noqa: ARG001
    """The other councils of the force, as somebody named them, and one of another force whose files nobody has."""
    others = [district for district in DISTRICTS if district.csp != PARTNERSHIP]
    day = "2025-04-01"
    rows = [
        ("Councils of the same force", d.lad.name, d.lad.code, "the partnership", day) for d in others if d.pfa == FORCE
    ]
    rows += [("Most similar group", d.lad.name, d.lad.code, "an invented inspectorate", day) for d in others]
    return Delivery(csv_bytes(LIKE_HEADER, rows), FileTruth(LIKE_NAME, "comparators", len(rows)))


def severity_weights(world: World) -> Delivery:  # noqa: ARG001
    """Invented weights in the form of the Crime Severity Score."""
    titles = ("Crime Severity Score: weights INVENTED for Exampleshire",)
    rows = [(one.crime_type, one.code, one.description, weight_of(one.code)) for one in CODES if _has_weight(one.code)]
    content = xlsx_sheet(("Offence group", "Offence code", "Offence", "Weight"), rows, titles=titles, name="Weights")
    return Delivery(content, FileTruth(SEVERITY_NAME, "severity-weights", len(rows)))


def harm_weights(world: World) -> Delivery:  # noqa: ARG001
    """Invented days in the form of the Cambridge Crime Harm Index."""
    rows = [
        (one.code, one.description, weight_of(one.code) * _DAYS_PER_POINT) for one in CODES if _has_weight(one.code)
    ]
    titles = (("Cambridge Crime Harm Index: days INVENTED for Exampleshire",),)
    header = ("Home Office code", "Offence", "Starting point (days)")
    content = csv_sheet(header, rows, titles=titles)
    return Delivery(content, FileTruth(HARM_NAME, "severity-weights", len(rows)))


def category_weights(world: World) -> Delivery:  # noqa: ARG001
    """The same invented weights listed under the categories of data.police.uk, as some pass them round."""
    name_of = {row["crime_type"]: row["api_name"] for row in read_vocabulary("crime_types")}
    listed: dict[str, list[float]] = {}
    for one in CODES:
        listed.setdefault(name_of[one.crime_type], []).append(weight_of(one.code))
    content = {"_note": "Severity weights INVENTED for Exampleshire.", "weights_by_policeuk_category": listed}
    truth = FileTruth(CATEGORY_NAME, "severity-weights", len(CODES))
    return Delivery(json.dumps(content, indent=1).encode("utf-8"), truth)


def weight_of(code: str) -> float:
    """The invented severity of one offence."""
    kind = next(one.kind for one in CODES if one.code == code)
    return float(_GRAVEST.get(code, _BURGLARY.get(code, _BY_KIND.get(kind, _OTHERWISE))))


def _has_weight(code: str) -> bool:
    return code not in WITHOUT_WEIGHT
