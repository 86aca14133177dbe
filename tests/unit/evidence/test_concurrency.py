"""Two loads at once, a reader during a load, and a load that is stopped by hand or by a full disk."""

import subprocess
import sys
import threading

import pytest
from evidence_files import asked, content, crime, evidence_of, loaded, street_file

from wardmote.errors import StoreError
from wardmote.evidence import ledger
from wardmote.evidence.loading import load_paths
from wardmote.evidence.progress import Silent
from wardmote.evidence.store import Store

WARDMOTE = (sys.executable, "-c", "from wardmote.cli import main; main()")
MONTHS = ("2025-01", "2025-02", "2025-03")


@pytest.fixture
def store(tmp_path) -> Store:
    store = Store(tmp_path / "evidence")
    loaded(store, release(tmp_path, "first", rows=5))
    return store


def release(folder, name: str, *, rows: int):
    """Three months, each of so many rows."""
    for month in MONTHS:
        street_file(folder / name, [crime(n, Month=month, Location=name) for n in range(rows)], month=month)
    return folder / name


class Watcher(Silent):
    """Progress that calls back after the first file."""

    def __init__(self, act) -> None:
        self._act = act

    def advance(self, what: str) -> None:
        """Act once."""
        act, self._act = self._act, lambda: None
        act()


def test_a_second_load_at_the_same_time_is_refused_in_one_sentence(store, tmp_path):
    second = release(tmp_path, "second", rows=6)
    refused = []

    def load_too() -> None:
        try:
            load_paths(Store(store.folder), [second])
        except StoreError as error:
            refused.append(error.sentence)

    load_paths(store, [second], progress=Watcher(load_too))
    assert refused == ["the evidence store: another load is under way. Wait until it has ended."]
    assert [load.kept for load in store.loads()] == [15, 18]


def test_a_reader_during_a_load_sees_what_was_there_before(store, tmp_path):
    before, seen = content(store), []
    load_paths(store, [release(tmp_path, "second", rows=6)], progress=Watcher(lambda: seen.append(content(store))))
    assert seen == [before]
    assert len(content(store)) == 18


def test_an_evidence_that_is_open_stays_as_it_was_when_a_load_ends(store, tmp_path):
    opened = evidence_of(store)
    loaded(store, release(tmp_path, "second", rows=6))
    assert opened.snapshot.rows("SELECT count(*), any_value(location) FROM incidents") == [(15, "first")]
    assert asked(store, "SELECT count(*), any_value(location) FROM incidents") == [(18, "second")]


def test_readers_that_never_stop_see_one_release_or_the_other(store, tmp_path):
    releases = [release(tmp_path, "second", rows=6), tmp_path / "first"]
    seen: set[tuple[object, ...]] = set()
    is_over = threading.Event()

    def read() -> None:
        while not is_over.is_set():
            seen.update(asked(Store(store.folder), "SELECT count(*), count(DISTINCT location) FROM incidents"))

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    for number in range(6):
        loaded(store, releases[number % 2])
    is_over.set()
    for reader in readers:
        reader.join()
    assert seen <= {(15, 1), (18, 1)}


def test_a_load_that_is_stopped_by_hand_leaves_nothing(store, tmp_path):
    before = store.loads(), content(store), files_of(store)

    def stop() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        load_paths(store, [release(tmp_path, "second", rows=6)], progress=Watcher(stop))
    assert (store.loads(), content(store), files_of(store)) == before


def files_of(store: Store) -> set[str]:
    return {path.relative_to(store.folder).as_posix() for path in store.folder.rglob("*.parquet")}


def test_a_stop_just_after_the_ledger_was_written_does_not_take_the_load_back(store, tmp_path, monkeypatch):
    def append_and_stop(folder, load) -> None:
        ledger.append_load(folder, load)
        raise KeyboardInterrupt

    monkeypatch.setattr("wardmote.evidence.store.append_load", append_and_stop)
    with pytest.raises(KeyboardInterrupt):
        load_paths(store, [release(tmp_path, "second", rows=6)])
    assert store.loads()[-1].kept == len(content(store)) == 18


def test_a_stop_between_a_table_and_the_ledger_is_undone_by_the_next_load(store, tmp_path, monkeypatch):
    def stop(folder, load) -> None:
        raise KeyboardInterrupt

    second, before = release(tmp_path, "second", rows=6), content(store)
    with monkeypatch.context() as patched:
        patched.setattr("wardmote.evidence.store.append_load", stop)
        with pytest.raises(KeyboardInterrupt):
            load_paths(store, [second])
    assert content(store) == before
    third = release(tmp_path, "third", rows=7)
    loaded(store, third)
    assert len(content(store)) == 21


def test_control_c_is_told_in_one_sentence(tmp_path):
    """The signal is sent when the load has read its third file and is about to remove what it had unpacked of it."""
    subprocess.run([*WARDMOTE, "init", "here", "--area", "Anywhere"], cwd=tmp_path, check=True, stdout=-3)
    for year in range(2020, 2025):
        street_file(tmp_path / "given", [crime(n, Month=f"{year}-01") for n in range(5)], month=f"{year}-01")
    unpacked = tmp_path / "here" / "evidence" / "unpacked"
    code = (
        "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler);"
        "third = sys.argv.pop();"
        "sys.addaudithook(lambda event, given:"
        " signal.raise_signal(signal.SIGINT) if event == 'os.remove' and given[0] == third else None);"
        "from wardmote.cli import main; main()"
    )
    loading = subprocess.run(
        [sys.executable, "-c", code, "load", "given", str(unpacked / "000002.csv")],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    said = "Stopped. Nothing was left half-done.\n"
    assert (loading.returncode, loading.stdout, loading.stderr) == (130, "", said)
    assert Store(tmp_path / "here" / "evidence").loads() == ()
    assert not unpacked.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot limit the size of a process's files.")
def test_a_disk_that_is_full_is_told_in_one_sentence_and_leaves_nothing(store, tmp_path):
    rows = [crime(n * 7919 % 100_003) for n in range(5_000)]
    street_file(tmp_path / "large", rows)
    before = store.loads(), content(store), files_of(store)
    code = (
        "import resource, signal, sys; from pathlib import Path; from wardmote.errors import StoreError;"
        "from wardmote.evidence.loading import load_paths; from wardmote.evidence.store import Store;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))\n"
        "try: load_paths(Store(Path(sys.argv[1])), [Path(sys.argv[2])])\n"
        "except StoreError as error: print(error.sentence)"
    )
    said = subprocess.run(
        [sys.executable, "-c", code, str(store.folder), str(tmp_path / "large")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.stderr == ""
    assert said.stdout == (
        "the evidence store: nothing was loaded, because the disk refused ([Errno 27] File too large)."
        " Free some space, or check who may write there.\n"
    )
    assert (store.loads(), content(store), files_of(store)) == before
