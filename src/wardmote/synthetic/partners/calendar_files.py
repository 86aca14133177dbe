"""Who answers for each partner's data, and when each quarter's data came (SI 2007/1831: by the end of the next quarter)."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from wardmote.synthetic.months import shift
from wardmote.synthetic.partners.delivery import Delivery
from wardmote.synthetic.partners.truths import Arrival, FileTruth
from wardmote.synthetic.partners.world import World
from wardmote.synthetic.tables import csv_bytes

OFFICERS, ARRIVALS = "liaison-officers.csv", "s17a-arrivals.csv"
OFFICERS_HEADER = ("Partner", "Dataset", "Liaison Officer", "Deputy")
ARRIVALS_HEADER = (
    "Partner",
    "Dataset",
    "Information Period",
    "Period Start",
    "Period End",
    "Due",
    "Received",
    "Complete",
)
_DATASETS = (
    ("Exampleshire Police", "police-crimes", "Head of Performance and Insight", "Senior Analyst"),
    ("Exampleshire Police", "police-asb", "Head of Performance and Insight", "Senior Analyst"),
    ("Exampleshire Fire and Rescue", "fire", "Prevention Data Manager", "Station Manager, Quillhaven"),
    ("Exampleshire Ambulance", "ambulance", "Information Governance Lead", "Performance Analyst"),
    ("Quillhaven General Hospital", "ed-violence", "Emergency Department Matron", "ISTV Coordinator"),
    ("Exampleshire Council", "council-asb", "Community Safety Manager", "ASB Team Leader"),
    ("Exampleshire Council", "fly-tipping", "Waste Enforcement Manager", "Data Officer"),
    ("Exampleshire Council", "school-exclusions", "Inclusion Service Manager", "Education Data Officer"),
    ("Exampleshire Council", "road-collisions", "Road Safety Manager", "Data Officer"),
    ("Exampleshire Probation", "probation", "Head of Delivery Unit", "Performance Officer"),
)
_LATE, _MISSING, _INCOMPLETE = "ambulance", "school-exclusions", "ed-violence"
_LATE_DAYS = 23


def liaison_officers() -> Delivery:
    """One named role for each partner and data set: roles are enough, and nobody real holds them."""
    return Delivery(csv_bytes(OFFICERS_HEADER, _DATASETS), FileTruth(OFFICERS, "", len(_DATASETS)))


def arrivals(world: World) -> Delivery:
    """Every information period: all came in time, but for one that was late, one that never came, and one in part."""
    states = {(one.dataset, one.period): one.state for one in planted_arrivals(world)}
    rows = []
    for index, (start, end, due) in enumerate(_periods(world)):
        for number, (partner, dataset, *_) in enumerate(_DATASETS):
            state = states.get((dataset, _label(start)))
            # A different day for each, well before the time is up.
            came = end + timedelta(days=21 + (7 * index + 5 * number) % 40)
            came = due + timedelta(days=_LATE_DAYS) if state == "late" else came
            received = "" if state == "missing" else f"{came:%d/%m/%Y}"
            is_complete = {"missing": "", "incomplete": "No"}.get(state or "", "Yes")
            when = (f"{day:%d/%m/%Y}" for day in (start, end, due))
            rows.append((partner, dataset, _label(start), *when, received, is_complete))
    return Delivery(csv_bytes(ARRIVALS_HEADER, rows), FileTruth(ARRIVALS, "", len(rows)))


def planted_arrivals(world: World) -> tuple[Arrival, ...]:
    """The last period but one of one partner is late; the last of another is missing; an older one is incomplete."""
    labels = [_label(start) for start, *_ in _periods(world)]
    partner = {dataset: name for name, dataset, *_ in _DATASETS}
    return (
        Arrival(partner[_LATE], _LATE, labels[-2], "late"),
        Arrival(partner[_MISSING], _MISSING, labels[-1], "missing"),
        Arrival(partner[_INCOMPLETE], _INCOMPLETE, labels[-4], "incomplete"),
    )


def _periods(world: World) -> list[tuple[date, date, date]]:
    """First and last day of each information period within the months, and the day by which its data are due."""
    starts: Iterable[date] = (month for month in world.months if month.month in {1, 4, 7, 10})
    found = [(start, _day_before(shift(start, by=3)), _day_before(shift(start, by=6))) for start in starts]
    return [one for one in found if one[1] <= _day_before(shift(world.months[-1], by=1))]


def _day_before(day: date) -> date:
    return day - timedelta(days=1)


def _label(start: date) -> str:
    return f"{start:%b} to {shift(start, by=2):%b %Y}"


def all_calendar_files(world: World) -> Iterator[Delivery]:
    """Both files."""
    yield liaison_officers()
    yield arrivals(world)
