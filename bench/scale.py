"""Loading and counting 5, 10 and 20 million invented rows: memory that stays, and time that grows with the rows."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from bench.child import WARDMOTE, Cost, module, run
from bench.line import Line
from bench.places import kept, scratch, workspace

TAKES = "about 10 minutes, and 4 more with 1.1 GB of disk to make the files the first time"
_MILLION = 1_000_000
_ROWS = tuple(int(one) * _MILLION for one in os.environ.get("WARDMOTE_BENCH_MILLIONS", "5 10 20").split())
_ROWS_A_ZIP = 500_000
_LIMIT_MB = 1000
# A load three times as dear a row would not be in proportion; a quarter more is the noise of a shared machine.
_MOST_GROWTH = 1.25
_AREA = "Scaleshire 001"


def lines() -> Iterator[Line]:
    """Each size is loaded into an empty store by one process, then counted by another."""
    zips = _files()
    smallest = 0.0
    for rows in _ROWS:
        with scratch() as folder:
            place = workspace(folder / "workspace", areas=(_AREA,))
            load = run(WARDMOTE, "load", *zips[: rows // _ROWS_A_ZIP], "--workspace", place)
            count = run(WARDMOTE, "measure", "all-crime", "--by", "force", "--as", "csv", "--workspace", place)
        cpu_ms = load.cpu_s / rows * _MILLION
        smallest = smallest or cpu_ms
        yield from _lines_of(rows, load, count, growth=cpu_ms / smallest)


def _lines_of(rows: int, load: Cost, count: Cost, *, growth: float) -> Iterator[Line]:
    what = f"{rows // _MILLION} million rows"
    against = f"limit {_LIMIT_MB} MB"
    wall_ms, cpu_ms = (seconds / rows * _MILLION for seconds in (load.wall_s, load.cpu_s))
    yield Line(f"{what}: load, peak memory", f"{load.peak_mb:.0f} MB", against, load.peak_mb / _LIMIT_MB, 1)
    yield Line(
        f"{what}: load, ms per 1,000 rows",
        f"{wall_ms:.1f} ms (CPU {cpu_ms:.1f} ms)",
        f"CPU at {_ROWS[0] // _MILLION} million rows",
        growth,
        _MOST_GROWTH,
    )
    yield Line(f"{what}: count, peak memory", f"{count.peak_mb:.0f} MB", against, count.peak_mb / _LIMIT_MB, 1)
    yield Line(f"{what}: count, time", count.in_words, "")


def _files() -> list[Path]:
    """The zips, made once and kept; a run that was cut short makes them again."""
    folder = kept(f"scale-{max(_ROWS)}")
    if not folder.exists():
        half_made = folder.with_suffix(".part")
        shutil.rmtree(half_made, ignore_errors=True)
        module("ours.scale_files", half_made, str(max(_ROWS)))
        half_made.rename(folder)
    return sorted(folder.glob("*.zip"))
