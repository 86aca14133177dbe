"""One plain view of an assessment that every renderer reads: numbered, with its charts drawn, and all of it text."""

import re
from typing import Any

from wardmote.assessment.document import (
    Assessment,
    Block,
    Bullets,
    Figure,
    Paragraph,
    Section,
    Subheading,
    Table,
    Waiting,
)
from wardmote.assessment.wording import NOT_AVAILABLE, listing
from wardmote.reports.charts import Chart, draw_chart

View = dict[str, Any]

_VIEW_BOX = re.compile(r'viewBox="[\d.-]+ [\d.-]+ ([\d.]+) ([\d.]+)"')
_WIDEST, _NARROWEST, _TALLEST = 72, 54, 58

STATES = {"drafted": "Drafted from evidence", "part drafted": "Part drafted", "waiting": "Waiting"}


def draw_figures(assessment: Assessment) -> dict[str, Chart]:
    """The chart of each figure, by the figure's id: drawn once, shown in every form of the report."""
    return {
        figure.id: draw_chart(figure.drawing, title=figure.title, source=figure.source) for figure in assessment.figures
    }


def view_of(assessment: Assessment, charts: dict[str, Chart]) -> View:
    """What a template needs, as strings, lists and mappings only, so that it may also travel as JSON."""
    return {
        "title": assessment.title,
        "partnership": assessment.partnership,
        "year": assessment.year,
        "period": assessment.period,
        "status": assessment.status,
        "load": assessment.load,
        "summary": list(assessment.summary),
        "sections": [_section(number, section, assessment, charts) for number, section in _numbered(assessment)],
        "method": list(assessment.method),
        "sources": list(assessment.sources),
        "licences": list(assessment.licences),
    }


def _numbered(assessment: Assessment) -> list[tuple[int, Section]]:
    return list(enumerate(assessment.sections, start=1))


def _section(number: int, section: Section, assessment: Assessment, charts: dict[str, Chart]) -> View:
    return {
        "id": section.id,
        "number": number,
        "heading": section.heading,
        "duty": section.duty,
        "state": section.state,
        "state_words": STATES[section.state],
        "waiting_for": section.waiting_for,
        "blocks": [_block(block, assessment, charts) for block in section.blocks],
    }


def _block(block: Block, assessment: Assessment, charts: dict[str, Chart]) -> View:
    match block:
        case Paragraph():
            return {"type": "paragraph", "text": _with_references(block, assessment)}
        case Bullets():
            return {"type": "bullets", "points": list(block.points)}
        case Subheading():
            return {"type": "subheading", "text": block.text}
        case Waiting():
            return {"type": "waiting", "for_what": block.for_what, "because": block.because, "do": block.do}
        case Table():
            return _table(block, label=assessment.label(block.id))
        case Figure():
            return figure_view(block, charts[block.id], label=assessment.label(block.id))


def _with_references(paragraph: Paragraph, assessment: Assessment) -> str:
    if not paragraph.see:
        return paragraph.text
    return f"{paragraph.text} See {listing(assessment.label(block_id) for block_id in paragraph.see)}."


def _table(table: Table, *, label: str) -> View:
    return {
        "type": "table",
        "id": table.id,
        "label": label,
        "title": table.title,
        "header": list(table.header),
        "rows": [list(row) for row in table.rows],
        "numeric": list(table.numeric),
        "source": table.source,
        "period": table.period,
        "caveats": list(table.caveats),
    }


def figure_view(figure: Figure, chart: Chart, *, label: str) -> View:
    """A figure with its chart drawn and the table behind it."""
    return {
        "type": "figure",
        "id": figure.id,
        "label": label,
        "title": figure.title,
        "alt": chart.alt,
        "svg": chart.svg,
        "width": _width_on_paper(chart.svg),
        "unit": chart.unit,
        "period": chart.period,
        "header": list(chart.header),
        "rows": [list(row) for row in chart.rows],
        "numeric": [column for column in range(1, len(chart.header)) if is_numeric(chart.rows, column)],
        "notes": list(chart.notes),
        "source": figure.source,
        "caveats": list(figure.caveats),
        "measures": _measures(figure),
    }


def _measures(figure: Figure) -> list[dict[str, str]]:
    """Whose definitions, tests and loads stand behind a figure."""
    found = {one.measure.id: one.measure.short_title for one in figure.drawing.series}
    return [{"id": measure, "title": title} for measure, title in found.items()]


def _width_on_paper(svg: str) -> int:
    """Per cent of the page's width: a tall picture is made smaller, so that it shares its page with others."""
    found = _VIEW_BOX.search(svg)
    across, down = (float(found[1]), float(found[2])) if found else (1.0, 1.0)
    return round(min(_WIDEST, max(_NARROWEST, _TALLEST * across / down)))


def is_numeric(rows: tuple[tuple[str, ...], ...], column: int) -> bool:
    """Whether a column holds numbers, but for what is not available."""
    cells = {row[column] for row in rows} - {NOT_AVAILABLE, ""}
    return all(cell[0].isdigit() or cell[0] in "+\N{MINUS SIGN}-" for cell in cells)
