"""Exampleshire, loaded once for all tests of measures."""

from pathlib import Path

import pytest

from wardmote.cli.demo import build_demo
from wardmote.evidence.evidence import Evidence
from wardmote.evidence.progress import Silent
from wardmote.synthetic import Truths, read_truths


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory) -> Path:
    """Where the raw files and the workspace of Exampleshire are."""
    folder = tmp_path_factory.mktemp("demo")
    build_demo(folder, progress=Silent())
    return folder


@pytest.fixture(scope="session")
def evidence(demo_folder) -> Evidence:
    """The evidence of Exampleshire."""
    return build_demo(demo_folder, progress=Silent()).evidence()


@pytest.fixture(scope="session")
def truths(demo_folder) -> Truths:
    """What was planted in it."""
    return read_truths(demo_folder / "raw-files")
