"""The police files of a force, as text: street, outcomes, stop-and-search."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from wardmote.synthetic import searches
from wardmote.synthetic.country import Country
from wardmote.synthetic.crimes import Crimes, is_written_twice
from wardmote.synthetic.endings import OUTCOME_TYPES, UNDECIDED, last_category
from wardmote.synthetic.months import LAST_MONTH_WITH_2011_CODES, label, shift
from wardmote.synthetic.offences import ASB, CRIME_TYPES
from wardmote.synthetic.places import FORCE

FORCE_SLUG = "exampleshire"
_POLICE = f"{FORCE.name} Police"
_PLACE = (
    "Crime ID",
    "Month",
    "Reported by",
    "Falls within",
    "Longitude",
    "Latitude",
    "Location",
    "LSOA code",
    "LSOA name",
)
STREET_HEADER = (*_PLACE, "Crime type", "Last outcome category", "Context")
OUTCOMES_HEADER = (*_PLACE, "Outcome type")
_ASB = CRIME_TYPES.index(ASB)

Row = tuple[str, ...]
Place = tuple[str, ...]


def police_files(
    country: Country, *, months: Sequence[date], released: date, is_later: bool = False
) -> Iterator[tuple[str, bytes]]:
    """Inner path and bytes of the files of these months, as a download made after the month `released` would hold them.

    Late records are left out unless `is_later`.
    """
    waiting: dict[date, list[Row]] = defaultdict(list)
    for crimes in country.crimes(first=months[0]):
        places = _places(crimes, country=country)
        chosen = [i for i in range(len(crimes.offence)) if is_later or not crimes.is_late[i]]
        for month, row in _outcome_rows(crimes, places=places, chosen=chosen):
            waiting[month].append(row)
        if crimes.month not in months:
            continue
        street = _street_rows(crimes, places=places, chosen=chosen, released=released)
        yield _file(crimes.month, "street", STREET_HEADER, street)
        yield _file(crimes.month, "outcomes", OUTCOMES_HEADER, waiting.pop(crimes.month, []))
        yield _file(crimes.month, "stop-and-search", searches.HEADER, searches.search_rows(country, month=crimes.month))


def _file(month: date, kind: str, header: Row, rows: Iterable[Row]) -> tuple[str, bytes]:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return f"{label(month)}/{label(month)}-{FORCE_SLUG}-{kind}.csv", text.getvalue().encode("utf-8")


def _places(crimes: Crimes, *, country: Country) -> list[Place | None]:
    """Longitude, latitude, location, LSOA code and name of each crime; None where the files give no place."""
    is_old = crimes.month <= LAST_MONTH_WITH_2011_CODES
    lsoas = [cell.lsoa11 if is_old else cell.lsoa21 for cell in country.cells]
    points, at = country.points, (crimes.cell, crimes.point)
    columns = (points.longitude[at].tolist(), points.latitude[at].tolist(), points.location[at].tolist())
    return [
        (longitude, latitude, location, lsoas[cell].code, lsoas[cell].name) if is_located else None
        for longitude, latitude, location, cell, is_located in zip(
            *columns, crimes.cell.tolist(), crimes.is_located.tolist(), strict=True
        )
    ]


def _street_rows(
    crimes: Crimes, *, places: Sequence[Place | None], chosen: Sequence[int], released: date
) -> Iterator[Row]:
    """Rows by place, and at the end, as in the real files, those that have none."""
    month = label(crimes.month)
    age = (released.year - crimes.month.year) * 12 + released.month - crimes.month.month
    offence, outcome, wait = (a.tolist() for a in (crimes.offence, crimes.endings.outcome, crimes.endings.wait))
    for i in sorted(chosen, key=lambda i: places[i] is None):
        place = places[i] or ("", "", "No Location", "", "")
        category = "" if offence[i] == _ASB else last_category(outcome[i], wait=wait[i], age=age)
        row = (crimes.ids[i], month, _POLICE, _POLICE, *place, CRIME_TYPES[offence[i]], category, "")
        yield from (row, row) if is_written_twice(crimes.ids[i]) else (row,)


def _outcome_rows(
    crimes: Crimes, *, places: Sequence[Place | None], chosen: Sequence[int]
) -> Iterator[tuple[date, Row]]:
    """Each decided crime's row, with the month of the decision."""
    outcome, wait = crimes.endings.outcome.tolist(), crimes.endings.wait.tolist()
    months = [shift(crimes.month, by=i) for i in range(max(wait, default=0) + 1)]
    labels = [label(month) for month in months]
    for i in chosen:
        if outcome[i] == UNDECIDED:
            continue
        place = places[i] or ("", "", "No location", "", "")
        yield months[wait[i]], (crimes.ids[i], labels[wait[i]], _POLICE, _POLICE, *place, OUTCOME_TYPES[outcome[i]])
