"""`wardmote digest`: emails that say how much waits for each member, without a name or a title in them."""

import typer

from wardmote.cli.options import WorkspaceOption, open_workspace

app = typer.Typer(help="Emails that say how much waits for each member.", no_args_is_help=True)


@app.callback()
def _group() -> None:
    """Emails that say how much waits for each member."""


@app.command()
def send(*, workspace: WorkspaceOption = None) -> None:
    """Send today’s emails. Made to be run every day by a scheduler: run again, it sends nothing twice.

    Without a mail server in wardmote.toml the emails are kept as files in the workspace’s folder outbox.
    """
    from wardmote.web.administration import send_digests

    typer.echo(send_digests(open_workspace(workspace).folder))
