"""Two figures side by side: the difference first, then the figures, then how we know."""

from dataclasses import dataclass

from wardmote.assessment.wording import interval, number, span, unit_in_words
from wardmote.evidence.ledger import Load
from wardmote.measures.series import Series
from wardmote.measures.side_by_side import SideBySide
from wardmote.web.core.components import Cell, Fact, Link, Table
from wardmote.web.core.wording import sentence_case
from wardmote.web.insight.presenters.addresses import measure_address
from wardmote.web.insight.presenters.definition import definition_facts
from wardmote.web.insight.presenters.evidence import evidence_fact


@dataclass(frozen=True)
class ComparePage:
    """What stands on the page, from top to bottom."""

    title: str
    sentence: str
    table: Table
    to_measure: Link
    facts: tuple[Fact, ...]


def compare_page(found: SideBySide, *, loads: tuple[Load, ...]) -> ComparePage:
    """The page for a comparison; `loads` hold the rows that the measure counts."""
    first, second = found.sides
    measure = second.measure
    caveats = dict.fromkeys((*second.notes, *first.notes, *measure.caveats))
    facts = (
        *definition_facts(measure),
        Fact("How it was tested", sentence_case(found.method) if found.method != "none" else "Not tested."),
        Fact("What to mind", "", lines=tuple(caveats)),
        Fact("Source", measure.source),
        evidence_fact(second.load, loads),
    )
    told = tuple(fact for fact in facts if fact.text or fact.lines)
    to_measure = Link(f"{measure.short_title}: when, where and how it changed", measure_address(measure.id))
    return ComparePage(measure.title, found.sentence, _table(found), to_measure, told)


def _table(found: SideBySide) -> Table:
    unit = unit_in_words(found.sides[0])
    rows: list[tuple[Cell, ...]] = [
        (Cell("Months"), *(Cell(span(side.periods), is_number=True) for side in found.sides)),
        (Cell(sentence_case(found.sides[0].measure.counts)), *(_count(side) for side in found.sides)),
    ]
    if found.sides[0].unit != "count":
        rows.append((Cell(sentence_case(unit)), *(_value(side) for side in found.sides)))
    return Table(
        caption="The two side by side", heads=("Figure", *found.names), rows=tuple(rows), numeric=frozenset({1, 2})
    )


def _count(side: Series) -> Cell:
    return Cell(number(float(side.count[0, 0]), unit="count"), is_number=True)


def _value(side: Series) -> Cell:
    value, lower, upper = (float(matrix[0, 0]) for matrix in (side.value, side.lower, side.upper))
    return Cell(number(value, unit=side.unit), note=interval(lower, upper, unit=side.unit), is_number=True)
