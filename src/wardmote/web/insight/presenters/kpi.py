"""The quarterly performance report as a page of the site."""

from collections.abc import Iterable
from dataclasses import dataclass

from wardmote.reports.kpi.quarter import Quarter
from wardmote.reports.view import View
from wardmote.web.core.components import Cell, EmptyState, Fact, Figure, Line, Link, Table
from wardmote.web.insight.presenters.addresses import measure_address
from wardmote.web.insight.presenters.assessment import figure_of

_NO_QUARTER = EmptyState(
    sentence="A quarter is reported once the two years up to its end are loaded.",
    do="Load the months that are missing:",
    command="wardmote load PATH",
)


@dataclass(frozen=True)
class KpiMeasure:
    """One live measure: its sentence, its facts, its chart or why there is none, and what to mind."""

    id: str
    title: str
    address: str
    sentence: str
    note: str
    facts: tuple[Fact, ...]
    figure: Figure | None
    no_chart: str


@dataclass(frozen=True)
class KpiPage:
    """The whole report; `view` holds its title, quarter, news, method and sources."""

    view: View
    summaries: tuple[Table, ...]
    measures: tuple[KpiMeasure, ...]
    left_out: Table
    downloads: tuple[Link, ...]


@dataclass(frozen=True)
class QuartersPage:
    """The quarters that can be reported, newest first."""

    headline: str
    quarters: tuple[Line, ...]
    empty: EmptyState | None = None


def quarter_address(label: str) -> str:
    """Such as /kpi/2024-25-Q4/."""
    return f"/kpi/{label.replace(' ', '-')}/"


def quarters_page(quarters: Iterable[Quarter]) -> QuartersPage:
    """The list of quarters, with what to do where there is none."""
    lines = tuple(
        Line(f"{one.label}: {one.in_words}.", Link(f"Read the report of {one.label}", quarter_address(one.label)))
        for one in quarters
    )
    if not lines:
        return QuartersPage("No quarter can be reported yet.", (), empty=_NO_QUARTER)
    return QuartersPage(
        "How each live measure stood at the end of a quarter, and what changed since the one before.", lines
    )


def kpi_page(view: View) -> KpiPage:
    """Every live measure of a quarter."""
    address = quarter_address(view["quarter"])
    endings = (("HTML", "html"), ("XLSX", "xlsx"), ("ODS", "ods"))
    return KpiPage(
        view=view,
        summaries=tuple(_summary(group, view) for group in view["groups"]),
        measures=tuple(_measure(one) for one in view["measures"]),
        left_out=_left_out(view["left_out"]),
        downloads=tuple(Link(name, f"{address}kpi.{ending}") for name, ending in endings),
    )


def _summary(group: View, view: View) -> Table:
    rows = tuple(
        (
            Cell(one["title"], href=f"#{one['id']}"),
            Cell(one["value"], note=f"in {one['period']}" if one["is_older"] else "", is_number=True),
            Cell(one["value_before"], is_number=True),
            Cell(one["band_word"]),
        )
        for one in group["measures"]
    )
    heads = ("Measure", view["quarter"], "Year before", "Benchmark")
    return Table(f"{group['title']}: {len(rows)}", heads, rows, numeric=frozenset({1, 2}))


def _measure(one: View) -> KpiMeasure:
    older = " This is the newest quarter that can be measured." if one["is_older"] else ""
    facts = (
        Fact(one["period"], f"{one['in_full']}{older}"),
        Fact(one["period_before"], one["in_full_before"]),
        Fact("Target", one["target"] or "None is set."),
        Fact("Benchmark", one["band"] or "None is known."),
        Fact("Completeness of flags", "", lines=tuple(one["flags"])),
        Fact("What to mind", "", lines=tuple(one["caveats"])),
        Fact("Owner", f"{one['owner'][:1].upper()}{one['owner'][1:]}."),
    )
    return KpiMeasure(
        id=one["id"],
        title=one["title"],
        address=measure_address(one["id"]),
        sentence=one["sentence"],
        note=one["band_note"],
        facts=tuple(fact for fact in facts if fact.text or fact.lines),
        figure=figure_of(one["figure"]) if one["figure"] else None,
        no_chart=one["no_chart"],
    )


def _left_out(block: View) -> Table:
    rows = tuple(tuple(Cell(text) for text in row) for row in block["rows"])
    return Table("Measures in the catalogue that this report leaves out", tuple(block["header"]), rows)
