"""Every police.uk measure by LSOA and month: from the store, against pandas from the CSV files."""

import zipfile
from collections.abc import Iterator

from bench.child import Cost, alternate, module
from bench.compared import MEASURES
from bench.line import Line
from bench.places import open_data, scratch, workspace

TAKES = "about 2 minutes"
_TIMES = 3
_COUNCILS = (
    "Bath and North East Somerset", "Bristol, City of", "North Somerset", "South Gloucestershire", "Mendip",
    "Sedgemoor", "South Somerset", "Somerset West and Taunton",
)  # fmt: skip


def lines() -> Iterator[Line]:
    """The work in a fresh process, its libraries being imported on both sides; in a running process; and as a whole.

    The store is opened afresh each time and nothing that was counted is in memory: what a load left on disk is read.
    """
    zip_ = open_data("police_uk/avon-and-somerset.zip")
    lookup = open_data("lookups/LSOA11_WD19_LAD19_EW_LU.csv.gz")
    with scratch() as folder:
        place = workspace(folder / "workspace", areas=_COUNCILS, load=(lookup, zip_))
        with zipfile.ZipFile(zip_) as archive:
            archive.extractall(folder / "csv")
        ours, again, pandas = alternate(
            lambda: module("ours.measures", place),
            lambda: module("ours.measures", "--again", place),
            lambda: module("peers.pandas_measures", folder / "csv", lookup, *_COUNCILS),
            times=_TIMES,
        )
    _require_same(ours, pandas)
    yield from _compared(ours, pandas, again_s=again.stages["again"])


def _compared(ours: Cost, pandas: Cost, *, again_s: float) -> Iterator[Line]:
    ours_s, pandas_s = ours.stages["from the files"], pandas.stages["from the files"]
    what, against = f"{len(MEASURES)} measures, 1,005 LSOAs, 45 months", f"pandas from CSVs {pandas_s:.2f} s"
    yield Line(what, f"{ours_s:.2f} s", against, pandas_s / ours_s, 10, "at least")
    yield Line("the same, in a running process", f"{again_s:.2f} s", against, pandas_s / again_s, 10, "at least")
    # Most of either process is the start of Python and its libraries, which is no part of the work that is compared.
    yield Line(
        "the same, with the start of Python",
        ours.in_words,
        f"pandas from CSVs {pandas.in_words}",
        pandas.wall_s / ours.wall_s,
    )
    yield Line(
        "the same: peak memory",
        f"{ours.peak_mb:.0f} MB",
        f"pandas from CSVs {pandas.peak_mb:.0f} MB",
        ours.peak_mb / pandas.peak_mb,
    )


def _require_same(ours: Cost, pandas: Cost) -> None:
    """Refuse to compare the time of two programs that give different figures."""
    mine, theirs = (
        {line for line in cost.said.splitlines() if not line.startswith("stage")} for cost in (ours, pandas)
    )
    if mine != theirs:
        raise RuntimeError(f"the figures differ: {sorted(mine ^ theirs)[:4]}")
