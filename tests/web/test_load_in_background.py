"""A load in the background: how far it is, one at a time, stopped, and what went wrong."""

import re
import threading

import pytest
from dock_files import csv_text, incident, rows
from web.pages import addresses, words
from web.smallshire import write_lookups

from wardmote.evidence.loading import load_paths
from wardmote.measures.deriving import derive_counts
from wardmote.web.insight.actions.loading import LOADER
from wardmote.web.insight.models.load_job import Counting, LoadJob
from wardmote.web.insight.presenters.under_way import under_way_page
from wardmote.web.insight.queries import waiting

LOG = csv_text([incident(n) for n in range(1, 31)])


class HoldsTheStore:
    """Another process that is loading, for as long as the block lasts."""

    def __init__(self, store):
        self._writing = store.writing()

    def __enter__(self):
        return self._writing.__enter__()

    def __exit__(self, *error):
        return self._writing.__exit__(*error)


class Gate:
    """Holds a load at its first row until it is let go."""

    def __init__(self, monkeypatch):
        self.reached, self.open = threading.Event(), threading.Event()
        true_rows = LoadJob.rows

        def rows_when_open(job, read):
            self.reached.set()
            assert self.open.wait(60)
            true_rows(job, read)

        monkeypatch.setattr(LoadJob, "rows", rows_when_open)


@pytest.fixture
def gate(monkeypatch):
    held = Gate(monkeypatch)
    yield held
    held.open.set()


@pytest.fixture
def first_table(at, tmp_path, monkeypatch):
    """Holds the counting of what is loaded at its first table until it is let go, where it is known what lies where."""
    (tmp_path / "lookups").mkdir()
    write_lookups(tmp_path / "lookups")
    load_paths(at.at.store, [tmp_path / "lookups"])
    reached, is_open, true_advance = threading.Event(), threading.Event(), Counting.advance

    def advance_when_open(counting, what):
        reached.set()
        assert is_open.wait(60)
        true_advance(counting, what)

    monkeypatch.setattr(Counting, "advance", advance_when_open)
    yield reached, is_open
    is_open.set()


def started(at, *files):
    """The page of a load that was begun and is held at its first row."""
    page = at.choose(*files)
    key = page.redirect_chain[-1][0].split("/")[3]
    return at.client.post(f"/loads/files/{key}/load/", follow=True)


def test_a_load_under_way_is_seen_and_renews_itself_without_scripts(at, gate):
    page = started(at, ("watch.csv", LOG))
    assert gate.reached.wait(60)
    page = at.client.get("/loads/under-way/")

    assert "Loading watch.csv" in words(page)
    assert "<progress" in page.text
    assert '<noscript><meta http-equiv="refresh"' in page.text
    assert "A load is under way: see how far it is" in words(at.client.get("/loads/"))

    gate.open.set()
    assert "30 rows read: 30 kept, 0 set aside." in words(at.result(page))


def test_a_second_load_says_plainly_that_one_is_under_way_and_its_files_stay(at, gate):
    started(at, ("watch.csv", LOG))
    assert gate.reached.wait(60)

    second = at.choose(("other.csv", LOG.replace("/2024", "/2023")))
    address = second.redirect_chain[-1][0]
    refused = at.client.post(f"/loads/files/{address.split('/')[3]}/load/")

    assert refused.status_code == 400
    assert "Another load is under way. Wait until it has ended, or stop it, and then load these." in words(refused)
    assert at.client.get(address).status_code == 200


def test_a_load_can_be_stopped_and_leaves_nothing_behind(at, gate):
    started(at, ("watch.csv", LOG))
    assert gate.reached.wait(60)

    page = at.client.post("/loads/under-way/stop/", follow=True)
    assert "The load will stop after the rows that are being read." in words(page)
    gate.open.set()
    page = at.result(page)

    assert "The load was stopped" in words(page)
    assert "Nothing of what was being read was stored." in words(page)
    assert at.at.store.loads() == ()
    again = at.load(at.choose(("watch.csv", LOG)))
    assert "30 rows read: 30 kept, 0 set aside." in words(again)
    assert len(rows(at.at, "row")) == 30


