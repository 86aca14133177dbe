"""The three kinds of file in a data.police.uk download: their columns, their checks, and how they become rows.

Columns are those published in every file from 2018 to 2025. Each check is an SQL condition that a row must not meet,
with the reason in words; the first that it meets puts the row in quarantine.
"""

from dataclasses import dataclass

from wardmote.definitions.vocabulary import read_vocabulary
from wardmote.evidence.duck import quoted
from wardmote.evidence.sources.csv_rows import Check
from wardmote.evidence.tables import INCIDENTS, OUTCOMES, STOP_AND_SEARCH, Table


@dataclass(frozen=True)
class Kind:
    """One kind of file.

    `select` gives the SQL of each stored column, in the table's order, without the slice; `month_sql` the month of a
    row as text like 2025-01, never empty, and `no_month` says what is wrong where it is none. Checks and `select` may
    also use the columns of `POINT`.
    """

    suffix: str
    table: Table
    columns: tuple[str, ...]
    tell_tale: str
    checks: tuple[Check, ...]
    select: dict[str, str]
    force_column: str | None
    month_sql: str
    no_month: str


# Made from the file's columns once, for the checks and for what is stored.
POINT = {"point_x": 'TRY_CAST("Longitude" AS DOUBLE)', "point_y": 'TRY_CAST("Latitude" AS DOUBLE)'}
_PLACE_CHECKS: tuple[Check, ...] = (
    (
        'point_x IS NULL AND "Longitude" IS NOT NULL OR point_y IS NULL AND "Latitude" IS NOT NULL',
        "the longitude or latitude is not a number",
    ),
    ("(point_x IS NULL) <> (point_y IS NULL)", "only one of longitude and latitude is given"),
    (
        "point_x NOT BETWEEN -9 AND 2.5 OR point_y NOT BETWEEN 49 AND 61.5",
        "the point lies outside the United Kingdom (are longitude and latitude the right way round?)",
    ),
)
_LSOA_CHECK: Check = (
    r"""NOT regexp_matches("LSOA code", '^[EWSN9]\d{2}[0-9A-Z]{6}$')""",
    "the LSOA code is not written like one",
)
_PLACE_SELECT = {"longitude": "point_x", "latitude": "point_y"}
_NAMED_PLACE_SELECT = {
    **_PLACE_SELECT,
    "location": 'CASE WHEN lower("Location") = \'no location\' THEN NULL ELSE "Location" END',
    "lsoa_code": '"LSOA code"',
    "lsoa_name": '"LSOA name"',
}
_MONTH = "coalesce(\"Month\", '')"


def _known_crime_types() -> str:
    return ", ".join(quoted(row["crime_type"]) for row in read_vocabulary("crime_types"))


def _incident_types() -> str:
    return ", ".join(quoted(row["crime_type"]) for row in read_vocabulary("crime_types") if row["record"] == "incident")


STREET = Kind(
    suffix="street",
    table=INCIDENTS,
    columns=(
        "Crime ID",
        "Month",
        "Reported by",
        "Falls within",
        "Longitude",
        "Latitude",
        "Location",
        "LSOA code",
        "LSOA name",
        "Crime type",
        "Last outcome category",
    ),
    tell_tale="Crime type",
    checks=(
        ('"Reported by" IS NULL', "no force is named"),
        ('"Crime type" IS NULL', "no crime type is given"),
        (f'"Crime type" NOT IN ({_known_crime_types()})', "the crime type is not one of the 14 that are published"),
        *_PLACE_CHECKS,
        _LSOA_CHECK,
    ),
    select={
        "record": f"CASE WHEN \"Crime type\" IN ({_incident_types()}) THEN 'incident' ELSE 'crime' END",
        "crime_id": '"Crime ID"',
        "crime_type": '"Crime type"',
        **_NAMED_PLACE_SELECT,
        "last_outcome": '"Last outcome category"',
    },
    force_column="Reported by",
    month_sql=_MONTH,
    no_month="the month is not written like 2025-01",
)
OUTCOME = Kind(
    suffix="outcomes",
    table=OUTCOMES,
    columns=(
        "Crime ID",
        "Month",
        "Reported by",
        "Falls within",
        "Longitude",
        "Latitude",
        "Location",
        "LSOA code",
        "LSOA name",
        "Outcome type",
    ),
    tell_tale="Outcome type",
    checks=(
        ('"Reported by" IS NULL', "no force is named"),
        ('"Outcome type" IS NULL', "no outcome is given"),
        *_PLACE_CHECKS,
        _LSOA_CHECK,
    ),
    select={"crime_id": '"Crime ID"', "outcome_type": '"Outcome type"', **_NAMED_PLACE_SELECT},
    force_column="Reported by",
    month_sql=_MONTH,
    no_month="the month is not written like 2025-01",
)


def _is_true(column: str) -> str:
    return f"CASE lower(\"{column}\") WHEN 'true' THEN true WHEN 'false' THEN false END"


# The publisher writes the time in UTC, so the first hour of a summer month stands in UTC's month before. The date in
# London decides the month.
_SEARCHED_AT = "CAST(TRY_CAST(\"Date\" AS TIMESTAMPTZ) AT TIME ZONE 'UTC' AS TIMESTAMP)"
SEARCH = Kind(
    suffix="stop-and-search",
    table=STOP_AND_SEARCH,
    columns=(
        "Type",
        "Date",
        "Part of a policing operation",
        "Latitude",
        "Longitude",
        "Gender",
        "Age range",
        "Self-defined ethnicity",
        "Officer-defined ethnicity",
        "Legislation",
        "Object of search",
        "Outcome",
        "Outcome linked to object of search",
        "Removal of more than just outer clothing",
    ),
    tell_tale="Object of search",
    checks=_PLACE_CHECKS,
    select={
        "search_type": '"Type"',
        "searched_at": _SEARCHED_AT,
        "part_of_operation": _is_true("Part of a policing operation"),
        **_PLACE_SELECT,
        "gender": '"Gender"',
        "age_range": '"Age range"',
        "self_defined_ethnicity": '"Self-defined ethnicity"',
        "officer_defined_ethnicity": '"Officer-defined ethnicity"',
        "legislation": '"Legislation"',
        "object_of_search": '"Object of search"',
        "outcome": '"Outcome"',
        "is_outcome_linked": _is_true("Outcome linked to object of search"),
        "is_more_than_outer_clothing": _is_true("Removal of more than just outer clothing"),
    },
    force_column=None,
    month_sql="coalesce(strftime(TRY_CAST(\"Date\" AS TIMESTAMPTZ) AT TIME ZONE 'Europe/London', '%Y-%m'), '')",
    no_month="the date is not a date and time",
)

KINDS = (STREET, OUTCOME, SEARCH)
