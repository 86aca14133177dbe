"""The pages of the site: the first look after it starts, and every look after that."""

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from urllib.request import urlopen

from bench.assess import bristol
from bench.child import WARDMOTE
from bench.line import Line
from bench.places import scratch

TAKES = "about a minute"
_TIMES = 9
_LIMIT_S = 0.3
_PAGES = {
    "overview": "",
    "all measures": "measures/",
    "a measure": "measures/burglary/",
    "a measure, its map of LSOAs": "measures/burglary/?by=lsoa",
    "loads": "loads/",
}


def lines() -> Iterator[Line]:
    """Of each page the median of several looks, with the first beside it."""
    with scratch() as folder, served(bristol(folder / "workspace")) as address:
        for name, path in _PAGES.items():
            first = _seconds(address + path)
            warm = median(_seconds(address + path) for _ in range(_TIMES))
            ours = f"{warm * 1000:.0f} ms (first {first:.2f} s)"
            yield Line(f"page: {name}", ours, f"limit {_LIMIT_S * 1000:.0f} ms", warm / _LIMIT_S, 1)


def _seconds(address: str) -> float:
    start = time.perf_counter()
    with urlopen(address) as answer:
        answer.read()
    return time.perf_counter() - start


@contextmanager
def served(place: Path) -> Iterator[str]:
    """The address at which the site of a workspace answers."""
    command = [WARDMOTE, "serve", "--workspace", str(place), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as process:
        try:
            assert process.stdout is not None
            yield process.stdout.readline().split()[1]
        finally:
            process.terminate()
