"""Lookups, boundaries, populations and deprivation: each item of the list, from the first address that gives it."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
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
from wardmote.evidence.fetch.table_out import rewrite_table
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
    if not item.member and not item.renamed:
        download(client, address, path, check=check, watch=watch)
        return
    came = path.with_name(f"{path.name}.original")
    download(client, address, came, check=check_zip if item.member else check, watch=watch)
    try:
        with TemporaryDirectory(dir=path.parent) as beside:
            _finish(came, item, Path(beside)).replace(path)
    finally:
        came.unlink()


def _finish(came: Path, item: Item, folder: Path) -> Path:
    """What came, taken out of its zip and under its headings, in `folder`."""
    table = came
    if item.member:
        table = folder / "member"
        table.write_bytes(_member(came, item.member))
        csv_check(columns=item.columns, rows=item.rows)(table)
    return rewrite_table(table, item, folder / "renamed") if item.renamed else table


def _member(came: Path, name: str) -> bytes:
    with ZipFile(came) as archive:
        if name not in archive.namelist():
            raise BadInput(f"the zip has no {name} in it", where=came.name)
        return archive.read(name)
