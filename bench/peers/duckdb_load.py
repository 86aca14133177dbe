"""Bare DuckDB turns a police.uk zip into Parquet, one file a kind: nothing is checked, superseded or set aside.

`python -m bench.peers.duckdb_load ZIP FOLDER`
"""

import sys
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

_KINDS = ("street", "outcomes", "stop-and-search")


def load(path: Path, folder: Path) -> None:
    """Unpack the zip and copy the files of each kind into `folder`/kind.parquet."""
    folder.mkdir(parents=True)
    with TemporaryDirectory(dir=folder.parent) as unpacked, duckdb.connect() as connection:
        with zipfile.ZipFile(path) as archive:
            archive.extractall(unpacked)
        for kind in _KINDS:
            # Naming no types saves the sniffing, which would double the time.
            connection.execute(
                f"COPY (FROM read_csv('{unpacked}/*/*-{kind}.csv', all_varchar = true, header = true))"
                f" TO '{folder}/{kind}.parquet' (COMPRESSION zstd)"
            )


if __name__ == "__main__":
    load(Path(sys.argv[1]), Path(sys.argv[2]))
