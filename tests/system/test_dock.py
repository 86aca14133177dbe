"""An analyst loads what partners sent, at a desk and on a phone, with scripts and without."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from dock_files import csv_text, incident, workspace
from playwright.sync_api import expect
from system.conftest import _visitor
from system.serving import served
from system.visitor import Visitor

PATIENCE_MS = 60_000
# The same rows again would change nothing.
YEARS = count(2001)
PARTNERS = """Partner,Dataset,Liaison Officer,Deputy
Smallshire Watch,watch,Head of Insight,Senior Analyst
Smallshire Fire and Rescue,fire,Prevention Data Manager,
Smallshire Council,council-asb,Community Safety Manager,ASB Team Leader
"""
LOG = csv_text(
    [
        *(
            incident(
                n, Recorded=f"{1 + n % 28:02d}/0{1 + n % 6}/2024", Victim_Surname="Quizzlebert", Victim_DOB="01/02/1980"
            )
            for n in range(1, 401)
        ),
        *(incident(n, Recorded="never") for n in range(500, 517)),
        *(incident(n, Recorded="05/03/2124") for n in range(600, 606)),
    ]
)
PARKS = csv_text(
    [
        {
            "Log Id": f"L{n}", "Logged": f"{1 + n % 28:02d}/03/2024 10:15", "What happened type": ["Noise", "Litter"][n % 2],
            "Grid East": 408000 + n, "Grid North": 91000 + n, "Was alcohol involved": "YN"[n % 2],
            "Caller surname": "Quizzlebert", "Caller date of birth": "01/02/1980", "Free text": f"He said {n}",
        }
        for n in range(40)
    ]
)  # fmt: skip


@pytest.fixture(scope="module")
def partners_site(tmp_path_factory) -> Iterator[str]:
    """The address of a site whose workspace has a card of its own and names who answers."""
    at = workspace(tmp_path_factory.mktemp("dock"))
    (at.folder / "partners.csv").write_text(PARTNERS, encoding="utf-8")
    with served(at.folder) as address:
        yield address


@pytest.fixture
def analyst(browser, partners_site, axe_script, root, width) -> Iterator[Visitor]:
    """Somebody who loads files."""
    yield from _visitor(browser, partners_site, axe_script, root / "screenshots", width)


@pytest.fixture
def analyst_without_scripts(browser, partners_site, axe_script, root) -> Iterator[Visitor]:
    """The same in a browser that runs no scripts."""
    yield from _visitor(browser, partners_site, axe_script, root / "screenshots", "desktop", runs_scripts=False)


def chosen(visitor: Visitor, *files: Path) -> None:
    """Choose files in the form, and go on."""
    visitor.given_the_page("/loads/")
    visitor.page.get_by_label("Choose files to load").set_input_files(files)
    visitor.when_they_press("Look at these files")


@pytest.fixture
def files(tmp_path) -> dict[str, Path]:
    """What the partners sent; each test has rows of its own to load."""
    found = {}
    year = next(YEARS)
    for name, text in (("watch.csv", LOG), ("parks log.csv", PARKS), ("minutes.docx", "PK")):
        found[name] = tmp_path / name
        found[name].write_text(text.replace("/2024", f"/{year}"), encoding="utf-8")
    return found


def test_a_file_that_a_card_fits_is_seen_and_loaded(analyst, files):
    chosen(analyst, files["watch.csv"])

    analyst.then_the_heading_is("How watch.csv will be read")
    analyst.then_they_read("Of 423 rows, 400 will be kept and 23 set aside.")
    analyst.then_they_read("Check how it is written")
    expect(analyst.page.locator("main")).not_to_contain_text("Quizzlebert")
    analyst.then_anybody_can_use_it("dock-reading")
    analyst.when_they_press("Load this file")
    expect(analyst.page.locator("main")).to_contain_text("423 rows read: 400 kept, 23 set aside", timeout=PATIENCE_MS)
    analyst.then_the_heading_is("Loaded watch.csv")
    analyst.then_anybody_can_use_it("dock-loaded")
    analyst.page.get_by_role("link", name="why?").first.click()
    analyst.then_they_read("What to do:")
    analyst.then_anybody_can_use_it("dock-why")
    analyst.given_the_page("/loads/")
    analyst.then_they_read("Incidents,")
    analyst.then_anybody_can_use_it("dock-loads")


def test_several_files_are_listed(analyst, files):
    chosen(analyst, *files.values())

    analyst.then_the_heading_is("Files to load")
    analyst.then_they_read("1 of 3 files can be loaded; 1 needs you to say what the columns are; 1 cannot be read.")
    analyst.then_anybody_can_use_it("dock-files")
    analyst.when_they_press("Forget without loading")
    analyst.then_the_heading_is("Loads")


def test_somebody_says_what_the_columns_are(analyst, files):
    chosen(analyst, files["parks log.csv"])

    analyst.then_the_heading_is("What the columns of parks log.csv are")
    analyst.then_anybody_can_use_it("dock-columns")
    analyst.page.get_by_label("Free text").select_option(label="What kind it was")
    analyst.when_they_press("See how it will be read")
    analyst.then_the_focus_is_on(".govuk-error-summary")
    analyst.then_they_read("Enter who sends the file")
    analyst.then_anybody_can_use_it("dock-columns-wrong")
    analyst.page.get_by_label("Free text").select_option(label="Not read")
    analyst.page.get_by_label("Who sends them").fill("council parks team")
    analyst.when_they_press("See how it will be read")
    analyst.then_they_read("Of 40 rows, all will be kept.")
    expect(analyst.page.locator("main")).not_to_contain_text("Quizzlebert")
    analyst.then_anybody_can_use_it("dock-columns-read")
    analyst.when_they_follow("Correct the columns")
    analyst.page.get_by_label("A figure that was already counted").check()
    analyst.when_they_press("Change what a row is")
    analyst.then_the_heading_is("What the columns of parks log.csv are")
    analyst.then_anybody_can_use_it("dock-columns-tallies")


def test_files_may_be_dropped_anywhere_on_the_page(analyst, files):
    analyst.given_the_page("/loads/")
    text = files["watch.csv"].read_text(encoding="utf-8")
    data = analyst.page.evaluate_handle(
        "text => { const data = new DataTransfer(); data.items.add(new File([text], 'dropped.csv')); return data }",
        text,
    )

    analyst.page.dispatch_event("h1", "dragover", {"dataTransfer": data})
    expect(analyst.page.locator(".wm-drop--over")).to_be_visible()
    analyst.page.dispatch_event("h1", "drop", {"dataTransfer": data})

    analyst.then_the_heading_is("How dropped.csv will be read")


def test_more_than_can_be_taken_is_said_before_it_is_sent(analyst, tmp_path):
    large = tmp_path / "large.csv"
    with large.open("wb") as file:
        file.truncate(70_000_000)
    chosen(analyst, large)

    analyst.then_they_read("These files have 70 MB, and 64 MB can be taken at once.")
    analyst.then_the_heading_is("Loads")
    analyst.then_anybody_can_use_it("dock-too-much")


def test_without_scripts_all_of_it_works(analyst_without_scripts, files):
    visitor = analyst_without_scripts
    chosen(visitor, files["watch.csv"])
    visitor.when_they_press("Load this file")

    expect(visitor.page.locator("main")).to_contain_text("set aside", timeout=PATIENCE_MS)
    visitor.then_the_heading_is("Loaded watch.csv")


def test_a_manager_sees_what_is_owed_and_by_whom(analyst):
    analyst.given_the_page("/calendar/?year=2024-25&on=2024-11-15")

    analyst.then_they_read("Owed now, by 3 partners: 3 supplies of information are missing.")
    analyst.then_they_read("Community Safety Manager")
    analyst.then_anybody_can_use_it("calendar")
    analyst.page.get_by_label("Whose information").select_option(index=1)
    analyst.page.get_by_label("Liaison officer").fill("someone@example.org")
    analyst.when_they_press("Save who answers")
    analyst.then_they_read("Enter a role")
    analyst.then_anybody_can_use_it("calendar-wrong-role")
