"""`wardmote account`: who can sign in."""

from typing import Annotated

import typer

from wardmote.cli.options import WorkspaceOption, open_workspace

app = typer.Typer(help="Who can sign in.", no_args_is_help=True)


@app.callback()
def _group() -> None:
    """Who can sign in."""


@app.command()
def add(
    email: Annotated[str, typer.Argument(help="What they sign in with.")],
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
    password: Annotated[
        str,
        typer.Option(
            prompt=True, hide_input=True, confirmation_prompt=True, envvar="WARDMOTE_PASSWORD", help="At least 12 long."
        ),
    ],
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
