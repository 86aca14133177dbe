"""A real browser in front of a real server."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from system.serving import fill_demo, served
from system.visitor import Visitor

from wardmote.evidence.loading import load_paths
from wardmote.evidence.workspace import Workspace
from wardmote.synthetic import write_exampleshire

WIDTHS = {"desktop": (1280, 900), "phone": (320, 640)}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here is a test of the whole product."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.system)


@pytest.fixture(scope="session")
def exampleshire_folder(tmp_path_factory) -> Path:
    """A workspace with the evidence of Exampleshire."""
    folder = tmp_path_factory.mktemp("exampleshire")
    write_exampleshire(folder / "raw")
    sections = folder / "raw" / "sections.csv"
    workspace = Workspace.create(folder / "workspace", areas=("Exampleshire",), sections=sections)
    load_paths(workspace.store, [folder / "raw"])
    return workspace.folder


@pytest.fixture(scope="session")
def exampleshire(exampleshire_folder) -> Iterator[str]:
    """The address of the site of Exampleshire."""
    with served(exampleshire_folder) as address:
        yield address


@pytest.fixture(scope="session")
def lived_in_folder(exampleshire_folder, tmp_path_factory) -> tuple[Path, str]:
    """Exampleshire with a year of its partnership's life, and everybody's password."""
    folder = tmp_path_factory.mktemp("lived-in") / "workspace"
    shutil.copytree(exampleshire_folder, folder)
    with (folder / "wardmote.toml").open("a", encoding="utf-8") as settings:
        settings.write('\n[sign-in]\nsecond-factor = "optional"\n')
    return folder, fill_demo(folder)


@pytest.fixture(scope="session")
def lived_in(lived_in_folder) -> Iterator[tuple[str, str]]:
    """The address of its site, and everybody's password."""
    folder, password = lived_in_folder
    with served(folder) as address:
        yield address, password


@pytest.fixture
def signed_in(browser, lived_in, axe_script, root, width) -> Iterator[Visitor]:
    """The manager of Exampleshire, signed in."""
    address, password = lived_in
    for visitor in _visitor(browser, address, axe_script, root / "screenshots", width):
        visitor.given_they_signed_in("manager@exampleshire.example", password)
        yield visitor


@pytest.fixture(scope="session")
def empty_site(tmp_path_factory) -> Iterator[str]:
    """The address of a site in which nothing was loaded."""
    folder = tmp_path_factory.mktemp("empty") / "workspace"
    Workspace.create(folder, areas=("Exampleshire",))
    with served(folder) as address:
        yield address


@pytest.fixture(params=WIDTHS)
def width(request) -> str:
    """A desktop and a phone."""
    return request.param


@pytest.fixture
def visitor(browser, exampleshire, axe_script, root, width) -> Iterator[Visitor]:
    """Somebody who visits Exampleshire."""
    yield from _visitor(browser, exampleshire, axe_script, root / "screenshots", width)


@pytest.fixture
def newcomer(browser, empty_site, axe_script, root, width) -> Iterator[Visitor]:
    """Somebody who has just made a workspace."""
    yield from _visitor(browser, empty_site, axe_script, root / "screenshots", width)


@pytest.fixture
def visitor_without_scripts(browser, exampleshire, axe_script, root) -> Iterator[Visitor]:
    """Somebody whose browser runs no scripts."""
    yield from _visitor(browser, exampleshire, axe_script, root / "screenshots", "desktop", runs_scripts=False)


def _visitor(browser, address, axe_script, folder, width, *, runs_scripts=True) -> Iterator[Visitor]:
    across, down = WIDTHS[width]
    context = browser.new_context(
        viewport={"width": across, "height": down}, java_script_enabled=runs_scripts, base_url=address
    )
    visitor = Visitor(context.new_page(), axe_script=axe_script, folder=folder, width=width)
    yield visitor
    complaints = list(visitor.complaints)
    context.close()
    assert complaints == []
