"""What every test may ask for."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# A first call imports SciPy, and a busy machine is slow: time is no part of what the tests assert.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

ROOT = Path(__file__).resolve().parent.parent
# Where tests run as root, Chromium's own sandbox cannot; it has nothing to ask of a network.
CHROMIUM_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
IS_CI = os.environ.get("CI") == "true"
# The browser's driver keeps an event loop running in the thread of the tests that follow; they use none themselves,
# and Django would refuse them its database for it.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what needs the open data by what it asks for, so that `-m "not open_data"` leaves all of it out."""
    for item in items:
        if "open_data" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.open_data)


def missing(what: str) -> None:
    """Skips a test on somebody's laptop, and fails it in CI, where a test that never runs is a test that lies."""
    if IS_CI:
        pytest.fail(what)
    pytest.skip(what)


@pytest.fixture(autouse=True)
def no_workspace_of_another_test() -> Iterator[None]:
    """A command that sets up the site names its workspace in the environment: the next test's commands shall not take it."""
    before = os.environ.get("WARDMOTE_WORKSPACE")
    yield
    if before is None:
        os.environ.pop("WARDMOTE_WORKSPACE", None)
    else:
        os.environ["WARDMOTE_WORKSPACE"] = before


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of this checkout."""
    return ROOT


@pytest.fixture(scope="session")
def open_data() -> Path:
    """The folder of real open data: police.uk zips, lookups, boundaries, population, deprivation.

    It is too large for this repository: it lies beside the checkout (`../shared/data`), or where WARDMOTE_OPEN_DATA
    says.
    """
    folder = Path(os.environ.get("WARDMOTE_OPEN_DATA") or ROOT.parent / "shared" / "data")
    if not folder.is_dir():
        missing(f"The open data is not at {folder}. Set WARDMOTE_OPEN_DATA to where it is.")
    return folder


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium for tests that drive a browser."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    missing("No Chromium was found. On Debian or Ubuntu: apt-get install chromium.")
    raise AssertionError


@pytest.fixture(scope="session")
def browser(chromium) -> Iterator["Browser"]:
    """Chromium, without a window. One serves all the tests of a process: Playwright cannot be started in it twice."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_ARGUMENTS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def axe_script() -> str:
    """The accessibility checker's script, to be run inside a page."""
    script = ROOT / "build" / "vendor" / "axe.min.js"
    if not script.is_file():
        missing("The accessibility checker is not here. Run make setup.")
    return script.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def partners(tmp_path_factory):
    """The evidence of Exampleshire with every partner's files, and the truths of those."""
    from wardmote.cli.demo import build_demo
    from wardmote.evidence.loading import load_paths
    from wardmote.evidence.progress import Silent
    from wardmote.synthetic.partners import write_partner_files

    folder = tmp_path_factory.mktemp("partners")
    workspace = build_demo(folder, progress=Silent())
    truths = write_partner_files(folder / "partners")
    load_paths(workspace.store, [folder / "partners"])
    return workspace.evidence(), truths
