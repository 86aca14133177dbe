"""`wardmote status`: what is known of the partnership, what is loaded, and what is missing."""

import typer

from wardmote.cli.options import AsOfLoad, WorkspaceOption, open_workspace


def status(*, workspace: WorkspaceOption = None, as_of_load: AsOfLoad = None) -> None:
    """Say which areas are resolved and how, what is loaded, and which months are missing."""
    from wardmote.evidence.status import status_of

    for line in status_of(open_workspace(workspace).evidence(as_of_load=as_of_load)):
        typer.echo(line)
