"""`wardmote serve`: open the site on this machine."""

from pathlib import Path
from typing import Annotated

import typer

from wardmote.cli.options import WorkspaceOption, open_workspace


def serve(
    *,
    workspace: WorkspaceOption = None,
    host: Annotated[str, typer.Option(help="This machine only, until somebody has an account.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port to listen on.")] = 8000,
) -> None:
    """Serve the site: overview, measures, loads, the assessment, and downloads."""
    serve_folder(open_workspace(workspace).folder, host=host, port=port)


def serve_folder(folder: Path, *, host: str = "127.0.0.1", port: int) -> None:
    """Say where the site is, and serve it until interrupted."""
    from wardmote.web.serving import open_site

    site = open_site(folder, host=host, port=port)
    if site.applied:
        typer.echo(f"Upgraded the partnership database: {len(site.applied)} migrations.")
    typer.echo(f"Open {site.address} in a browser. Press Ctrl and C to stop.")
    site.run()
