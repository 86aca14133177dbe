"""The training matrix: agencies down, levels across."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from wardmote.web.activity.presenters.overview import year_select
from wardmote.web.activity.presenters.words import number
from wardmote.web.activity.queries.training import TrainingMatrix
from wardmote.web.activity.rules.years import Year
from wardmote.web.core.components import Cell, Select, Table


@dataclass(frozen=True)
class TrainingPage:
    """What stands on the page: a sentence, the year, the levels, and the matrix."""

    sentence: str
    year: Select
    tables: tuple[Table, ...]


def training_page(matrix: TrainingMatrix, year: Year, *, today: date) -> TrainingPage:
    """Two tables, the levels and the matrix; none where nobody was trained in the year."""
    tables = (_levels(matrix), _matrix(matrix)) if matrix.levels else ()
    return TrainingPage(_sentence(matrix, year), year_select(year, today=today), tables)


def _sentence(matrix: TrainingMatrix, year: Year) -> str:
    places, attended = sum(matrix.places.values()), matrix.total("attended")
    if not places:
        return f"{year.words} no places on courses are recorded."
    taken = (
        f"{100 * attended / places:.0f}% of {number(places)} places" if attended <= places else "more than there were"
    )
    return f"{year.words} {number(attended)} people attended: {taken}."


def _levels(matrix: TrainingMatrix) -> Table:
    rows = tuple(
        (
            Cell(level),
            *(
                Cell(number(value), is_number=True)
                for value in (
                    *(of.get(level, Decimal(0)) for of in (matrix.sessions, matrix.places)),
                    *(matrix.total(item, level=level) for item in ("booked", "attended")),
                )
            ),
        )
        for level in matrix.levels
    )
    heads = ("Level", "Sessions", "Places", "Booked", "Attended")
    return Table("Places by level", heads, rows, numeric=frozenset({1, 2, 3, 4}))


def _matrix(matrix: TrainingMatrix) -> Table:
    """Each cell says attended, and under it booked; a dash where the agency sent nobody."""
    rows = tuple(
        (
            Cell(agency or "Agency not said"),
            *(_cell(matrix, agency, level) for level in matrix.levels),
            Cell(number(matrix.total("attended", agency=agency)), is_number=True),
        )
        for agency in matrix.agencies
    )
    heads = ("Agency", *matrix.levels, "In all")
    return Table("Who attended, by agency and level", heads, rows, numeric=frozenset(range(1, len(heads))))


def _cell(matrix: TrainingMatrix, agency: str, level: str) -> Cell:
    booked, attended = (matrix.counts.get((agency, level, item)) for item in ("booked", "attended"))
    if booked is None and attended is None:
        return Cell("–", is_number=True)
    note = f"of {number(booked)} booked" if booked is not None else ""
    return Cell(number(attended) if attended is not None else "not said", note=note, is_number=True)
