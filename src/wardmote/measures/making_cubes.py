"""Making cubes: the rows of the store counted once, and kept on disk for whoever asks the next time."""

import hashlib
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from wardmote.definitions.measure import Filter
from wardmote.evidence.evidence import Evidence, Frames
from wardmote.measures.cubes import TABLES, Cube
from wardmote.measures.packing import packed, unpacked
from wardmote.measures.priority_places import in_places

if TYPE_CHECKING:
    import narwhals as nw


def cube(evidence: Evidence, what: Filter) -> Cube:
    """What all measures of the same rows are added up from: for partnerships and the areas within them.

    Of police files, only what the home forces recorded: those of other forces may be loaded for some months and not
    for others. Counted for the filter's unit: rows; or outcomes, where one outcome of one crime counts once on however
    many rows it stands. Tallies are added up, not counted.
    """
    return _remembered(evidence, what, placed_by=TABLES[what.table].placed_by)


def cube_of_forces(evidence: Evidence, what: Filter) -> Cube:
    """The same by police force, of all forces that are loaded."""
    return _remembered(evidence, what, placed_by=("force",))


def _remembered(evidence: Evidence, what: Filter, *, placed_by: tuple[str, ...]) -> Cube:
    question = ("cube", what.table, what.unit, what.within, placed_by)
    return evidence.remember(question, lambda: _kept(evidence, what, placed_by=placed_by))


def _kept(evidence: Evidence, what: Filter, *, placed_by: tuple[str, ...]) -> Cube:
    words = ["counts", what.table, what.unit, *(["of-forces"] if placed_by == ("force",) else [])]
    if what.within is not None:
        words.append(hashlib.sha256(what.within.encode()).hexdigest()[:8])
    fields = TABLES[what.table].chosen_by
    kept = evidence.derive(
        "-".join(words),
        lambda: packed(Cube.of(_counted(evidence, what, placed_by=placed_by), placed_by=placed_by, fields=fields)),
        question=[fields, placed_by, what.within],
        made_from=(what.table,),
    )
    return unpacked(kept)


def _counted(evidence: Evidence, what: Filter, *, placed_by: tuple[str, ...]) -> pa.Table:
    import narwhals as nw

    countable, frames = TABLES[what.table], evidence.frames()
    rows = in_places(placed_rows(evidence, frames, what.table), what, frames=frames)
    if countable.is_by_force and placed_by != ("force",):
        rows = rows.filter(nw.col("force").is_in(evidence.geography.home_forces))
    keys = list(dict.fromkeys([*placed_by, "month", *countable.chosen_by]))
    if what.unit == "outcomes":
        rows = rows.select("force", *keys, "crime_id").unique()
    n = nw.col("value").sum() if what.table == "tallies" else nw.len()
    counted = rows.group_by(*keys).agg(n=n.cast(nw.Float64)).with_columns(n=nw.col("n").fill_null(float("nan")))
    table: pa.Table = counted.collect("pyarrow").to_native()
    return table


def placed_rows(evidence: Evidence, frames: Frames, table: str) -> "nw.LazyFrame[Any]":
    """The rows of a table with the present-day LSOA of each in `unit` (none where it has no place).

    Of a record with no more than a postcode sector it is the LSOA that fits the sector best.
    """
    import narwhals as nw

    rows = frames.table(table)
    if table == "stop_and_search":
        return rows.with_columns(unit=nw.lit(None, dtype=nw.String))
    if table == "tallies":
        month = nw.col("first").dt.truncate("1mo").cast(nw.Date)
        rows = rows.with_columns(month=month, lsoa_code=nw.col("area_code"), section=nw.col("area_name"))
    rows = rows.join(frames.table("places"), on="lsoa_code", how="left")
    if table == "events":
        sectors = frames.table("sector_units").select("postcode", sector_unit=nw.col("unit"))
        by_sector = nw.when(nw.col("place_precision") == "postcode sector").then(nw.col("sector_unit"))
        rows = rows.join(sectors, on="postcode", how="left").with_columns(unit=by_sector.otherwise(nw.col("unit")))
    if not TABLES[table].is_by_force or not evidence.geography.has_split_points:
        return rows
    rows = rows.join(frames.table("split_points"), on=["lsoa_code", "longitude", "latitude"], how="left")
    return rows.with_columns(unit=nw.coalesce(nw.col("split_unit"), nw.col("unit")))
