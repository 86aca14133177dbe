"""`wardmote audit`: whether the record of who changed what still stands."""

from typing import Annotated

import typer

from wardmote.cli.options import WorkspaceOption, open_workspace
from wardmote.errors import StoreError

app = typer.Typer(help="The record of who changed what.", no_args_is_help=True)


@app.callback()
def _group() -> None:
    """The record of who changed what."""


@app.command()
def check(
    *,
    seal: Annotated[str, typer.Option(help="What an earlier check printed: number:digest.")] = "",
    workspace: WorkspaceOption = None,
) -> None:
    """Check every entry of the audit, and print the newest one's seal, to be written down elsewhere."""
    from wardmote.web.administration import audit_state

    state = audit_state(open_workspace(workspace).folder, seal=seal)
    if state.broken:
        raise StoreError(f"The audit has been tampered with. {state.broken}", do="restore the database from a backup")
    typer.echo(f"All {state.entries:,} entries stand as they were written.")
    typer.echo(f"Seal: {state.entries}:{state.digest}")
