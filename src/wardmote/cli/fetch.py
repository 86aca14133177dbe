"""`wardmote fetch`: download the open files that `wardmote load` reads."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wardmote.errors import BadInput

if TYPE_CHECKING:
    from wardmote.evidence.fetch.client import Client
    from wardmote.evidence.fetch.downloads import Downloads
    from wardmote.evidence.fetch.outcome import Outcome, Watch

app = typer.Typer(
    help="Download the open files that `wardmote load` reads: police.uk, lookups, boundaries, populations, deprivation.",
    no_args_is_help=True,
)

_STOPPED = 130

Into = Annotated[Path, typer.Option("--to", help="The folder to put them in.")]
Mirror = Annotated[
    str,
    typer.Option(
        envvar="WARDMOTE_MIRROR",
        help="Ask a mirror instead: https://host/path is looked for at MIRROR/host/path.",
        show_default=False,
    ),
]
Addresses = Annotated[
    Path | None,
    typer.Option(
        envvar="WARDMOTE_ADDRESSES", help="Your own copy of the list of addresses, downloads.yaml.", show_default=False
    ),
]


@app.command("police-uk")
def police_uk(
    *,
    force: Annotated[list[str], typer.Option(help="A police force, such as dorset; may be given more than once.")],
    months: Annotated[int, typer.Option(help="How many months, up to --until.")] = 36,
    until: Annotated[str, typer.Option(help="The last month, as 2025-12; else the newest published.")] = "",
    kind: Annotated[
        list[str] | None, typer.Option(help="Only this kind: street, outcomes or stop-and-search; may be repeated.")
    ] = None,
    to: Into = Path("downloads"),
    mirror: Mirror = "",
    addresses: Addresses = None,
) -> None:
    """Download months of street-level crime, outcomes, and stop and search from data.police.uk.

    Only the wanted files are taken out of the large archives. Run it again to carry on, or to bring revisions.
    """
    from wardmote.evidence.fetch.police_files import KINDS
    from wardmote.evidence.fetch.police_uk import fetch_police_uk, police_request

    request = police_request(forces=force, months=months, until=until, kinds=kind or KINDS)

    def fetch(client: "Client", downloads: "Downloads", watch: "Watch") -> "tuple[Outcome, ...]":
        return fetch_police_uk(client, request, source=downloads.police_uk, folder=to / "police-uk", watch=watch)

    _run(fetch, mirror=mirror, addresses=addresses, to=to)


@app.command()
def areas(
    *,
    only: Annotated[
        list[str] | None,
        typer.Option(help="Only this: lookups, boundaries, population, deprivation, or one item; may be repeated."),
    ] = None,
    again: Annotated[bool, typer.Option("--again", help="Fetch also what is already here.")] = False,
    to: Into = Path("downloads"),
    mirror: Mirror = "",
    addresses: Addresses = None,
) -> None:
    """Download area lookups, boundaries, populations and deprivation from ONS, Nomis and gov.uk."""
    from wardmote.evidence.fetch.areas import choose_items, fetch_areas

    def fetch(client: "Client", downloads: "Downloads", watch: "Watch") -> "tuple[Outcome, ...]":
        items = choose_items(downloads, only=only or ())
        return tuple(fetch_areas(client, items, folder=to / "areas", again=again, watch=watch))

    _run(fetch, mirror=mirror, addresses=addresses, to=to)


def _run(
    fetch: "Callable[[Client, Downloads, Watch], tuple[Outcome, ...]]", *, mirror: str, addresses: Path | None, to: Path
) -> None:
    from wardmote.cli.fetch_screen import progress, show
    from wardmote.evidence.fetch.client import Client
    from wardmote.evidence.fetch.downloads import read_downloads
    from wardmote.evidence.fetch.outcome import is_complete

    downloads = read_downloads(addresses)
    try:
        with progress() as watch:
            outcomes = fetch(Client(mirror=mirror), downloads, watch)
    except KeyboardInterrupt:
        typer.echo("Stopped. What has arrived is kept: run the same command again to carry on.", err=True)
        raise typer.Exit(_STOPPED) from None
    except OSError as error:
        reason = error.strerror or "no reason given"
        raise BadInput(f"the files cannot be written ({reason})", where=str(to), do="Choose another folder") from error
    show(outcomes)
    if not is_complete(outcomes):
        typer.echo("Not everything came: the table says why. Run the same command again to try only for the rest.")
        raise typer.Exit(1)
    typer.echo(f"Next: wardmote load {to}")
