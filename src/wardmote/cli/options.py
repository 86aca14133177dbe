"""The words that several commands share."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wardmote.errors import BadInput

if TYPE_CHECKING:
    from wardmote.evidence.workspace import Workspace

SETTINGS = "wardmote.toml"

WorkspaceOption = Annotated[
    Path | None,
    typer.Option(
        "--workspace",
        "-w",
        envvar="WARDMOTE_WORKSPACE",
        help="The partnership's folder. By default this folder, one above it, or the only one in it.",
    ),
]
AsOfLoad = Annotated[
    int | None, typer.Option("--as-of-load", help="Use the evidence as it stood after this load (see: wardmote loads).")
]


def open_workspace(folder: Path | None) -> "Workspace":
    """The workspace named, or the one that this folder is in or holds."""
    from wardmote.evidence.workspace import Workspace

    return Workspace.open(folder or _nearest(Path.cwd()))


def _nearest(here: Path) -> Path:
    for folder in (here, *here.parents):
        if (folder / SETTINGS).is_file():
            return folder
    inside = [path.parent for path in here.glob(f"*/{SETTINGS}")]
    if len(inside) == 1:
        return inside[0]
    if inside:
        names = ", ".join(sorted(folder.name for folder in inside))
        raise BadInput(f"there are several workspaces here: {names}", do="name one with --workspace")
    raise BadInput(
        "there is no workspace here", do="make one with: wardmote init FOLDER --area NAME, or name one with --workspace"
    )


def read_month(text: str | None, *, option: str) -> date | None:
    """A month written like 2024-04."""
    if text is None:
        return None
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError as error:
        raise BadInput(f"“{text}” is not a month", where=option, do="write it like 2024-04") from error
