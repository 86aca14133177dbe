"""The strategic assessment as a page of the site."""

from collections.abc import Callable
from dataclasses import dataclass

from wardmote.assessment.document import (
    Assessment,
    Block,
    Bullets,
    Paragraph,
    Section,
    Subheading,
    Waiting,
)
from wardmote.assessment.document import Figure as DocumentFigure
from wardmote.assessment.document import (
    Table as DocumentTable,
)
from wardmote.reports.charts import Chart
from wardmote.web.core.components import Cell, EmptyState, Figure, Link, Table
from wardmote.web.insight.presenters.figures import figure

Content = str | tuple[str, ...] | Figure | Table | EmptyState
Draw = Callable[[DocumentFigure], Chart]


@dataclass(frozen=True)
class PageBlock:
    """One block: `kind` names the part of the template that shows `content`; `see` leads to what it speaks of."""

    kind: str
    content: Content
    id: str = ""
    see: tuple[Link, ...] = ()


@dataclass(frozen=True)
class PageSection:
    """One section with the state it is in, in words."""

    id: str
    heading: str
    duty: str
    state: str
    waiting_for: str
    blocks: tuple[PageBlock, ...]


@dataclass(frozen=True)
class AssessmentPage:
    """The whole assessment, and what it is made of."""

    assessment: Assessment
    sections: tuple[PageSection, ...]
    downloads: tuple[Link, ...]


def assessment_page(assessment: Assessment, *, draw: Draw) -> AssessmentPage:
    """Every section of the assessment; `draw` makes the chart of a figure."""
    return AssessmentPage(
        assessment=assessment,
        sections=tuple(_section(section, assessment, draw=draw) for section in assessment.sections),
        downloads=(Link("PDF", f"/assessment/{assessment.year}/assessment.pdf"),),
    )


def _section(section: Section, assessment: Assessment, *, draw: Draw) -> PageSection:
    return PageSection(
        id=section.id,
        heading=section.heading,
        duty=section.duty,
        state=section.state.capitalize(),
        waiting_for=section.waiting_for,
        blocks=tuple(_block(block, assessment, draw=draw) for block in section.blocks),
    )


def _block(block: Block, assessment: Assessment, *, draw: Draw) -> PageBlock:
    match block:
        case Paragraph():
            see = tuple(Link(assessment.label(id_), f"#{id_}") for id_ in block.see)
            return PageBlock("paragraph", block.text, see=see)
        case Bullets():
            return PageBlock("bullets", block.points)
        case Subheading():
            return PageBlock("subheading", block.text)
        case Waiting():
            return PageBlock("waiting", EmptyState(sentence=f"{block.for_what} {block.because}", do=block.do))
        case DocumentTable():
            return PageBlock("table", _table(block, label=assessment.label(block.id)), id=block.id)
        case DocumentFigure():
            return PageBlock("figure", figure(draw(block), label=assessment.label(block.id)), id=block.id)


def _table(table: DocumentTable, *, label: str) -> Table:
    return Table(
        caption=f"{label}: {table.title}",
        heads=table.header,
        rows=tuple(
            tuple(Cell(text, is_number=column in table.numeric) for column, text in enumerate(row))
            for row in table.rows
        ),
        numeric=frozenset(table.numeric),
        notes=(*table.caveats, f"{table.period}. Source: {table.source}"),
    )
