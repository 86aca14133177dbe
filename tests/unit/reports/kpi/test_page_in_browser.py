"""The page in a real browser: no fault that axe can find, and nothing wider than a phone."""

import json

import pytest
from unit.reports.test_html_in_browser import RULES

pytestmark = pytest.mark.system


@pytest.fixture(scope="module")
def tab(browser, written):
    page = browser.new_page()
    page.goto(written.html.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    yield page
    page.close()


@pytest.mark.parametrize("width", [1280, 360])
def test_axe_finds_no_fault(tab, axe_script, width):
    tab.set_viewport_size({"width": width, "height": 900})
    tab.evaluate(axe_script)
    found = tab.evaluate(f"axe.run(document, {json.dumps(RULES)})")["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found] == []


def test_nothing_is_wider_than_a_phone(tab):
    tab.set_viewport_size({"width": 320, "height": 800})
    assert tab.evaluate("document.documentElement.scrollWidth") <= 320
