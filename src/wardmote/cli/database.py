"""`wardmote database`: the partnership database."""

import typer

from wardmote.cli.options import WorkspaceOption, open_workspace

app = typer.Typer(help="The partnership database: members, plan, meetings and registers.", no_args_is_help=True)


@app.callback()
def _group() -> None:
    """The partnership database: members, plan, meetings and registers."""


@app.command()
def upgrade(*, workspace: WorkspaceOption = None) -> None:
    """Make the partnership database, or bring it up to date after a new version of Wardmote. Nothing in it is lost."""
    from wardmote.web.administration import upgrade_database

    applied = upgrade_database(open_workspace(workspace).folder)
    for name in applied:
        typer.echo(name)
    typer.echo(f"{len(applied)} migrations applied." if applied else "The database is up to date.")
