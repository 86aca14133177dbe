"""Every page of the partnership's workspace that its manager may open, in a real browser at two widths."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from system.conftest import WIDTHS, _visitor

# The demonstration has no record of these: nobody holds a token or a phone’s calendar, and nobody says anything to anybody.
_WITHOUT_A_RECORD = {"token-withdraw", "calendar-withdraw", "comment"}


# So many pages take a few minutes: each part is a test of its own, and says what it found.
_PARTS = 4


@pytest.fixture(scope="session")
def pages(lived_in_folder) -> dict[str, str]:
    """The address of each page by its route's name."""
    found = subprocess.run(
        [sys.executable, Path(__file__).with_name("every_page.py"), lived_in_folder[0]],
        stdout=subprocess.PIPE,
        check=True,
        text=True,
        encoding="utf-8",
    )
    told = json.loads(found.stdout)
    assert set(told["left"]) <= _WITHOUT_A_RECORD
    return told["pages"]


@pytest.mark.parametrize("part", range(_PARTS))
def test_anybody_can_use_every_page_of_the_workspace(browser, lived_in, pages, axe_script, root, part):
    address, password = lived_in
    chosen = dict(sorted(pages.items())[part::_PARTS])
    for visitor in _visitor(browser, address, axe_script, root / "screenshots", "desktop"):
        visitor.given_they_signed_in("manager@exampleshire.example", password)
        assert {name: found for name, path in chosen.items() if (found := faults_of(visitor, path))} == {}


def faults_of(visitor, path):
    """What the checker and the eye find at each width: nothing is cut off at the side."""
    visitor.given_the_page(path)
    found = []
    for width, (across, down) in WIDTHS.items():
        visitor.page.set_viewport_size({"width": across, "height": down})
        found += [(width, *fault) for fault in visitor.faults()]
    return found
