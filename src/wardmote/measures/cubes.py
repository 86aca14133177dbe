"""Cubes: rows of the store counted once by place, month and the fields that measures choose by.

A cube is small (some thousand rows where the store has a million), so that a page or a report that asks for many
measures counts the store once.
"""

from typing import Any

import narwhals as nw

from wardmote.evidence.evidence import Evidence, Frames

# The fields of each table that a measure may choose rows by.
FIELDS: dict[str, tuple[str, ...]] = {
    "incidents": ("record", "crime_type"),
    "outcomes": ("outcome_type",),
    "stop_and_search": ("search_type", "legislation", "object_of_search", "outcome"),
}


def cube(evidence: Evidence, frames: Frames, table: str, *, unit: str) -> nw.LazyFrame[Any]:
    """Counts `n` by force, present-day LSOA (empty where there is no place), month and the table's fields.

    Counted for `unit`: rows; or outcomes, where one outcome of one crime counts once on however many rows it stands.
    """
    name = f"cube_{table}_{unit}"
    evidence.once(name, lambda fresh: _counted(evidence, fresh, table, unit=unit))
    return frames.table(name)


def _counted(evidence: Evidence, frames: Frames, table: str, *, unit: str) -> nw.LazyFrame[Any]:
    rows = frames.table(table)
    if table == "stop_and_search":
        rows = rows.with_columns(unit=nw.lit(None, dtype=nw.String))
    else:
        rows = _with_unit(evidence, frames, rows)
    keys = ["force", "unit", "month", *FIELDS[table]]
    if unit == "outcomes":
        rows = rows.select(*keys, "crime_id").unique()
    return rows.group_by(*keys).agg(n=nw.len())


def _with_unit(evidence: Evidence, frames: Frames, rows: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    rows = rows.join(frames.table("places"), on="lsoa_code", how="left")
    if not evidence.geography.has_split_points:
        return rows
    rows = rows.join(frames.table("split_points"), on=["lsoa_code", "longitude", "latitude"], how="left")
    return rows.with_columns(unit=nw.coalesce(nw.col("split_unit"), nw.col("unit")))
