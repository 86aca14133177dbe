"""`wardmote assess`: write the strategic assessment."""

from pathlib import Path
from typing import Annotated

import typer

from wardmote.cli.options import AsOfLoad, WorkspaceOption, open_workspace


def assess(
    *,
    year: Annotated[str, typer.Option(help="The financial year, such as 2020-21.")],
    to: Annotated[Path | None, typer.Option(help="The folder to write to; by default in the workspace.")] = None,
    workspace: WorkspaceOption = None,
    as_of_load: AsOfLoad = None,
) -> None:
    """Write the strategic assessment of a year as HTML and PDF, with the data of each figure."""
    from wardmote.assessment.building import build_assessment
    from wardmote.reports.writing import write_assessment
    from wardmote.web.administration import plan_carried_out

    place = open_workspace(workspace)
    plan = plan_carried_out(place.folder, year=year)
    folder = to or place.folder / "reports" / f"strategic-assessment-{year}"
    assessment = build_assessment(place.evidence(as_of_load=as_of_load), year=year, plan=plan)
    written = write_assessment(assessment, folder)
    typer.echo(f"Wrote {written.html}, {written.pdf} and the data of {len(written.data)} figures.")
