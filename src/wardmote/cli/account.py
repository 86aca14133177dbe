"""`wardmote account`: who can sign in, and what to do when somebody cannot."""

from typing import Annotated

import typer

from wardmote.cli.options import WorkspaceOption, open_workspace

app = typer.Typer(help="Who can sign in, and what to do when somebody cannot.", no_args_is_help=True)

_Email = Annotated[str, typer.Argument(help="What they sign in with.")]
_Password = Annotated[
    str,
    typer.Option(
        prompt=True, hide_input=True, confirmation_prompt=True, envvar="WARDMOTE_PASSWORD", help="At least 12 long."
    ),
]


@app.callback()
def _group() -> None:
    """Who can sign in, and what to do when somebody cannot."""


@app.command()
def add(
    email: _Email,
    *,
    name: Annotated[str, typer.Option(prompt="Full name", help="Their full name.")],
    agency: Annotated[str, typer.Option(prompt="Agency", help="The agency that they are there for.")],
    agency_kind: Annotated[
        str, typer.Option(help="For a new agency: council, police, fire, probation, health or other.")
    ] = "council",
    role: Annotated[str, typer.Option(help="What they may do.")] = "partnership-manager",
    partnership: Annotated[
        str | None, typer.Option(help="The partnership; by default the one that the workspace is named for.")
    ] = None,
    password: _Password,
    workspace: WorkspaceOption = None,
) -> None:
    """Make an account. With the first one, every page needs sign-in, and its holder is the system administrator."""
    from wardmote.web.administration import add_account

    opened = open_workspace(workspace)
    sentence = add_account(
        opened.folder,
        email=email,
        name=name,
        password=password,
        partnership=partnership or opened.name,
        agency=agency,
        agency_kind=agency_kind,
        role=role,
    )
    typer.echo(sentence)


@app.command("list")
def show(*, workspace: WorkspaceOption = None) -> None:
    """Print everybody who has an account: how they sign in, where they are a member, and whether it is open."""
    from wardmote.web.administration import accounts_in_words

    for line in accounts_in_words(open_workspace(workspace).folder):
        typer.echo(line)


@app.command()
def password(email: _Email, *, password: _Password, workspace: WorkspaceOption = None) -> None:
    """Set somebody's password, who cannot have a link by email. Everybody signed in with the account is signed out."""
    from wardmote.web.administration import change_account

    typer.echo(change_account(open_workspace(workspace).folder, email, "password", password=password))


@app.command("reset-second-factor")
def reset_second_factor(email: _Email, *, workspace: WorkspaceOption = None) -> None:
    """For somebody who has lost their phone or key, and their recovery codes: they set up another when they sign in."""
    from wardmote.web.administration import change_account

    typer.echo(change_account(open_workspace(workspace).folder, email, "second-factor"))


@app.command()
def close(email: _Email, *, workspace: WorkspaceOption = None) -> None:
    """Let somebody in no more. What they did keeps their name."""
    from wardmote.web.administration import change_account

    typer.echo(change_account(open_workspace(workspace).folder, email, "close"))


@app.command("open")
def reopen(email: _Email, *, workspace: WorkspaceOption = None) -> None:
    """Let somebody in again whose account was closed."""
    from wardmote.web.administration import change_account

    typer.echo(change_account(open_workspace(workspace).folder, email, "open"))


@app.command()
def administrator(email: _Email, *, workspace: WorkspaceOption = None) -> None:
    """Make somebody a system administrator too, who looks after partnerships and accounts."""
    from wardmote.web.administration import change_account

    typer.echo(change_account(open_workspace(workspace).folder, email, "administrator"))
