"""Writing a fetched table as `wardmote load` reads it."""

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TextIO

from wardmote.evidence.fetch.downloads import Item


def write_table(rows: Iterable[Mapping[str, str]], item: Item, out: TextIO) -> None:
    """The item's columns of `rows` as CSV, under the headings that the item gives them."""
    table = csv.writer(out, lineterminator="\n")
    table.writerow(item.headings.values())
    table.writerows([row[name] for name in item.headings] for row in rows)


def rewrite_table(path: Path, item: Item, target: Path) -> Path:
    """The CSV at `path` as `target`, with the item's headings only."""
    with (
        path.open(encoding="utf-8-sig", newline="") as file,
        target.open("w", encoding="utf-8", newline="") as out,
    ):
        write_table(csv.DictReader(file), item, out)
    return target
