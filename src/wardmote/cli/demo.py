"""`wardmote demo`: an invented partnership, assessed and served."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wardmote.cli.serve import serve_folder

if TYPE_CHECKING:
    from wardmote.evidence.progress import Progress
    from wardmote.evidence.workspace import Workspace

AREA = "Exampleshire"
YEAR = "2024-25"


def demo(
    folder: Annotated[Path, typer.Argument(help="The folder to make it in.")] = Path("demo"),
    *,
    port: Annotated[int, typer.Option(help="The port to listen on.")] = 8000,
    is_served: Annotated[bool, typer.Option("--serve/--no-serve", help="Open the site when it is ready.")] = True,
) -> None:
    """Build the invented partnership Exampleshire, make its strategic assessment, and serve the site."""
    from wardmote.assessment.building import build_assessment
    from wardmote.cli.load_screen import LoadBar
    from wardmote.reports.writing import write_assessment

    typer.echo("Inventing Exampleshire: nothing in it is real.")
    with LoadBar() as bar:
        workspace = build_demo(folder, progress=bar, has_partners=True)
    typer.echo(f"Writing its strategic assessment of {YEAR}.")
    assessment = build_assessment(workspace.evidence(), year=YEAR)
    written = write_assessment(assessment, workspace.folder / "reports" / f"strategic-assessment-{YEAR}")
    typer.echo(f"Wrote {written.html} and {written.pdf}.")
    _fill_workspace(workspace)
    if is_served:
        serve_folder(workspace.folder, port=port)


def _fill_workspace(workspace: "Workspace") -> None:
    """A year of the partnership's life, and how to sign in to it; nobody has to set up a second factor for a look."""
    from wardmote.evidence.workspace import SETTINGS
    from wardmote.web.administration import fill_demo

    typer.echo("Living through a year of its partnership.")
    settings = workspace.folder / SETTINGS
    if "[sign-in]" not in (written := settings.read_text(encoding="utf-8")):
        settings.write_text(f'{written}\n[sign-in]\nsecond-factor = "optional"\n', encoding="utf-8")
    password = fill_demo(workspace.folder)
    if password:
        typer.echo(f"Sign in as manager@exampleshire.example; the password of everybody there is {password}")


# What the calendar of section 17A reads in the workspace itself.
_CALENDAR_FILES = ("liaison-officers.csv", "s17a-arrivals.csv")


def build_demo(folder: Path, *, progress: "Progress", has_partners: bool = False) -> "Workspace":
    """Write the raw files of Exampleshire, and load them into a workspace of its own; both are kept in `folder`.

    With `has_partners` also every partner's extracts, which takes longer.
    """
    from wardmote.evidence.loading import load_paths
    from wardmote.evidence.workspace import SETTINGS, Workspace
    from wardmote.synthetic import write_exampleshire

    raw, place = folder / "raw-files", folder / "exampleshire"
    write_exampleshire(raw)
    workspace = (
        Workspace.open(place)
        if (place / SETTINGS).is_file()
        else Workspace.create(place, areas=(AREA,), sections=next(raw.rglob("*sections*.csv")), name=AREA)
    )
    load_paths(workspace.store, [raw], progress=progress)
    if has_partners:
        _add_partners(workspace, folder / "partner-files", progress=progress)
    return workspace


def _add_partners(workspace: "Workspace", folder: Path, *, progress: "Progress") -> None:
    from wardmote.evidence.loading import load_paths
    from wardmote.synthetic.partners import write_partner_files

    write_partner_files(folder)
    for name in _CALENDAR_FILES:
        (folder / name).replace(workspace.folder / name)
    load_paths(workspace.store, [folder], progress=progress)