def test_the_counting_after_a_load_is_seen_and_said_to_programs(at, first_table):
    reached, is_open = first_table
    started(at, ("watch.csv", LOG))
    assert reached.wait(60)
    page = at.client.get("/loads/under-way/")

    said = re.search(
        r"The rows are stored\. They are being counted for the measures: 0 of (\d) tables? counted\.", words(page)
    )
    assert said
    assert f'value="0" max="{said[1]}"' in page.text
    assert at.at.store.loads()[-1].kept == 30
    assert LOADER.job.counting.most == int(said[1]) > 0

    is_open.set()
    assert "30 rows read: 30 kept, 0 set aside." in words(at.result(page))


def test_counting_can_be_stopped_and_what_was_loaded_stays_and_is_counted_when_asked_for(at, first_table):
    reached, is_open = first_table
    started(at, ("watch.csv", LOG))
    assert reached.wait(60)

    page = at.client.post("/loads/under-way/stop/", follow=True)
    assert "Counting them will stop after the table that is being counted." in words(page)
    is_open.set()
    page = at.result(page)

    assert "Loaded watch.csv" in words(page)
    assert "30 rows read: 30 kept, 0 set aside." in words(page)
    assert "was stopped: the first page that needs a count makes it." in words(page)
    assert len(rows(at.at, "row")) == 30
    again = Counting(lambda: None)
    derive_counts(at.at.evidence(), progress=again)
    assert again.done == again.most > 0


def test_a_load_by_command_at_the_same_time_is_said(at):
    with HoldsTheStore(at.at.store):
        done = at.load(at.choose(("watch.csv", LOG)))

    assert "Not loaded: watch.csv" in words(done)
    assert "another load is under way. Wait until it has ended." in words(done)


def test_a_fault_of_ours_is_said_on_the_page_and_in_the_window(at, monkeypatch, caplog):
    def breaks(job, read):
        raise ZeroDivisionError

    monkeypatch.setattr(LoadJob, "rows", breaks)
    done = at.load(at.choose(("watch.csv", LOG)))

    assert "Something went wrong on this site" in words(done)
    assert "ZeroDivisionError" in caplog.text
    assert at.at.store.loads() == ()


def test_without_any_load_the_page_goes_to_the_loads(at):
    assert at.client.get("/loads/under-way/").headers["Location"] == "/loads/"


def test_the_result_leads_to_why_rows_were_set_aside(at):
    done = at.load(at.choose(("watch.csv", LOG + "W/99,never,Noise\n")))

    assert "/loads/1/#set-aside" in addresses(done)
    page = at.client.get("/loads/1/")
    assert "Check how it is written" in words(page)


def test_rows_that_nobody_could_count_beforehand_have_no_end(at):
    job = LoadJob(("a.zip",), None)
    job.start("data.police.uk", steps=2)
    job.rows(12_000)

    page = under_way_page(job)

    assert (page.sentence, page.most, page.doing) == ("12,000 rows read.", 0, "Now reading: data.police.uk.")


def test_how_far_it_is_stands_beside_what_is_expected():
    job = LoadJob(("a.csv",), 24_310)
    job.rows(12_000)
    assert (under_way_page(job).sentence, under_way_page(job).most) == ("12,000 of about 24,310 rows read.", 24_310)

    job.rows(13_000)
    assert (under_way_page(job).sentence, under_way_page(job).most) == (
        "25,000 rows read. They are being stored.",
        25_000,
    )


def test_of_a_large_file_only_the_beginning_is_shown_and_all_of_it_loaded(at, monkeypatch):
    monkeypatch.setattr(waiting, "_SHOWN_BYTES", 1_000)
    page = at.choose(("watch.csv", csv_text([incident(n) for n in range(1, 201)])))

    assert re.search(r"Of the first \d\d rows, all will be kept\.", words(page))
    assert "200 rows read: 200 kept, 0 set aside." in words(at.load(page))
