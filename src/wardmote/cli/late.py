"""`wardmote late`: how late the records of a source, or of what a measure counts, come in."""

from typing import Annotated

import typer

from wardmote.cli.options import AsOfLoad, WorkspaceOption, open_workspace


def late(
    name: Annotated[str, typer.Argument(help="A source of events, such as police-crimes, or a measure.")],
    *,
    workspace: WorkspaceOption = None,
    as_of_load: AsOfLoad = None,
) -> None:
    """Print how late records come: by month in which things happened, how many are in, and how many are to come."""
    from rich.table import Table

    from wardmote.cli.screen import console
    from wardmote.measures.lateness import lateness_of, table_of

    found = lateness_of(open_workspace(workspace).evidence(as_of_load=as_of_load), name)
    screen = console()
    screen.print(found.title, style="bold")
    for sentence in found.sentences:
        screen.print(sentence, markup=False)
    for title, header, rows in table_of(found):
        table = Table(header[0], box=None, pad_edge=False, title=f"\n{title}", title_justify="left")
        for heading in header[1:]:
            table.add_column(heading, justify="right")
        for row in rows:
            table.add_row(*row)
        screen.print(table)
