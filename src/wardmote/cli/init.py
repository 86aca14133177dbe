"""`wardmote init`: make a partnership's workspace."""

from pathlib import Path
from typing import Annotated

import typer


def init(
    folder: Annotated[Path, typer.Argument(help="The folder to make.")],
    *,
    area: Annotated[
        list[str] | None,
        typer.Option(help="A local authority's name or code, or a CSP's code; may be given more than once."),
    ] = None,
    lsoas: Annotated[Path | None, typer.Option(help="A file of LSOA codes, one a line, of 2011 or 2021.")] = None,
    sections: Annotated[
        Path | None, typer.Option(help="A CSV with the columns lsoa_code and section; wards where it is not given.")
    ] = None,
    name: Annotated[str | None, typer.Option(help="What to call the partnership; by default its areas.")] = None,
) -> None:
    """Make a workspace for one partnership. Nothing needs to be loaded yet."""
    from wardmote.evidence.workspace import Workspace

    workspace = Workspace.create(folder, areas=tuple(area or ()), lsoas=lsoas, sections=sections, name=name)
    typer.echo(f"Made {folder} for {workspace.name}. Next: wardmote load PATH...")
