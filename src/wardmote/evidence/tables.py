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
    "VARCHAR[]": "string",
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
OTHER_BASES = Table(
    "other_bases",
    "people in an area other than its residents, such as those who are there on a workday",
    ("edition",),
    (
        _EDITION,
        Column("basis", "VARCHAR", "workday or visitor"),
        Column("kind", "VARCHAR", "geography with its year, such as lsoa21"),
        Column("code", "VARCHAR", "code in it"),
        Column("name", "VARCHAR", "name in it"),
        Column("year", "INTEGER", "the year that they were counted or estimated for"),
        Column("persons", "DOUBLE", "people"),
    ),
)
COMPARATORS = Table(
    "comparators",
    "the areas that the partnership is compared with, as somebody named them on a day",
    ("edition",),
    (
        _EDITION,
        Column("comparison", "VARCHAR", "what they are called, such as most similar group"),
        Column("area", "VARCHAR", "name of the area"),
        Column("code", "VARCHAR", "a local authority’s code, or a force’s short name; several rows make one area"),
        Column("named_by", "VARCHAR", "who named them, and where"),
        Column("as_of", "DATE", "the day they were named"),
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
_SOURCE = Column("source", "VARCHAR", "id of the card that the file was read by, such as police-crimes")
_PERSON_ROLE = Column("role", "VARCHAR", "victim, suspect or caller")
EVENTS = Table(
    "events",
    "partners' records of crimes, incidents, fires, attendances and the like, one row each",
    ("source", "month"),
    (
        _SOURCE,
        Column("month", "DATE", "first day of the month it was recorded in, or occurred in where that is not given"),
        Column("record", "VARCHAR", "crime, incident, fire, attendance, call, collision, exclusion or referral"),
        Column("event", "VARCHAR", "keyed pseudonym of the record's own reference; empty where it has none"),
        Column("category", "VARCHAR", "what it was, in the words of the card's code map"),
        Column("offence_code", "VARCHAR", "Home Office offence code or the partner's own; empty where it has none"),
        Column("occurred_on", "DATE", "the day it happened, or began; empty where that is not known"),
        Column("occurred_hour", "INTEGER", "0 to 23, local time; empty where the time is not known"),
        Column("recorded_on", "DATE", "the day the partner recorded it; empty where that is not given"),
        Column("section", "VARCHAR", "the partner's own sub-area, such as a police section"),
        Column("lsoa_code", "VARCHAR", "LSOA, as given or found from the point; empty where neither is known"),
        Column("longitude", "DOUBLE", "degrees, WGS84, snapped to a grid where the card says so"),
        Column("latitude", "DOUBLE", "degrees, WGS84, snapped to a grid where the card says so"),
        Column("postcode", "VARCHAR", "postcode sector or outward code, such as BH1 2 or BH1; never a whole postcode"),
        Column("place_precision", "VARCHAR", "point, postcode sector, lsoa, section or none"),
        Column("flags", "VARCHAR[]", "what the record says yes to: alcohol, domestic-abuse, knife and so on"),
        Column("answered", "VARCHAR[]", "flags for which the record says yes or no, so that completeness is known"),
        Column("outcome", "VARCHAR", "what became of it, in the words of the card's code map"),
        Column("outcome_on", "DATE", "the day that was decided"),
        Column("amount", "DOUBLE", "pounds, or another amount that the card names"),
        _ROW,
    ),
)
EVENT_PEOPLE = Table(
    "event_people",
    "who was in each event, by pseudonym; joins events by source, month and row",
    ("source", "month"),
    (
        _SOURCE,
        Column("month", "DATE", "as in events"),
        _ROW,
        _PERSON_ROLE,
        Column("person", "VARCHAR", "keyed pseudonym; empty where somebody is named too vaguely to be told apart"),
    ),
)
EPISODES = Table(
    "episodes",
    "people's times on a programme, from referral to completion, one row each",
    ("source",),
    (
        _SOURCE,
        Column("programme", "VARCHAR", "name of the programme or service"),
        Column("person", "VARCHAR", "keyed pseudonym; empty where the person cannot be told apart"),
        Column("referred_on", "DATE", "the day of referral"),
        Column("started_on", "DATE", "the day it began; empty where it did not"),
        Column("completed_on", "DATE", "the day it was completed; empty where it was not"),
        Column("status", "VARCHAR", "how it stands, in the words of the card's code map"),
        Column("linked_person", "VARCHAR", "keyed pseudonym of the other person it is about, such as a partner"),
        _ROW,
    ),
)
TALLIES = Table(
    "tallies",
    "counts and amounts that arrive already added up, one row each",
    ("source", "first"),
    (
        _SOURCE,
        Column("first", "DATE", "first day of the period that was counted"),
        Column("last", "DATE", "last day of the period"),
        Column("item", "VARCHAR", "what was counted, such as incidents, members, places or attended"),
        Column("detail", "VARCHAR", "which of them: an offence code, a course, a scheme; empty for all"),
        Column("area_kind", "VARCHAR", "geography, such as lad or csp; empty for the partnership"),
        Column("area_code", "VARCHAR", "code in it; empty where only a name is given"),
        Column("area_name", "VARCHAR", "name in it, such as a town"),
        Column("value", "DOUBLE", "the count or amount"),
        _ROW,
    ),
)
ANSWERS = Table(
    "answers",
    "what residents answered, one row an answer",
    ("survey", "wave"),
    (
        Column("survey", "VARCHAR", "id of the survey"),
        Column("wave", "VARCHAR", "which time it was asked, such as 2023"),
        Column("respondent", "INTEGER", "number of the respondent in the file, and nothing else about them"),
        Column("question", "VARCHAR", "id of the question"),
        Column("answer", "VARCHAR", "the answer in the words of the survey's card"),
        Column("weight", "DOUBLE", "weight of the respondent; empty where the wave is not weighted"),
    ),
)
PLACE_SETS = Table(
    "place_sets",
    "priority places, chosen before a year and frozen for it",
    ("edition",),
    (
        _EDITION,
        Column("name", "VARCHAR", "name of the set, such as priority-locations"),
        Column("year", "INTEGER", "the calendar year in which the financial year begins"),
        Column("place", "VARCHAR", "name of the place"),
        Column("lsoa_code", "VARCHAR", "an LSOA of the place, by 2011 or 2021 codes"),
    ),
)
PLACE_OUTLINES = Table(
    "place_outlines",
    "priority places drawn as outlines, chosen before a year and frozen for it",
    ("edition",),
    (
        _EDITION,
        Column("name", "VARCHAR", "name of the set, such as priority-locations"),
        Column("year", "INTEGER", "the calendar year in which the financial year begins"),
        Column("place", "VARCHAR", "name of the place"),
        Column("outline", "BLOB", "polygons, WGS84 degrees, well-known binary"),
    ),
)
POSTCODE_SECTORS = Table(
    "postcode_sectors",
    "how many of a postcode sector's postcodes lie in each LSOA; no postcode is stored",
    ("edition",),
    (
        Column("edition", "VARCHAR", "the postcode area, such as BH"),
        Column("sector", "VARCHAR", "postcode sector, such as BH1 2"),
        Column("kind", "VARCHAR", "geography with its year: lsoa21 or lsoa11"),
        Column("lsoa_code", "VARCHAR", "code in it"),
        Column("postcodes", "INTEGER", "postcodes in use; all there were, for a sector with none in use"),
    ),
)
WEIGHTS = Table(
    "weights",
    "how severe each offence is, by the publishers' scales",
    ("edition",),
    (
        _EDITION,
        Column("scale", "VARCHAR", "css (ONS Crime Severity Score) or cchi (Cambridge Crime Harm Index)"),
        Column("code", "VARCHAR", "offence code"),
        Column("name", "VARCHAR", "the offence in the publisher's words"),
        Column("weight", "DOUBLE", "severity: a CSS weight, or days of imprisonment"),
    ),
)
BREAKS = Table(
    "breaks",
    "changes in how things are recorded, defined or drawn, across which figures may not be compared",
    ("edition",),
    (
        _EDITION,
        Column("source", "VARCHAR", "id of the source that it is in"),
        Column("category", "VARCHAR", "the category it is in; empty for all"),
        Column("flag", "VARCHAR", "the flag it is in; empty for none in particular"),
        Column("first_month", "DATE", "first month under the new way"),
        Column("last_month", "DATE", "last month, for what ended again, such as a lockdown"),
        Column("kind", "VARCHAR", "recording, definition, boundary, system or lockdown"),
        Column("reason", "VARCHAR", "what changed, in a sentence"),
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
        OTHER_BASES,
        COMPARATORS,
        DEPRIVATION,
        BOUNDARIES,
        EVENTS,
        EVENT_PEOPLE,
        EPISODES,
        TALLIES,
        ANSWERS,
        PLACE_SETS,
        PLACE_OUTLINES,
        POSTCODE_SECTORS,
        WEIGHTS,
        BREAKS,
        QUARANTINE,
    )
}
