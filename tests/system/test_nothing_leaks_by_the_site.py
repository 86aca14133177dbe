"""Nothing that the site writes anywhere holds a name, a birth date or an address of the people in an uploaded extract."""

import os
import re
import subprocess
import sys
import time
from html import unescape
from pathlib import Path

import pytest
import requests
from dock_files import csv_text, incident, rows, workspace
from unit.dock.test_nothing_leaks import ADDRESS, BORN, NAMES, PLANTED, REFERENCES, extract, leaks, people_alike

WATCHED = Path(__file__).with_name("watched_site.py")
# Waitress would put more than half a megabyte into a file, and Django more than two and a half.
_ENOUGH_ROWS = 30_000
# So short a text stands in one of so many pseudonyms, or among so many row numbers, by chance.
_BY_CHANCE = "30526"
_PATIENCE_S = 120


class Browser:
    """Somebody who sends forms to a site, as a browser without scripts does."""

    def __init__(self, address: str) -> None:
        self._address = address.rstrip("/")
        self._session = requests.Session()

    def get(self, path: str) -> requests.Response:
        return self._session.get(self._address + path, timeout=_PATIENCE_S)

    def send(self, page: requests.Response, path: str, *, files=None, **typed: object) -> requests.Response:
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.text)[1]
        data = {"csrfmiddlewaretoken": token, **typed}
        return self._session.post(self._address + path, data=data, files=files, timeout=_PATIENCE_S)

    def choose(self, name: str, content: bytes) -> requests.Response:
        return self.send(self.get("/loads/"), "/loads/files/", files=[("files", (name, content, "text/csv"))])

    def load(self, page: requests.Response, **ticked: str) -> requests.Response:
        page = self.send(page, re.search(r'action="(/loads/files/[^"]+/load/)"', page.text)[1], **ticked)
        until = time.monotonic() + _PATIENCE_S
        while "data-under-way" in page.text:
            assert time.monotonic() < until
            time.sleep(0.1)
            page = self.get("/loads/under-way/")
        return page


