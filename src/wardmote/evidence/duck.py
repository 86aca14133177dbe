"""The DuckDB connections that read and write evidence, with their limits set in one place.

Python values go in as parameters (lists with `unnest`) and not as Arrow: to look at a Python value, Arrow imports
pandas wherever it is installed, which takes longer than most queries.
"""

import os
import tempfile
from pathlib import Path

import duckdb

MEMORY_LIMIT = "400MB"
THREADS = 2
# Level 1 packs these rows as small as the default level 3 does, in two thirds of the time.
PARQUET = "(FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1)"


def connect(
    *, spill_to: Path | None = None, may_spill: bool = True, memory_limit: str = MEMORY_LIMIT
) -> duckdb.DuckDBPyConnection:
    """A connection that stays within its memory and needs nothing from outside.

    One that may not spill writes nothing to disk, whatever it holds: for files about people.
    """
    config: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": memory_limit,
        "threads": THREADS,
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
    }
    # DuckDB would otherwise spill into whatever folder the command was given in.
    ours = spill_to or Path(tempfile.gettempdir()) / f"wardmote-{os.getpid()}"
    config["temp_directory"] = str(ours) if may_spill else ""
    return duckdb.connect(config=config)


def quoted(text: str) -> str:
    """`text` as an SQL string."""
    return "'" + text.replace("'", "''") + "'"


def named(identifier: str) -> str:
    """`identifier` as an SQL name."""
    return '"' + identifier.replace('"', '""') + '"'
