"""Whether the store holds, row for row, what the pandas script wrote.

`python -m bench.ours.same_rows WORKSPACE FOLDER...` prints the number of street rows, or says what differs.
"""

import sys
from pathlib import Path

from wardmote.evidence.tables import INCIDENTS, OUTCOMES, STOP_AND_SEARCH
from wardmote.evidence.workspace import Workspace

_ASIDE = "regexp_extract(file, '[^/]*$') AS file, row, reason"


def difference(place: Path, folder: Path) -> str:
    """In words; empty where there is none."""
    snapshot = Workspace.open(place).evidence().snapshot
    for table in (INCIDENTS, OUTCOMES, STOP_AND_SEARCH):
        columns = ", ".join(f"CAST({column.name} AS {column.type}) AS {column.name}" for column in table.columns)
        theirs = f"SELECT {columns} FROM read_parquet('{folder}/{table.name}/*/*/*.parquet', hive_partitioning = true)"
        if found := _differ(snapshot, f"SELECT {columns} FROM {table.name}", theirs):
            return f"{found} rows of {table.name} differ between {place} and {folder}"
    theirs = f"SELECT {_ASIDE} FROM read_parquet('{folder}/quarantine/*.parquet')"
    found = _differ(snapshot, f"SELECT {_ASIDE} FROM quarantine", theirs)
    return f"{found} rows set aside differ between {place} and {folder}" if found else ""


def _differ(snapshot, ours: str, theirs: str) -> int:
    both = f"(({ours}) EXCEPT ALL ({theirs})) UNION ALL (({theirs}) EXCEPT ALL ({ours}))"
    return snapshot.rows(f"SELECT count(*) FROM ({both})")[0][0]


def street_rows(place: Path) -> int:
    """Rows read from street files, those set aside included."""
    load = Workspace.open(place).store.load()
    return sum(file.read for file in load.files if file.name.endswith("-street.csv"))


if __name__ == "__main__":
    for peer in sys.argv[2:]:
        if words := difference(Path(sys.argv[1]), Path(peer)):
            sys.exit(words)
    print(f"{street_rows(Path(sys.argv[1])):,}")
