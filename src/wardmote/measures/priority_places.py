"""Priority places: which rows lie in the places that a measure counts within, as they were frozen for the row's year."""

from typing import Any

import narwhals as nw

from wardmote.definitions.measure import Filter
from wardmote.evidence.evidence import Evidence, Frames


def in_places(rows: nw.LazyFrame[Any], what: Filter, *, frames: Frames) -> nw.LazyFrame[Any]:
    """Rows in the priority places that a filter names, if any: in a listed LSOA, or in an outline.

    A row with a point lies in an outline if its point does, and one that has an LSOA only if the whole LSOA does.
    """
    if what.within is None:
        return rows
    columns = rows.collect_schema().names()
    is_inside = (nw.col("lies") == "inside") & ~has_point(columns) & is_of_lsoa(columns)
    is_counted = (nw.col("lies") == "listed") | nw.col("is_in_outline") | is_inside
    return beside_places(rows, what, frames=frames).filter(is_counted).drop("lies", "is_in_outline")


def beside_places(rows: nw.LazyFrame[Any], what: Filter, *, frames: Frames) -> nw.LazyFrame[Any]:
    """The rows with how the LSOA of each `lies` to the places of the row's year, and whether its point `is_in_outline`."""
    year, month = nw.col("month").dt.year(), nw.col("month").dt.month()
    rows = rows.with_columns(year=nw.when(month < 4).then(year - 1).otherwise(year).cast(nw.Int32))
    units = frames.table("set_units").filter(nw.col("name") == what.within).select("unit", "year", "lies")
    rows = rows.join(units, on=["unit", "year"], how="left")
    if "longitude" not in rows.collect_schema().names():
        return rows.with_columns(is_in_outline=nw.lit(value=False))
    points = frames.table("set_points").filter(nw.col("name") == what.within)
    points = points.select("year", "longitude", "latitude", is_in_outline=nw.lit(value=True))
    return rows.join(points, on=["year", "longitude", "latitude"], how="left")


def priority_years(evidence: Evidence) -> dict[str, frozenset[int]]:
    """The financial years, by the year in which each begins, for which a set of places is known, by the set's name."""
    rows: Any = evidence.snapshot.rows(
        "SELECT name, list(DISTINCT year) FROM (SELECT name, year FROM place_sets"
        " UNION ALL SELECT name, year FROM place_outlines) GROUP BY name"
    )
    return {name: frozenset(years) for name, years in rows}


def has_point(columns: list[str]) -> nw.Expr:
    """Whether a row has a point; none of a table without them has."""
    return ~nw.col("longitude").is_null() if "longitude" in columns else nw.lit(value=False)


def is_of_lsoa(columns: list[str]) -> nw.Expr:
    """Whether the LSOA of a row is its own, and not the one that fits its postcode sector best."""
    return nw.col("place_precision") != "postcode sector" if "place_precision" in columns else nw.lit(value=True)
