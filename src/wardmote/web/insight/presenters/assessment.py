"""The strategic assessment as a page of the site."""

from dataclasses import dataclass

from wardmote.reports.view import View
from wardmote.web.core.components import Cell, EmptyState, Figure, Line, Link, Table
from wardmote.web.core.wording import sentence_case
from wardmote.web.insight.presenters.addresses import measure_address

Content = str | tuple[str, ...] | Figure | Table | EmptyState

_NO_YEAR = EmptyState(
    sentence="An assessment covers twelve months from April to March.",
    do="Load the months that are missing:",
    command="wardmote load PATH",
)


@dataclass(frozen=True)
class PageBlock:
    """One block: `kind` names the part of the template that shows `content`.

    A figure's data can be downloaded, and its `measures` tell how its numbers are known.
    """

    kind: str
    content: Content
    id: str = ""
    downloads: tuple[Link, ...] = ()
    measures: tuple[Link, ...] = ()


@dataclass(frozen=True)
class PageSection:
    """One section, with the state it is in."""

    id: str
    heading: str
    duty: str
    state: str
    waiting_for: str
    blocks: tuple[PageBlock, ...]


@dataclass(frozen=True)
class AssessmentPage:
    """The whole assessment: `view` holds its title, summary, method, sources and licences."""

    view: View
    sections: tuple[PageSection, ...]
    downloads: tuple[Link, ...]


@dataclass(frozen=True)
class YearsPage:
    """The years that can be assessed, newest first."""

    headline: str
    years: tuple[Line, ...]
    empty: EmptyState | None = None


def assessment_page(view: View) -> AssessmentPage:
    """Every section of the assessment."""
    address = f"/assessment/{view['year']}/"
    return AssessmentPage(
        view=view,
        sections=tuple(_section(section, address=address) for section in view["sections"]),
        downloads=(Link("PDF", f"{address}assessment.pdf"),),
    )


def years_page(years: tuple[str, ...]) -> YearsPage:
    """The list of years, with what to do where there is none."""
    if not years:
        return YearsPage("No financial year, April to March, is loaded as a whole yet.", (), empty=_NO_YEAR)
    lines = tuple(
        Line(f"Strategic assessment, {year}.", Link(f"Read the assessment of {year}", f"/assessment/{year}/"))
        for year in years
    )
    return YearsPage("Each year from April to March that is loaded as a whole can be assessed.", lines)


def _section(section: View, *, address: str) -> PageSection:
    return PageSection(
        id=section["id"],
        heading=f"{section['number']}. {section['heading']}",
        duty=section["duty"],
        state=section["state_words"],
        waiting_for=section["waiting_for"],
        blocks=tuple(_block(block, address=address) for block in section["blocks"]),
    )


def _block(block: View, *, address: str) -> PageBlock:
    match block["type"]:
        case "paragraph" | "subheading" as kind:
            return PageBlock(kind, block["text"])
        case "bullets":
            return PageBlock("bullets", tuple(block["points"]))
        case "waiting":
            words = EmptyState(sentence=f"{sentence_case(block['for_what'])}. {block['because']}", do=block["do"])
            return PageBlock("waiting", words)
        case "table":
            return PageBlock("table", _table(block), id=block["id"])
        case "figure":
            csv = Link("CSV", f"{address}{block['id']}.csv")
            known = tuple(Link(one["title"], f"{measure_address(one['id'])}#how") for one in block["measures"])
            return PageBlock("figure", figure_of(block), id=block["id"], downloads=(csv,), measures=known)
    raise ValueError(f"no template shows a block of type {block['type']}")


def _table(block: View) -> Table:
    return Table(
        caption=f"{block['label']}: {block['title']}",
        heads=tuple(block["header"]),
        rows=_rows(block),
        numeric=frozenset(block["numeric"]),
        notes=(*block.get("caveats", ()), f"{block['period']}. Source: {block['source']}"),
    )


def figure_of(block: View) -> Figure:
    """A figure of a report as a figure of a page."""
    return Figure(
        title=f"{block['label']}: {block['title']}",
        svg=block["svg"],
        source=block["source"],
        period=block["period"],
        notes=(*block["notes"], *block["caveats"]),
        table=Table(
            caption=f"{block['label']}: {block['title']}",
            heads=tuple(block["header"]),
            rows=_rows(block),
            numeric=frozenset(block["numeric"]),
            is_caption_shown=False,
        ),
    )


def _rows(block: View) -> tuple[tuple[Cell, ...], ...]:
    return tuple(
        tuple(Cell(text, is_number=column in block["numeric"]) for column, text in enumerate(row))
        for row in block["rows"]
    )
