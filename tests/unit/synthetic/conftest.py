"""Exampleshire, written once for all tests that only read it."""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from wardmote.synthetic import Truths, read_truths, write_exampleshire, write_later_release


@pytest.fixture(scope="session")
def exampleshire(tmp_path_factory) -> Path:
    """The folder of Exampleshire's raw files, with the default seed."""
    folder = tmp_path_factory.mktemp("exampleshire")
    write_exampleshire(folder)
    return folder


@pytest.fixture(scope="session")
def later_release(tmp_path_factory) -> Path:
    """The folder of the last three months as released three months later."""
    folder = tmp_path_factory.mktemp("later-release")
    write_later_release(folder)
    return folder


@pytest.fixture(scope="session")
def truths(exampleshire) -> Truths:
    """Its truths, read back from the file beside the data."""
    return read_truths(exampleshire)


@pytest.fixture(scope="session")
def rows() -> Callable[[Path], Iterator[dict[str, str]]]:
    """Reads a CSV as a plain reader would, whether or not it starts with a byte-order mark."""

    def read(path: Path) -> Iterator[dict[str, str]]:
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from csv.DictReader(file)

    return read


@pytest.fixture(scope="session")
def street(exampleshire, rows) -> list[dict[str, str]]:
    """Every row of every street file."""
    return [row for path in sorted(exampleshire.glob("police_uk/*/*-street.csv")) for row in rows(path)]
