"""`wardmote kpi`: write the quarterly performance report."""

from pathlib import Path
from typing import Annotated

import typer

from wardmote.cli.options import AsOfLoad, WorkspaceOption, open_workspace


def kpi(
    *,
    quarter: Annotated[str, typer.Option(help='The quarter of a financial year, such as "2024-25 Q4".')],
    to: Annotated[Path | None, typer.Option(help="The folder to write to; by default in the workspace.")] = None,
    workspace: WorkspaceOption = None,
    as_of_load: AsOfLoad = None,
) -> None:
    """Write the report of every live measure in a quarter, as HTML, XLSX and ODS."""
    from wardmote.reports.kpi.quarter import read_quarter
    from wardmote.reports.kpi.writing import write_kpi_report

    label = read_quarter(quarter).label
    place = open_workspace(workspace)
    folder = to or place.folder / "reports" / f"kpi-{label.replace(' ', '-')}"
    written = write_kpi_report(place.evidence(as_of_load=as_of_load), quarter=label, folder=folder)
    typer.echo(f"Wrote {written.html}, {written.xlsx} and {written.ods}.")
