"""The process is killed at random moments of a load, two hundred times on one store.

Each time the store must be readable, hold all of the load or none of it, and take the next load. Children come from a
server that has imported everything, so that the kill falls into the load and not into the start of Python.
"""

import multiprocessing
import random
import time
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from pathlib import Path

import pytest
from evidence_files import content, crime, loaded, street_file

from wardmote.evidence.loading import load_paths
from wardmote.evidence.store import Store

KILLS, ROUNDS = 200, 4
MONTHS = ("2025-01", "2025-02", "2025-03", "2025-04")
ROWS_OF = {"first": 300, "second": 301}


def load_when_told(evidence: Path, given: Path, pipe: Connection) -> None:
    """In the child: say that it is ready, wait for the word, load, and say that it is done."""
    store = Store(evidence)
    pipe.send("ready")
    pipe.recv()
    load_paths(store, [given])
    pipe.send("done")


@pytest.fixture(scope="module")
def processes() -> BaseContext:
    method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(method)
    context.set_forkserver_preload(["wardmote.evidence.loading", "evidence_files", __name__])
    return context


@pytest.fixture(scope="module")
def releases(tmp_path_factory) -> tuple[Path, Path]:
    """Two releases of the same months, of different numbers of rows."""
    folder = tmp_path_factory.mktemp("releases")
    for name, rows in ROWS_OF.items():
        for month in MONTHS:
            street_file(folder / name, [crime(n, Month=month, Location=name) for n in range(rows)], month=month)
    return folder / "first", folder / "second"


@pytest.fixture(scope="module")
def store(releases, tmp_path_factory) -> Store:
    """One store for all of the kills, which holds the first release to begin with."""
    store = Store(tmp_path_factory.mktemp("store") / "evidence")
    loaded(store, releases[0])
    return store


@pytest.mark.system
@pytest.mark.slow
@pytest.mark.parametrize("round_", range(ROUNDS))
def test_a_load_that_is_killed_is_whole_or_not_there(processes, releases, store, tmp_path, round_):
    middle = timed_load(processes, Store(tmp_path / "trial"), releases[0])
    chance = random.Random(round_)
    whole = 0
    for _ in range(KILLS // ROUNDS):
        loads_before = len(store.loads())
        held, coming = releases[(loads_before - 1) % 2], releases[loads_before % 2]
        kill_during_load(processes, store, coming, after=chance.uniform(0, 2) * middle)
        is_there = len(store.loads()) == loads_before + 1
        whole += is_there
        # Loads grow slower with the history of the store, and machines differ: about four in ten are left to end.
        middle *= 0.94 if is_there else 1.04
        assert_holds(store, coming if is_there else held)
        loaded(store, coming)
        assert len(store.loads()) == loads_before + 1
        assert store.loads()[-1].kept == ROWS_OF[coming.name] * len(MONTHS)
    assert not (store.folder / "unpacked").exists()
    # The kills have to fall on both sides of the moment at which a load comes to exist, or they prove little.
    assert KILLS / ROUNDS / 10 <= whole <= KILLS / ROUNDS * 3 / 4


def timed_load(processes: BaseContext, store: Store, given: Path) -> float:
    """How long a load takes in a child, from the word to the end."""
    child, pipe = start(processes, store, given)
    begun = time.perf_counter()
    pipe.send("go")
    assert pipe.recv() == "done"
    took = time.perf_counter() - begun
    child.join()
    return took


def kill_during_load(processes: BaseContext, store: Store, given: Path, *, after: float) -> None:
    child, pipe = start(processes, store, given)
    pipe.send("go")
    time.sleep(after)
    child.kill()
    child.join()
    pipe.close()


def start(processes: BaseContext, store: Store, given: Path) -> tuple[multiprocessing.Process, Connection]:
    ours, theirs = processes.Pipe()
    child = processes.Process(target=load_when_told, args=(store.folder, given, theirs), daemon=True)
    child.start()
    theirs.close()
    assert ours.recv() == "ready"
    return child, ours


def assert_holds(store: Store, release: Path) -> None:
    """The store holds every row of the release and no other, and its newest load says so."""
    rows = ROWS_OF[release.name]
    held = content(store)
    assert len(held) == store.loads()[-1].kept == rows * len(MONTHS)
    assert all(release.name in row for row in held)
