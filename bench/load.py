"""Loading 45 months of one force, against bare DuckDB and against pandas."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from bench.child import WARDMOTE, Cost, alternate, module, run
from bench.line import Line
from bench.places import open_data, scratch, workspace

TAKES = "about 2 minutes"
_TIMES = 3


def lines() -> Iterator[Line]:
    """Time, CPU seconds and peak memory of whole processes, each into an empty folder."""
    zip_ = open_data("police_uk/avon-and-somerset.zip")
    with scratch() as folder:
        rows = _check_same_rows(zip_, folder)
        ours, duckdb, pandas, by_file = alternate(
            lambda: _wardmote(zip_, folder),
            lambda: _peer("duckdb_load", zip_, folder),
            lambda: _peer("pandas_load", zip_, folder),
            lambda: _peer("pandas_load", zip_, folder, "--by-file"),
            times=_TIMES,
        )
    yield Line(f"{rows} rows: time", ours.in_words, f"bare DuckDB {duckdb.in_words}", ours.wall_s / duckdb.wall_s, 2)
    yield Line("the same: CPU seconds", _cpu(ours), f"bare DuckDB {_cpu(duckdb)}", ours.cpu_s / duckdb.cpu_s)
    yield Line("the same: time", ours.in_words, f"pandas {pandas.in_words}", ours.wall_s / pandas.wall_s, 1)
    yield Line("the same: peak memory", _peak(ours), f"pandas {_peak(pandas)}", ours.peak_mb / pandas.peak_mb, 0.5)
    yield Line("the same: time", ours.in_words, f"pandas by file {by_file.in_words}", ours.wall_s / by_file.wall_s)
    yield Line("the same: peak memory", _peak(ours), f"pandas by file {_peak(by_file)}", ours.peak_mb / by_file.peak_mb)


def _check_same_rows(zip_: Path, folder: Path) -> str:
    """Refuse to time two programs that give different rows; how many street rows there are."""
    place = workspace(folder / "workspace", areas=("Bristol, City of",), load=(zip_,))
    module("peers.pandas_load", zip_, folder / "whole")
    module("peers.pandas_load", "--by-file", zip_, folder / "by-file")
    said = module("ours.same_rows", place, folder / "whole", folder / "by-file").said
    for name in ("workspace", "whole", "by-file"):
        shutil.rmtree(folder / name)
    return said.strip()


def _wardmote(zip_: Path, folder: Path) -> Cost:
    place = workspace(folder / "workspace", areas=("Bristol, City of",))
    try:
        return run(WARDMOTE, "load", zip_, "--workspace", place)
    finally:
        shutil.rmtree(place)


def _peer(name: str, zip_: Path, folder: Path, *options: str) -> Cost:
    try:
        return module(f"peers.{name}", *options, zip_, folder / "peer")
    finally:
        shutil.rmtree(folder / "peer")


def _cpu(cost: Cost) -> str:
    return f"{cost.cpu_s:.2f} s"


def _peak(cost: Cost) -> str:
    return f"{cost.peak_mb:.0f} MB"
