"""The word lists of the catalogue: crime types, forces and the like."""

import csv
from functools import cache
from importlib import resources


@cache
def read_vocabulary(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `catalogue/vocabulary/<name>.csv`."""
    text = (resources.files("wardmote.catalogue") / "vocabulary" / f"{name}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))
