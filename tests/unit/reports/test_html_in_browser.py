"""The page in a real browser: no fault that axe can find, and nothing wider than a phone."""

import json

import pytest

pytestmark = pytest.mark.system

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture(scope="module")
def opened(browser, page, tmp_path_factory):
    path = tmp_path_factory.mktemp("page") / "assessment.html"
    path.write_text(page, encoding="utf-8")
    tab = browser.new_page()
    asked = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(path.as_uri())
    yield tab, asked
    tab.close()


@pytest.mark.parametrize("width", [1280, 360])
def test_axe_finds_no_fault_with_every_table_open(opened, axe_script, width):
    tab, _ = opened
    tab.set_viewport_size({"width": width, "height": 900})
    tab.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    tab.evaluate(axe_script)
    found = tab.evaluate(f"axe.run(document, {json.dumps(RULES)})")["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found] == []


def test_nothing_is_wider_than_a_phone(opened):
    tab, _ = opened
    tab.set_viewport_size({"width": 320, "height": 800})
    assert tab.evaluate("document.documentElement.scrollWidth") <= 320


def test_words_in_charts_stay_readable_on_a_phone(opened):
    tab, _ = opened
    tab.set_viewport_size({"width": 360, "height": 800})
    smallest = tab.evaluate(
        "Math.min(...[...document.querySelectorAll('figure > svg text')].map("
        "one => parseFloat(getComputedStyle(one).fontSize) * one.getCTM().a))"
    )
    assert smallest > 8.5


def test_the_first_press_of_tab_offers_to_skip_to_the_main_part(opened):
    tab, _ = opened
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.textContent") == "Skip to main content"


def test_only_the_page_itself_is_asked_for(opened):
    _, asked = opened
    assert [url.rsplit("/", 1)[-1] for url in asked] == ["assessment.html"]
