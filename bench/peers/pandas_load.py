"""A pandas script that gives the rows that Wardmote gives: the same checks, repeats, quarantine and slices.

It reads every file, then works on whole columns, as a pandas user would. With `--by-file` it works file by file, which
holds less at a time.

`python -m bench.peers.pandas_load [--by-file] ZIP FOLDER`
"""

import re
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd

from bench.peers.pandas_kinds import KINDS, Kind, checked, stored

_NAME = re.compile(r"(?P<month>\d{4}-\d{2})-(?P<force>[a-z-]+?)-(?P<kind>street|outcomes|stop-and-search)\.csv$")


def read_files(path: Path) -> Iterator[tuple[Kind, pd.DataFrame]]:
    """Each file of the zip as text columns, with its name, row number, force and month beside them."""
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            found = _NAME.search(name)
            if found is None:
                continue
            kind = KINDS[found["kind"]]
            with archive.open(name) as stream:
                rows = pd.read_csv(stream, usecols=list(kind.columns), dtype="str", engine="pyarrow")
            rows["file"] = pd.Categorical([name]).repeat(len(rows))
            rows["row"] = np.arange(1, len(rows) + 1, dtype="int32")
            rows["force"] = pd.Categorical([found["force"]]).repeat(len(rows))
            rows["month"] = pd.Timestamp(found["month"] + "-01")
            yield kind, rows


def write(kind: Kind, rows: pd.DataFrame, folder: Path, *, part: str) -> None:
    """Write the kept rows in a slice for each force and month, and the others with their reasons."""
    reason = checked(kind, rows)
    kept = rows[reason.isna()]
    for (force, month), slice_ in kept.groupby(["force", "month"], observed=True):
        place = folder / kind.table / f"force={force}" / f"month={month:%Y-%m-%d}"
        place.mkdir(parents=True, exist_ok=True)
        stored(kind, slice_).to_parquet(place / f"{part}.parquet", compression="zstd", index=False)
    if len(kept) < len(rows):
        aside = rows.loc[reason.notna(), ["file", "row"]].assign(reason=reason)
        aside["text"] = rows[list(kind.columns)].loc[aside.index].fillna("").agg(",".join, axis=1)
        (folder / "quarantine").mkdir(exist_ok=True)
        aside.to_parquet(folder / "quarantine" / f"{kind.table}-{part}.parquet", compression="zstd", index=False)


def load(path: Path, folder: Path, *, is_by_file: bool) -> None:
    """Turn the zip into Parquet under `folder`."""
    if is_by_file:
        for i, (kind, rows) in enumerate(read_files(path)):
            write(kind, rows, folder, part=str(i))
        return
    frames: dict[Kind, list[pd.DataFrame]] = {}
    for kind, rows in read_files(path):
        frames.setdefault(kind, []).append(rows)
    for kind, parts in frames.items():
        write(kind, pd.concat(parts, ignore_index=True), folder, part="all")


if __name__ == "__main__":
    load(Path(sys.argv[-2]), Path(sys.argv[-1]), is_by_file="--by-file" in sys.argv)
