"""The tables of the evidence store: their typed, documented columns and what one slice of each is.

A slice is what a load replaces as a whole: a force's month of incidents, one edition of a lookup.
"""

from dataclasses import dataclass

SQL_TO_DELTA = {
    "VARCHAR": "string",
    "INTEGER": "integer",
    "DOUBLE": "double",
    "BOOLEAN": "boolean",
    "DATE": "date",
    "TIMESTAMP": "timestamp_ntz",
    "BLOB": "binary",
}


@dataclass(frozen=True)
class Column:
    """One column: its DuckDB type and what it holds."""

    name: str
    type: str
    holds: str


@dataclass(frozen=True)
class Table:
    """One table. The columns named in `slice_by` say which slice a row belongs to, and are partitions on disk."""

    name: str
    holds: str
    slice_by: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def stored_columns(self) -> tuple[Column, ...]:
        """The columns inside the data files; those of the slice stand in the path."""
        return tuple(column for column in self.columns if column.name not in self.slice_by)


_FORCE_AND_MONTH = (
    Column("force", "VARCHAR", "the police force's short name, as data.police.uk spells it in file names"),
    Column("month", "DATE", "first day of the month that the file is for"),
)
_PLACE = (
    Column("longitude", "DOUBLE", "degrees, WGS84, snapped by the publisher to a nearby map point"),
    Column("latitude", "DOUBLE", "degrees, WGS84, snapped by the publisher to a nearby map point"),
    Column("location", "VARCHAR", "the publisher's words for the map point; empty where there is none"),
    Column("lsoa_code", "VARCHAR", "LSOA of the map point, 2011 or 2021 codes as published; empty where there is none"),
    Column("lsoa_name", "VARCHAR", "name of that LSOA"),
)
_ROW = Column("row", "INTEGER", "number of the row in its file, the first after the header being 1")
_EDITION = Column("edition", "VARCHAR", "what was published: a lookup, estimate, index or boundary set")

INCIDENTS = Table(
    "incidents",
    "police-recorded crimes and anti-social behaviour incidents, one row each",
    ("force", "month"),
    (
        *_FORCE_AND_MONTH,
        Column("record", "VARCHAR", "crime or incident: anti-social behaviour is an incident"),
        Column("crime_id", "VARCHAR", "the publisher's reference; empty for incidents; not always unique"),
        Column("crime_type", "VARCHAR", "one of the 14 types of data.police.uk"),
        *_PLACE,
        Column("last_outcome", "VARCHAR", "the state of the case when the file was made"),
        _ROW,
    ),
)
OUTCOMES = Table(
    "outcomes",
    "what became of crimes, by the month in which it was decided",
    ("force", "month"),
    (
        *_FORCE_AND_MONTH,
        Column("crime_id", "VARCHAR", "the publisher's reference for the crime"),
        Column("outcome_type", "VARCHAR", "the outcome in the publisher's words"),
        *_PLACE,
        _ROW,
    ),
)
STOP_AND_SEARCH = Table(
    "stop_and_search",
    "stops and searches, without anything that names a person",
    ("force", "month"),
    (
        *_FORCE_AND_MONTH,
        Column("search_type", "VARCHAR", "person, vehicle, or both"),
        Column("searched_at", "TIMESTAMP", "when, UTC"),
        Column("part_of_operation", "BOOLEAN", "whether part of a policing operation"),
        Column("longitude", "DOUBLE", "degrees, WGS84, snapped"),
        Column("latitude", "DOUBLE", "degrees, WGS84, snapped"),
        Column("gender", "VARCHAR", "as published"),
        Column("age_range", "VARCHAR", "as published"),
        Column("self_defined_ethnicity", "VARCHAR", "as published"),
        Column("officer_defined_ethnicity", "VARCHAR", "as published"),
        Column("legislation", "VARCHAR", "the power used"),
        Column("object_of_search", "VARCHAR", "what was looked for"),
        Column("outcome", "VARCHAR", "what followed"),
        Column("is_outcome_linked", "BOOLEAN", "whether the outcome was about the object of the search"),
        Column("is_more_than_outer_clothing", "BOOLEAN", "whether more than outer clothing was removed"),
        _ROW,
    ),
)
AREA_LINKS = Table(
    "area_links",
    "which area lies in which, one row a pair",
    ("edition",),
    (
        _EDITION,
        Column("from_kind", "VARCHAR", "the finer geography with its year, such as lsoa21"),
        Column("from_code", "VARCHAR", "code in it"),
        Column("from_name", "VARCHAR", "name in it"),
        Column("to_kind", "VARCHAR", "the coarser or newer geography, such as lad24"),
        Column("to_code", "VARCHAR", "code in it"),
        Column("to_name", "VARCHAR", "name in it"),
    ),
)
POPULATIONS = Table(
    "populations",
    "residents of an area in a year, in all or by age",
    ("edition",),
    (
        _EDITION,
        Column("kind", "VARCHAR", "geography with its year, such as lsoa21"),
        Column("code", "VARCHAR", "code in it"),
        Column("name", "VARCHAR", "name in it"),
        Column("year", "INTEGER", "the year of the estimate or census"),
        Column("age_from", "INTEGER", "youngest age counted; empty for all ages"),
        Column("age_to", "INTEGER", "oldest age counted; empty for all ages, and for and over"),
        Column("persons", "DOUBLE", "residents"),
    ),
)
DEPRIVATION = Table(
    "deprivation",
    "indices of deprivation",
    ("edition",),
    (
        _EDITION,
        Column("kind", "VARCHAR", "geography with its year, such as lsoa21"),
        Column("code", "VARCHAR", "code in it"),
        Column("domain", "VARCHAR", "overall, income, crime and so on"),
        Column("score", "DOUBLE", "the published score"),
        Column("rank", "INTEGER", "1 is the most deprived in the nation"),
        Column("decile", "INTEGER", "1 is the most deprived tenth of the nation"),
    ),
)
BOUNDARIES = Table(
    "boundaries",
    "outlines of areas for maps, generalised by the publisher",
    ("edition",),
    (
        _EDITION,
        Column("kind", "VARCHAR", "geography with its year, such as lsoa21"),
        Column("code", "VARCHAR", "code in it"),
        Column("name", "VARCHAR", "name in it"),
        Column("outline", "BLOB", "polygons, WGS84 degrees, well-known binary"),
    ),
)
QUARANTINE = Table(
    "quarantine",
    "rows set aside, with the reason in words",
    ("load",),
    (
        Column("load", "INTEGER", "number of the load"),
        Column("file", "VARCHAR", "name of the file"),
        Column("row", "INTEGER", "number of the row in its file, the first after the header being 1"),
        Column("reason", "VARCHAR", "why it was set aside"),
        Column("text", "VARCHAR", "the row as it stood; kept for open data only"),
    ),
)

TABLES = {
    table.name: table
    for table in (
        INCIDENTS,
        OUTCOMES,
        STOP_AND_SEARCH,
        AREA_LINKS,
        POPULATIONS,
        DEPRIVATION,
        BOUNDARIES,
        QUARANTINE,
    )
}
