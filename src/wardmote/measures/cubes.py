"""Cubes: rows of the store counted once by place, month and the fields that measures choose by.

A cube is small (some thousand rows where the store has a million), so that a page or a report that asks for many
measures counts the store once.
"""

from dataclasses import dataclass
from typing import Any

import narwhals as nw

from wardmote.evidence.evidence import Evidence, Frames


@dataclass(frozen=True)
class Countable:
    """A table that measures count.

    `sender` is the column that says whose files the rows came in, whose months say what is loaded; `fields` are those
    that a measure may choose rows by, and `has_flags` whether it may choose by flags as well.
    """

    sender: str
    fields: tuple[str, ...]
    has_flags: bool = False


TABLES: dict[str, Countable] = {
    "incidents": Countable("force", ("record", "crime_type")),
    "outcomes": Countable("force", ("outcome_type",)),
    "stop_and_search": Countable("force", ("search_type", "legislation", "object_of_search", "outcome")),
    "events": Countable("source", ("source", "record", "category", "offence_code", "outcome"), has_flags=True),
    "tallies": Countable("source", ("source", "item")),
}


def cube(evidence: Evidence, frames: Frames, table: str, *, unit: str) -> nw.LazyFrame[Any]:
    """Counts `n` by sender, present-day LSOA (empty where there is no place), month and the table's fields.

    Counted for `unit`: rows; or outcomes, where one outcome of one crime counts once on however many rows it stands.
    Tallies are added up, not counted.
    """
    name = f"cube_{table}_{unit}"
    evidence.once(name, lambda fresh: _counted(evidence, fresh, table, unit=unit))
    return frames.table(name)


def _counted(evidence: Evidence, frames: Frames, table: str, *, unit: str) -> nw.LazyFrame[Any]:
    countable = TABLES[table]
    rows = placed_rows(evidence, frames, table)
    keys = list(dict.fromkeys((countable.sender, "unit", "section", "month", *countable.fields)))
    keys += ["flags", "answered"] if countable.has_flags else []
    keys += ["area_kind", "area_code"] if table == "tallies" else []
    if unit == "outcomes":
        rows = rows.select(*keys, "crime_id").unique()
    return rows.group_by(*keys).agg(n=nw.col("value").sum() if table == "tallies" else nw.len())


def placed_rows(evidence: Evidence, frames: Frames, table: str) -> nw.LazyFrame[Any]:
    """The rows of a table with the present-day LSOA of each in `unit`, and the section that a partner gave."""
    rows = frames.table(table)
    if table == "stop_and_search":
        return rows.with_columns(unit=nw.lit(None, dtype=nw.String), section=nw.lit(None, dtype=nw.String))
    if table == "tallies":
        month = nw.col("first").dt.truncate("1mo").cast(nw.Date)
        rows = rows.with_columns(month=month, lsoa_code=nw.col("area_code"), section=nw.col("area_name"))
        return rows.join(frames.table("places"), on="lsoa_code", how="left")
    rows = rows.join(frames.table("places"), on="lsoa_code", how="left")
    if table != "events":
        rows = rows.with_columns(section=nw.lit(None, dtype=nw.String))
    if table == "events" or not evidence.geography.has_split_points:
        return rows
    rows = rows.join(frames.table("split_points"), on=["lsoa_code", "longitude", "latitude"], how="left")
    return rows.with_columns(unit=nw.coalesce(nw.col("split_unit"), nw.col("unit")))
