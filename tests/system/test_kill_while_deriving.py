"""The process is killed at random moments while it keeps what it counted: what is read afterwards is right each time."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from evidence_files import content, crime, loaded, street_file

from wardmote.definitions.catalogue import find_measure
from wardmote.evidence.store import Store
from wardmote.evidence.workspace import Workspace
from wardmote.measures import measure_series

KILLS = 30
LSOAS = ("E01015292", "E01015293")
DERIVES_WHEN_TOLD = """
import sys
from pathlib import Path
import wardmote.evidence.duck
from wardmote.evidence.progress import Silent
from wardmote.evidence.workspace import Workspace
from wardmote.measures.deriving import derive_counts
folder, *lsoas = sys.argv[1:]
place = Workspace(Path(folder), "Test", (), tuple(lsoas), {})
print("ready", flush=True)
sys.stdin.readline()
derive_counts(place.evidence(), progress=Silent())
print("done", flush=True)
"""


@pytest.mark.system
@pytest.mark.slow
def test_what_is_read_after_a_kill_is_right(tmp_path):
    rows = [crime(n, **{"LSOA code": LSOAS[n % 2]}) for n in range(300)]
    loaded(Store(tmp_path / "evidence"), street_file(tmp_path / "given", rows))
    place = Workspace(tmp_path, "Test", (), LSOAS, {})
    right, held = figures(place), content(place.store)
    longest, chance, cut_short = derive(place), random.Random(1), 0
    for _ in range(KILLS):
        for path in derived(place):
            path.unlink()
        derive(place, killed_after=chance.uniform(0, 1.1) * longest)
        cut_short += len([path for path in derived(place) if path.suffix == ".parquet"]) < 9
        assert figures(place) == right
        assert content(place.store) == held
    # The kills have to fall before the last file is kept, or they prove little.
    assert cut_short >= KILLS / 4


def figures(place: Workspace) -> list[list[float]]:
    return measure_series(place.evidence(), find_measure("burglary"), by="lsoa").count.tolist()


def derived(place: Workspace) -> list[Path]:
    return sorted((place.folder / "evidence" / "derived").glob("*"))


def derive(place: Workspace, *, killed_after: float | None = None) -> float:
    """Derive in another process, from the word to the end or the kill; the seconds that it took."""
    command = [sys.executable, "-c", DERIVES_WHEN_TOLD, str(place.folder), *LSOAS]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as child:
        assert child.stdin is not None
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        begun = time.perf_counter()
        child.stdin.write("go\n")
        child.stdin.flush()
        if killed_after is None:
            assert child.stdout.readline() == "done\n"
        else:
            time.sleep(killed_after)
            child.kill()
    return time.perf_counter() - begun
