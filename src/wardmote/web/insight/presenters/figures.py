"""A chart of the reports as a figure of a page."""

from wardmote.reports.charts import Chart
from wardmote.web.core.components import Cell, Figure, Table


def figure(chart: Chart, *, label: str = "") -> Figure:
    """The chart with the table behind it; every column after the first holds numbers. `label` numbers it."""
    return Figure(
        title=f"{label}: {chart.title}" if label else chart.title,
        svg=chart.svg,
        source=chart.source,
        period=chart.period,
        notes=chart.notes,
        alt=chart.alt,
        table=Table(
            caption=chart.title,
            heads=chart.header,
            rows=tuple(_row(row) for row in chart.rows),
            numeric=frozenset(range(1, len(chart.header))),
            is_caption_shown=False,
        ),
    )


def _row(texts: tuple[str, ...]) -> tuple[Cell, ...]:
    return (Cell(texts[0]), *(Cell(text, is_number=True) for text in texts[1:]))
