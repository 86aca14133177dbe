"""A table or a layer that its server gives out page by page, put together as one file."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol, TextIO

from wardmote.errors import BadInput, NotAvailable
from wardmote.evidence.fetch.client import Client
from wardmote.evidence.fetch.contents import check_row_count
from wardmote.evidence.fetch.outcome import Watch, unwatched
from wardmote.evidence.fetch.transfer import download


class Query(Protocol):
    """What is asked, and how its pages read and write."""

    def key(self) -> str:
        """Tells this query from every other, so that pages of another are not taken for its own."""

    def count(self, client: Client) -> int:
        """How many rows there are in all, as the server says."""

    def address(self, offset: int) -> str:
        """The page that begins at row `offset`."""

    def rows(self, page: Path) -> list[Any]:
        """The rows of one page; raises BadInput when it is not a page."""

    def write(self, rows: Iterator[Any], out: TextIO) -> None:
        """All rows, as the finished file has them."""


def gather(client: Client, query: Query, target: Path, *, watch: Watch = unwatched) -> Path:
    """Every row of `query`, as the file `target`.

    Pages wait in the folder `target`.pages until all are there, so that an interrupted fetch asks only for the rest.
    A server may give fewer rows than were asked for: the next page begins where the last one ended.

    Raises:
        NotAvailable: the server failed too often, or ran out of rows before it had given all.
        BadInput: a page is not what it should be, or the pages do not add up.
    """
    count = query.count(client)
    folder = _page_folder(target, key=f"{query.key()} {count}")
    pages, done = [], 0
    while done < count:
        page = folder / f"{done:08d}"
        if not page.exists():
            download(client, query.address(done), page, check=lambda path: _check(query, path))
        pages.append(page)
        rows = len(query.rows(page))
        if not rows:
            raise NotAvailable(f"the server gave {done:,} of {count:,} rows and then none", where=query.address(done))
        done += rows
        watch(target.name, done, count)
    check_row_count(done, rows=count, where=target.name)
    return _assemble(query, pages, target, folder)


def _page_folder(target: Path, *, key: str) -> Path:
    folder = target.with_name(f"{target.name}.pages")
    note = folder / "query.txt"
    if folder.exists() and not (note.exists() and note.read_text(encoding="utf-8") == key):
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    note.write_text(key, encoding="utf-8")
    return folder


def _check(query: Query, path: Path) -> None:
    try:
        query.rows(path)
    except (ValueError, KeyError, TypeError) as error:
        raise BadInput(
            "the server's answer cannot be read as a page of data",
            where=path.name,
            do="Open the address in a browser to see what it says",
        ) from error


def _assemble(query: Query, pages: list[Path], target: Path, folder: Path) -> Path:
    part = target.with_name(f"{target.name}.part")
    with part.open("w", encoding="utf-8", newline="") as out:
        query.write((row for page in pages for row in query.rows(page)), out)
    part.replace(target)
    shutil.rmtree(folder)
    return target
