"""Tables of Nomis, which gives at most 25,000 rows to a request and says on each row how many there are."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from wardmote.errors import NotAvailable
from wardmote.evidence.fetch.client import Client
from wardmote.evidence.fetch.contents import check_header
from wardmote.evidence.fetch.downloads import Item
from wardmote.evidence.fetch.table_out import write_table

_COUNT = "RECORD_COUNT"


@dataclass(frozen=True)
class NomisQuery:
    """All rows of one Nomis query, as a CSV of the item's columns."""

    item: Item
    query: str

    def key(self) -> str:
        """The first page's address says all that matters."""
        return self.address(0)

    def count(self, client: Client) -> int:
        """How many rows there are, from the first of them.

        Raises:
            NotAvailable: Nomis gives no rows, which is how it answers codes that it does not know.
        """
        address = self._address(offset=0, limit=1)

        def ask() -> str:
            with client.send(address) as response:
                return response.text

        rows = list(csv.DictReader(client.patiently(ask, where=address).splitlines()))
        told = rows[0].get(_COUNT) if rows else None
        if not told or not told.isdigit():
            raise NotAvailable(
                "Nomis gave no rows: one of the codes in the address may be out of date",
                where=address,
                do="Look up the dataset on nomisweb.co.uk and correct the address",
            )
        return int(told)

    def address(self, offset: int) -> str:
        """The page that begins at row `offset`."""
        return self._address(offset=offset, limit=self.item.page)

    def rows(self, page: Path) -> list[Any]:
        """The rows of one page, as dictionaries; raises BadInput when it is not a page of this table."""
        content = page.read_bytes()
        check_header(content[:65_536], columns=self.item.columns, where=self.query)
        return list(csv.DictReader(content.decode("utf-8-sig").splitlines()))

    def write(self, rows: Iterator[Any], out: TextIO) -> None:
        """The finished CSV, without the count that each row carried."""
        write_table(rows, self.item, out)

    def _address(self, *, offset: int, limit: int) -> str:
        columns = ",".join((*self.item.columns, _COUNT)).lower()
        return f"{self.query}&select={columns}&recordoffset={offset}&recordlimit={limit}"
