"""Lookups, boundaries, populations and deprivation: each item of the list, from the first address that gives it."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit
from zipfile import ZipFile

from wardmote.errors import BadInput, NotAvailable
from wardmote.evidence.fetch.arcgis import ArcgisQuery
from wardmote.evidence.fetch.client import Client
from wardmote.evidence.fetch.contents import check_row_count, check_zip, csv_check
from wardmote.evidence.fetch.downloads import Downloads, Item
from wardmote.evidence.fetch.nomis import NomisQuery
from wardmote.evidence.fetch.outcome import Outcome, Watch, unwatched
from wardmote.evidence.fetch.pages import Query, gather
from wardmote.evidence.fetch.transfer import download


def choose_items(downloads: Downloads, *, only: Iterable[str] = ()) -> tuple[Item, ...]:
    """The items named in `only`, by id or by group; all of them when it is empty.

    Raises:
        BadInput: a name that is neither.
    """
    names = tuple(only)
    known = {item.id for item in downloads.areas} | {item.group for item in downloads.areas}
    for name in names:
        if name not in known:
            raise BadInput(f"there is nothing called {name!r} to fetch", do=f"Choose from {', '.join(sorted(known))}")
    return tuple(item for item in downloads.areas if not names or item.id in names or item.group in names)


def fetch_areas(
    client: Client, items: Iterable[Item], *, folder: Path, again: bool = False, watch: Watch = unwatched
) -> Iterator[Outcome]:
    """Each item as a file in `folder`. What is there already is left alone unless `again`."""
    for item in items:
        path = folder / item.file
        if path.exists() and not again:
            yield Outcome(item.id, "already here", path=path, size=path.stat().st_size)
        else:
            yield _fetch(client, item, path, watch=watch)


def _fetch(client: Client, item: Item, path: Path, *, watch: Watch) -> Outcome:
    reasons = []
    for address in item.addresses:
        try:
            _bring(client, item, address, path, watch=watch)
        except (NotAvailable, BadInput) as error:
            reasons.append(f"{urlsplit(address).netloc}: {error.what}")
        else:
            return Outcome(item.id, "fetched", path=path, size=path.stat().st_size)
    return Outcome(item.id, "missing", why="; then ".join(dict.fromkeys(reasons)))


def _bring(client: Client, item: Item, address: str, path: Path, *, watch: Watch) -> None:
    if item.kind == "direct":
        _direct(client, item, address, path, watch=watch)
        return
    query: Query = ArcgisQuery(item, address) if item.kind == "arcgis-query" else NomisQuery(item, address)
    if item.rows is not None:
        check_row_count(query.count(client), rows=item.rows, where=item.id)
    gather(client, query, path, watch=watch)


def _direct(client: Client, item: Item, address: str, path: Path, *, watch: Watch) -> None:
    check = csv_check(columns=item.columns, rows=item.rows)
    if not item.member:
        download(client, address, path, check=check, watch=watch)
        return
    zipped = download(client, address, path.with_name(f"{path.name}.zip"), check=check_zip, watch=watch)
    part = path.with_name(f"{path.name}.part")
    try:
        with ZipFile(zipped) as archive:
            part.write_bytes(archive.read(item.member))
        check(part)
        part.replace(path)
    except KeyError as error:
        raise BadInput(f"the zip has no {item.member} in it", where=address) from error
    finally:
        zipped.unlink()
        part.unlink(missing_ok=True)
