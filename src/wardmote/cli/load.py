"""`wardmote load`, `wardmote loads` and `wardmote quarantine`: what came in, and what was set aside."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wardmote.cli.options import AsOfLoad, WorkspaceOption, open_workspace
from wardmote.errors import BadInput

if TYPE_CHECKING:
    from rich.table import Table

    from wardmote.evidence.ledger import Load
    from wardmote.evidence.linkage.effect import LinkEffect
    from wardmote.evidence.loading import LoadReport
    from wardmote.evidence.sources.base import Source
    from wardmote.evidence.workspace import Workspace

_MOST_FILES_LISTED = 60


def load(
    paths: Annotated[list[Path], typer.Argument(help="Zips, folders or files.")],
    *,
    workspace: WorkspaceOption = None,
    card: Annotated[
        str | None, typer.Option(help="Read every file by this card: its id, or its file. Else by the card that fits.")
    ] = None,
    is_linked: Annotated[
        bool,
        typer.Option("--link", help="Link the people whom these files name, where agencies share no number for them."),
    ] = False,
    threshold: Annotated[
        float | None,
        typer.Option(
            help="With --link: how likely it must be that two are one person, 0.05 to 1. By default as wardmote.toml says,"
            " or 0.9."
        ),
    ] = None,
    is_listed_whole: Annotated[bool, typer.Option("--all-files", help="List every file, however many.")] = False,
) -> None:
    """Load police.uk downloads, lookups, populations, deprivation, boundaries, and partners' files by their cards.

    A folder may hold anything: what is recognised is loaded, the rest is named with the reason. Loading the same file
    again changes nothing; a newer release of a month replaces it. Name the card where two partners send files of the
    same form. With --link, names are compared in memory, and only within the files that are given together.
    """
    from wardmote.cli.load_screen import LoadBar

    place = open_workspace(workspace)
    if threshold is not None and not is_linked:
        raise BadInput("a threshold is for linking", where="--threshold", do="add --link, or leave it out")
    sources = None if card is None else _read_by(card, place.folder)
    effect: LinkEffect | None = None
    with LoadBar() as bar:
        if is_linked:
            from wardmote.evidence.linkage.settings import threshold_of
            from wardmote.evidence.linked_loading import load_linked

            chosen = threshold_of(place.folder) if threshold is None else threshold
            report, effect = load_linked(place.store, paths, threshold=chosen, progress=bar, sources=sources)
        else:
            from wardmote.evidence.loading import load_paths

            report = load_paths(place.store, paths, progress=bar, sources=sources)
    _print_report(report, is_listed_whole=is_listed_whole)
    if is_linked:
        _print_effect(effect)
    if any(one.number for one in report.loads):
        _count(place)
    if report.has_faults:
        raise typer.Exit(1)


def _count(place: "Workspace") -> None:
    """What the measures are counted from is made now, so that the first page or report need not wait for it."""
    from wardmote.cli.load_screen import LoadBar
    from wardmote.measures.deriving import derive_counts

    with LoadBar(doing="Counting", steps="tables") as bar:
        derive_counts(place.evidence(), progress=bar)


def _print_effect(effect: "LinkEffect | None") -> None:
    from wardmote.evidence.linkage.effect import NOT_KEPT, measured_quality

    if effect is None:
        typer.echo("\nNobody was linked: none of these files names people.")
        return
    typer.echo(f"\n{effect.sentence}")
    typer.echo(measured_quality(effect.threshold))
    typer.echo(NOT_KEPT)
    if effect.waiting:
        pairs = "pair stands" if effect.waiting == 1 else "pairs stand"
        typer.echo(f"{effect.waiting:,} {pairs} near the threshold. See and decide with: wardmote link pairs")


def _read_by(card: str, home: Path) -> "tuple[Source, ...]":
    from wardmote.definitions.cards import find_card
    from wardmote.evidence.sources.partner import CARDS_FOLDER, Dock

    return Dock(home, (find_card(card, home / CARDS_FOLDER),)).sources()


def loads(*, workspace: WorkspaceOption = None) -> None:
    """List every load, with its rows read, kept, quarantined and superseded."""
    from wardmote.cli.screen import console

    table = _table("Load", "When", "Source", "Given as")
    for one in open_workspace(workspace).store.loads():
        _add(table, one, str(one.number), f"{one.loaded_at:%Y-%m-%d %H:%M}", one.source, one.name)
    console().print(table)


def quarantine(
    *,
    workspace: WorkspaceOption = None,
    as_of_load: AsOfLoad = None,
    load_number: Annotated[int | None, typer.Option("--load", help="Only rows of this load.")] = None,
    most: Annotated[int, typer.Option(help="How many rows to list at the most.")] = 50,
) -> None:
    """List the rows that were set aside, each with its file, row and reason."""
    from rich.table import Table

    from wardmote.cli.screen import console

    evidence = open_workspace(workspace).evidence(as_of_load=as_of_load)
    where, parameters = ("WHERE load = ?", [load_number]) if load_number is not None else ("", [])
    rows = evidence.snapshot.rows(
        f"SELECT load, file, row, reason FROM quarantine {where} ORDER BY load, file, row LIMIT {int(most)}", parameters
    )
    total = evidence.snapshot.rows(f"SELECT count(*) FROM quarantine {where}", parameters)[0][0]
    table = Table("Load", "File", "Row", "Why it was set aside", box=None, title_justify="left")
    for row in rows:
        table.add_row(*(str(value) for value in row))
    console().print(table)
    typer.echo(f"{len(rows):,} of {total:,} rows set aside.")


def _print_report(report: "LoadReport", *, is_listed_whole: bool) -> None:
    from wardmote.cli.screen import console

    screen = console()
    for one in report.loads:
        table = _table("File")
        listed = one.files if is_listed_whole else one.files[:_MOST_FILES_LISTED]
        for file in listed:
            notes = f" ({'; '.join(file.notes)})" if file.notes else ""
            _add(table, file, file.name.removeprefix(f"{one.name}/") + notes)
        if len(listed) < len(one.files):
            table.add_row(f"and {len(one.files) - len(listed)} more files (--all-files lists them)")
        _add(table, one, "In all", style="bold")
        title = f"Load {one.number}: {one.name}" if one.number else f"{one.name}: nothing new, nothing changed"
        screen.print(f"\n{title}", style="bold")
        screen.print(table)
    for left_out in report.not_loaded:
        typer.echo(("Not loaded: " if left_out.is_fault else "Left out: ") + left_out.reason, err=left_out.is_fault)


def _table(*columns: str) -> "Table":
    from rich.table import Table

    table = Table(*columns, box=None, pad_edge=False)
    for heading in ("Read", "Kept", "Quarantined", "Superseded"):
        table.add_column(heading, justify="right")
    return table


def _add(table: "Table", counts: "Load | object", *cells: str, style: str | None = None) -> None:
    numbers = (f"{getattr(counts, name):,}" for name in ("read", "kept", "quarantined", "superseded"))
    table.add_row(*cells, *numbers, style=style)
