"""Telling an earlier release of a month from a later one.

The publisher writes the state of each case on the day of the release. Cases are closed as time goes by, so a release in
which many more are under investigation than in the one held is most likely the earlier of the two.
"""

from collections.abc import Sequence
from pathlib import Path

import duckdb

from wardmote.evidence import duck
from wardmote.evidence.delta import Slice
from wardmote.evidence.store import Writing
from wardmote.evidence.tables import INCIDENTS, Table

OLDER = "more cases are still under investigation than in what it replaced: is this an earlier release?"
# A few cases are opened again; two in a hundred crimes of a month are not.
_MORE_BY_CHANCE = 0.02


class Held:
    """What the store holds of a table before the load: its rows and data files by slice."""

    def __init__(self, writing: Writing, table: Table) -> None:
        self._rows = writing.rows_held(table)
        self._files = writing.files_held(table) if table is INCIDENTS else {}

    def rows(self, slice_: Slice) -> int:
        """How many rows the slice holds."""
        return self._rows.get(slice_, 0)

    def files(self, slice_: Slice) -> Sequence[Path]:
        """The files of the slice, for a table in which a case has a state."""
        return self._files.get(slice_, ())


def is_earlier_release(cursor: duckdb.DuckDBPyConnection, new: Path, *, held: Sequence[Path]) -> bool:
    """Whether many more of a month's crimes are under investigation in the new file than in what the store holds."""
    if not held:
        return False
    before, now = _share_open(cursor, held), _share_open(cursor, [new])
    return before is not None and now is not None and now > before + _MORE_BY_CHANCE


def _share_open(cursor: duckdb.DuckDBPyConnection, paths: Sequence[Path]) -> float | None:
    listed = ", ".join(duck.quoted(str(path)) for path in paths)
    found = cursor.execute(
        f"SELECT avg(CAST(last_outcome = 'Under investigation' AS INTEGER)) FROM read_parquet([{listed}])"
        " WHERE record = 'crime' AND last_outcome IS NOT NULL"
    ).fetchone()
    return None if found is None or found[0] is None else float(found[0])
