"""`wardmote card new`, `wardmote card check` and `wardmote pseudonymise`: partners' files and the cards that read them."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wardmote.cli.options import SETTINGS

if TYPE_CHECKING:
    from wardmote.evidence.dock.preview import Preview

app = typer.Typer(help="Draft and check the cards that partners' files are read by.", no_args_is_help=True)

_SHOWN_COLUMNS = 8


@app.command("new")
def new(
    file: Annotated[Path, typer.Argument(help="A partner's file: CSV, XLSX or ODS.")],
    *,
    to: Annotated[
        Path | None, typer.Option(help="Where to write the card; else into cards/, named for the file.")
    ] = None,
) -> None:
    """Draft a card by looking at a file: its header, dates, coordinates, flags and people.

    Says what was guessed and what to check. Of the file's content nothing is written into the card but the words of a
    column of kinds that five rows or more share.
    """
    import re

    from wardmote.definitions.card import Card
    from wardmote.definitions.catalogue import read_definition
    from wardmote.errors import BadInput
    from wardmote.evidence.dock.draft import draft_card

    id_ = re.sub(r"[^a-z0-9]+", "-", file.stem.lower()).strip("-") or "card"
    target = to or _cards_folder() / f"{id_}.yaml"
    if target.exists():
        raise BadInput("is there already", where=str(target), do="choose another place with --to")
    draft = draft_card(_content(file), name=file.name, title=file.stem)
    read_definition(Card, draft.text, name=target.name)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(draft.text, encoding="utf-8")
    typer.echo(f"Wrote {target}.\n{draft.why_table}\n\nGuessed:")
    for taken in draft.outline.taken:
        if taken.field:
            typer.echo(f"  {taken.heading}: {taken.field} ({taken.why})")
    typer.echo("\nTo check:")
    for one in draft.to_check:
        typer.echo(f"  {one}")
    typer.echo(f"\nNext: wardmote card check {target} --file {file}")


@app.command("copy")
def copy(
    card: Annotated[str, typer.Argument(help="The card: its file, or the id of one that ships.")],
    to: Annotated[str, typer.Argument(help="The id of the copy, such as council-asb-north.")],
    *,
    partner: Annotated[str, typer.Option(help="Who sends the files that the copy reads.")],
) -> None:
    """Copy a card for another partner who sends files of the same form, so that their months stay apart.

    The copy is used where it is named: wardmote load FILE --card ID.
    """
    from wardmote.definitions.cards import copy_card, find_card

    target = copy_card(find_card(card, _cards_folder()), _cards_folder(), id_=to, partner=partner)
    typer.echo(f"Wrote {target}. Next: wardmote load FILE --card {to}")


@app.command("check")
def check(
    card: Annotated[str, typer.Argument(help="The card: its file, or the id of one that ships.")],
    *,
    file: Annotated[Path | None, typer.Option(help="A partner's file: how the card would read it.")] = None,
) -> None:
    """Check that a card is written as it should be and, with a file, show what would be read and what set aside.

    Nothing is loaded, and people are shown by throw-away pseudonyms.
    """
    from wardmote.definitions.cards import find_card

    found = find_card(card, _cards_folder())
    if found.kept_as_they_stand:
        kept = " and ".join(found.kept_as_they_stand)
        typer.echo(
            f"Mind: this card stores the {kept} as it stands in the file, whatever people typed there.", err=True
        )
    if file is None:
        typer.echo(f"{found.id}: {found.title}. The card is written as it should be.")
        return
    import secrets

    from wardmote.evidence.dock.known_places import known_places
    from wardmote.evidence.dock.preview import preview
    from wardmote.evidence.people import Key

    places = known_places(_cards_folder().parent)
    _print_preview(preview(_content(file), found, Key(secrets.token_bytes(32)), name=file.name, places=places))


def pseudonymise(
    file: Annotated[Path, typer.Argument(help="A file with people: CSV, XLSX or ODS.")],
    *,
    card: Annotated[str, typer.Option(help="The card that reads it: its file, or the id of one that ships.")],
    key: Annotated[Path, typer.Option(help="The partnership's key file.")],
    to: Annotated[Path, typer.Option(help="The CSV file to write.")],
) -> None:
    """Write a file with pseudonyms in place of people, to be sent to the partnership in its stead.

    Runs on the agency's own machine. Only columns that the card reads are carried over, and none that names anybody.
    """
    from wardmote.definitions.cards import find_card
    from wardmote.errors import BadInput
    from wardmote.evidence.dock.pseudonymised import pseudonymised
    from wardmote.evidence.people import Key

    if to.exists():
        raise BadInput("is there already", where=str(to), do="choose another file with --to")
    text = pseudonymised(_content(file), find_card(card, _cards_folder()), Key.read(key), name=file.name)
    to.write_text(text, encoding="utf-8", newline="")
    typer.echo(f"Wrote {to}: {text.count('\n') - 1:,} rows. Send this file, and not {file.name}.")


def _print_preview(found: "Preview") -> None:
    from rich.table import Table

    from wardmote.cli.screen import console

    screen = console()
    columns = Table("Column", "Read as", box=None, pad_edge=False)
    for column in found.columns:
        columns.add_row(column.heading, column.field or "not read")
    screen.print(columns)
    screen.print(
        f"\n{found.read:,} rows read: {found.kept:,} kept, {found.read - found.kept:,} set aside.", style="bold"
    )
    for reason in found.reasons:
        screen.print(f"  {reason.rows:,}: {reason.words} (first in row {reason.first_row:,})")
    for note in found.notes:
        screen.print(f"  {note}.")
    if found.rows:
        filled = [i for i, _ in enumerate(found.headings) if any(row[i] not in (None, []) for row in found.rows)]
        rows = Table(*(found.headings[i] for i in filled[:_SHOWN_COLUMNS]), box=None, pad_edge=False)
        for row in found.rows:
            rows.add_row(*(_shown(row[i]) for i in filled[:_SHOWN_COLUMNS]))
        screen.print(rows)


def _shown(value: object) -> str:
    return "" if value is None else ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _content(file: Path) -> bytes:
    from wardmote.evidence.inputs import InputFile

    return InputFile(file, file.name).content()


def _cards_folder() -> Path:
    """The folder of the workspace's own cards, or of this folder where it is in none."""
    here = Path.cwd()
    home = next((folder for folder in (here, *here.parents) if (folder / SETTINGS).is_file()), here)
    return home / "cards"
