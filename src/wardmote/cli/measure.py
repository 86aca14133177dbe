"""`wardmote measures` and `wardmote measure`: what can be measured, and a series with its findings."""

from enum import Enum, StrEnum
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from wardmote.cli.options import AsOfLoad, WorkspaceOption, open_workspace, read_month

if TYPE_CHECKING:
    from wardmote.measures import Finding, Series

_MOST_FINDINGS = 30


class By(StrEnum):
    """The areas that a measure may be counted for."""

    partnership = "partnership"
    section = "section"
    ward = "ward"
    lsoa = "lsoa"
    lad = "lad"
    force = "force"
    town = "town"


class PeriodChoice(StrEnum):
    """The periods that a measure may be counted over; quarters and years are financial."""

    month = "month"
    quarter = "quarter"
    year = "year"
    rolling_12 = "rolling-12"


class UnitChoice(Enum):
    """What the value is."""

    count = "count"
    rate = "rate"
    proportion = "proportion"


_UNITS: dict[UnitChoice, Literal["count", "rate", "proportion"]] = {
    UnitChoice.count: "count",
    UnitChoice.rate: "rate",
    UnitChoice.proportion: "proportion",
}


class Per(Enum):
    """How many people a rate is for each of."""

    thousand = "1000"
    hundred_thousand = "100000"


class Form(StrEnum):
    """How the result is printed."""

    table = "table"
    csv = "csv"
    json = "json"


def measures() -> None:
    """List every measure in the catalogue."""
    from wardmote.definitions.catalogue import all_measures

    for one in all_measures():
        typer.echo(f"{one.id:<34}{one.title}")


def measure(
    id: Annotated[str, typer.Argument(help="The measure (see: wardmote measures).")],
    *,
    by: Annotated[By, typer.Option(help="The areas to count for.")] = By.partnership,
    period: Annotated[PeriodChoice, typer.Option(help="The periods to count over.")] = PeriodChoice.month,
    start: Annotated[str | None, typer.Option("--from", help="The first month, such as 2024-04.")] = None,
    end: Annotated[str | None, typer.Option("--to", help="The last month, such as 2025-03.")] = None,
    unit: Annotated[
        UnitChoice | None, typer.Option(help="A count, a rate for so many residents, or a proportion.")
    ] = None,
    per: Annotated[
        Per | None, typer.Option(help="How many people a rate is for; as the definition says if you do not.")
    ] = None,
    form: Annotated[Form, typer.Option("--as", help="How to print it.")] = Form.table,
    version: Annotated[
        int | None, typer.Option(help="Count by this version of the definition; the newest if you do not say.")
    ] = None,
    nowcast: Annotated[
        bool, typer.Option("--nowcast", help="Add what provisional periods will have once late records are in.")
    ] = False,
    workspace: WorkspaceOption = None,
    as_of_load: AsOfLoad = None,
) -> None:
    """Print a measure as a series, and what may be said of it with the test's name."""
    from wardmote.definitions.catalogue import find_measure
    from wardmote.measures import measure_series
    from wardmote.measures.exchange import to_csv, to_json
    from wardmote.measures.findings import find_findings
    from wardmote.measures.releasing import release

    definition = find_measure(id, version=version)
    first, last = read_month(start, option="--from"), read_month(end, option="--to")
    evidence = open_workspace(workspace).evidence(as_of_load=as_of_load)
    series = release(
        measure_series(
            evidence,
            definition,
            by=by.value,
            period=period.value,
            start=first,
            end=last,
            unit=_UNITS[unit] if unit else None,
            is_nowcast=nowcast,
            per=int(per.value) if per else None,
        )
    )
    if form is Form.csv:
        typer.echo(to_csv([series]), nl=False)
        return
    findings = find_findings(evidence, definition, by=by.value, end=last)
    if form is Form.json:
        typer.echo(to_json(series, findings))
    else:
        _print_table(series, findings)


def _print_table(series: "Series", findings: "tuple[Finding, ...]") -> None:
    from rich.table import Table

    from wardmote.cli.screen import console
    from wardmote.measures.table_text import cells, expected_cell

    table = Table("Area", "Period", box=None, pad_edge=False)
    for heading in (series.unit, "95% interval", "Count", "Base", "Status"):
        table.add_column(heading, justify="right")
    if series.expected is not None:
        table.add_column("Expected in the end", justify="right")
    for row in series.rows():
        table.add_row(*cells(row), *((expected_cell(row),) if series.expected is not None else ()))
    screen = console()
    screen.print(f"{series.measure.title} ({series.unit})", style="bold")
    screen.print(table)
    for note in series.notes:
        screen.print(f"\n{note}", markup=False)
    for finding in findings[:_MOST_FINDINGS]:
        screen.print(f"\n{finding.sentence}\n  [{finding.method}]", markup=False)
    if len(findings) > _MOST_FINDINGS:
        typer.echo(f"\nand {len(findings) - _MOST_FINDINGS} more findings: --as json gives them all.")