@pytest.fixture
def watched(tmp_path):
    """A workspace, the browser at its site, and a function that ends the site and gives all that it said."""
    at = workspace(tmp_path)
    for name in ("temporary", "current"):
        (tmp_path / name).mkdir()
    places = {name: str(tmp_path / "temporary") for name in ("TMPDIR", "TEMP", "TMP")}
    process = subprocess.Popen(
        [sys.executable, str(WATCHED), str(at.folder), str(tmp_path / "opened.txt")],
        cwd=tmp_path / "current",
        env={**os.environ, **places, "PYTHONDONTWRITEBYTECODE": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    line = process.stdout.readline()

    def ended() -> str:
        process.terminate()
        return process.communicate(timeout=60)[0]

    yield at, Browser(next(word for word in line.split() if word.startswith("http://"))), ended
    ended()


def left_behind(folder: Path) -> list[tuple[str, str]]:
    """Every file below a folder in which something of the planted people stands."""
    return [(path, planted) for path, planted in leaks(folder) if planted != _BY_CHANCE]


def opened_outside(folder: Path) -> list[str]:
    """The files that were opened to be written and do not lie in the workspace."""
    paths = (folder / "opened.txt").read_text(encoding="utf-8").splitlines()
    return [path for path in paths if not path.startswith((str(folder / "workspace"), "/dev/"))]


def large_extract() -> bytes:
    """The planted extract, with its first row again and again under other numbers."""
    header, first, *others = extract().splitlines()
    more = [first.replace("W/0", f"W/{n}", 1) for n in range(1_000, 1_000 + _ENOUGH_ROWS)]
    return "\n".join([header, first, *others[:-1], *more, others[-1], ""]).encode()


def test_an_extract_that_is_seen_and_loaded_leaves_nobody_behind(watched, tmp_path):
    at, browser, ended = watched
    content = large_extract()
    assert len(content) > 2_500_000

    page = browser.choose("watch.csv", content)
    assert "will be kept" in page.text
    assert [planted for planted in PLANTED if planted in page.text and planted != _BY_CHANCE] == []
    again = browser.get(page.url[page.url.index("/loads/") :])
    assert again.text.count("a person") == page.text.count("a person") > 10
    done = browser.load(again)

    assert re.search(r"[\d,]+ rows read: [\d,]+ kept", done.text)
    assert len(rows(at, "person", "event_people")) > _ENOUGH_ROWS
    assert str(at.folder / "keys") in (tmp_path / "opened.txt").read_text(encoding="utf-8")
    said = ended() + done.text
    assert left_behind(tmp_path) == []
    assert opened_outside(tmp_path) == []
    assert [planted for planted in PLANTED if planted in said] == []


def test_nor_do_files_whose_people_are_linked_nor_what_is_decided_of_them(watched, tmp_path):
    at, browser, ended = watched
    april = csv_text(people_alike()).replace("/03/2024", "/04/2024").encode()
    files = [
        ("files", (name, text, "text/csv")) for name, text in (("watch.csv", large_extract()), ("april.csv", april))
    ]
    page = browser.send(browser.get("/loads/"), "/loads/files/", files=files)
    done = browser.load(page, link="yes")
    assert "People who were linked" in done.text
    pairs = browser.get("/loads/pairs/")
    codes = re.findall(r'name="pair" type="checkbox" value="(\w+)"', pairs.text)
    assert codes
    decided = browser.send(pairs, "/loads/pairs/decide/", pair=codes, decision="refuse")
    assert "Two people" in decided.text

    said = ended() + done.text + pairs.text + decided.text
    assert {path.name for path in (at.folder / "linkage").iterdir()} == {"pairs.csv", "persons.csv", "decisions.csv"}
    assert left_behind(tmp_path) == []
    assert opened_outside(tmp_path) == []
    assert [planted for planted in PLANTED if planted in said] == []


def test_nor_does_one_whose_columns_somebody_says(watched, tmp_path):
    at, browser, ended = watched
    log = [
        {
            "Log Id": n,
            "Logged": "05/03/2024",
            "Type of thing": "Noise",
            "Caller surname": NAMES[n % 4],
            "Caller date of birth": BORN[n % 2],
            "Caller address": ADDRESS,
            "Officer": REFERENCES[n % 2],
        }
        for n in range(_ENOUGH_ROWS)
    ]
    page = browser.choose("calls.csv", csv_text(log).encode())
    path = page.url[page.url.index("/loads/") :]
    chosen = re.findall(r'<select[^>]*name="(column-\d+)".*?</select>', page.text, re.DOTALL)
    taken = {
        name: (re.search(rf'name="{name}".*?value="([^"]*)" selected', page.text, re.DOTALL) or [0, ""])[1]
        for name in chosen
    }
    seen = browser.send(
        page, path, title="Calls", partner="us", record="call", dates=["day-first", "iso"], snap_m="100",
        **{"words-category": "Noise", **taken},
    )  # fmt: skip
    assert "will be kept" in unescape(seen.text)
    done = browser.load(seen)

    assert "kept" in done.text
    assert len(rows(at, "person", "event_people")) > 1_000
    said = ended() + page.text + seen.text + done.text
    assert left_behind(tmp_path) == []
    assert opened_outside(tmp_path) == []
    assert [planted for planted in PLANTED if planted in said] == []


def test_nor_does_a_load_that_is_refused_or_forgotten(watched, tmp_path):
    at, browser, ended = watched
    spoilt = csv_text(
        [incident(n, Recorded=NAMES[2], Victim_Surname=NAMES[1], Notes=ADDRESS) for n in range(_ENOUGH_ROWS)]
    )
    done = browser.load(browser.choose("watch.csv", spoilt.encode()))
    assert "none of its" in done.text
    forgotten = browser.choose("watch.csv", large_extract())
    browser.send(forgotten, re.search(r'action="(/loads/files/[^"]+/forget/)"', forgotten.text)[1])

    said = ended() + done.text
    assert at.store.loads() == ()
    assert left_behind(tmp_path) == []
    assert opened_outside(tmp_path) == []
    assert [planted for planted in PLANTED if planted in said] == []


def test_nor_what_is_named_like_open_data_and_is_not(watched, tmp_path):
    _, browser, ended = watched
    done = browser.load(browser.choose("2025-01-dorset-street.csv", large_extract()))

    assert "What was not loaded" in done.text
    ended()
    assert left_behind(tmp_path) == []
    assert opened_outside(tmp_path) == []
    assert not any("unpacked/0" in path for path in (tmp_path / "opened.txt").read_text(encoding="utf-8").splitlines())


def test_more_than_can_be_taken_is_answered_in_a_sentence_and_kept_nowhere(watched, tmp_path):
    _, browser, ended = watched
    page = browser.choose("watch.csv", large_extract() + b"\n" * 66_000_000)

    assert page.status_code == 413
    assert "The files are larger than 64 MB together." in page.text
    ended()
    assert left_behind(tmp_path) == []
    assert opened_outside(tmp_path) == []
