"""The kinds of police.uk file in pandas: their columns, what a row must meet, and how it is stored."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

_CRIME_TYPES = {
    "Anti-social behaviour", "Bicycle theft", "Burglary", "Criminal damage and arson", "Drugs", "Other crime",
    "Other theft", "Possession of weapons", "Public order", "Robbery", "Shoplifting", "Theft from the person",
    "Vehicle crime", "Violence and sexual offences",
}  # fmt: skip
_NAMED_PLACE = ("Longitude", "Latitude", "Location", "LSOA code", "LSOA name")
_SEARCH_COLUMNS = {
    "Type": "search_type",
    "Date": "searched_at",
    "Part of a policing operation": "part_of_operation",
    "Longitude": "longitude",
    "Latitude": "latitude",
    "Gender": "gender",
    "Age range": "age_range",
    "Self-defined ethnicity": "self_defined_ethnicity",
    "Officer-defined ethnicity": "officer_defined_ethnicity",
    "Legislation": "legislation",
    "Object of search": "object_of_search",
    "Outcome": "outcome",
    "Outcome linked to object of search": "is_outcome_linked",
    "Removal of more than just outer clothing": "is_more_than_outer_clothing",
}
_TRUTH = (
    "Part of a policing operation",
    "Outcome linked to object of search",
    "Removal of more than just outer clothing",
)


@dataclass(frozen=True)
class Kind:
    """One kind of file and the table that its rows go to."""

    table: str
    columns: tuple[str, ...]


KINDS = {
    "street": Kind(
        "incidents",
        ("Crime ID", "Month", "Reported by", "Falls within", *_NAMED_PLACE, "Crime type", "Last outcome category"),
    ),
    "outcomes": Kind("outcomes", ("Crime ID", "Month", "Reported by", "Falls within", *_NAMED_PLACE, "Outcome type")),
    "stop-and-search": Kind("stop_and_search", tuple(_SEARCH_COLUMNS)),
}


def checked(kind: Kind, rows: pd.DataFrame) -> pd.Series:
    """Why each row is set aside, or nothing where it is kept; the first reason that applies."""
    longitude, latitude = (pd.to_numeric(rows[name], errors="coerce") for name in ("Longitude", "Latitude"))
    # Of the text too, so that a word in place of a number is not taken for a blank.
    has_longitude, has_latitude = rows["Longitude"].notna(), rows["Latitude"].notna()
    conditions = {
        **_form_conditions(kind, rows),
        "the longitude or latitude is not a number": (has_longitude & longitude.isna())
        | (has_latitude & latitude.isna()),
        "only one of longitude and latitude is given": has_longitude != has_latitude,
        "the point lies outside the United Kingdom (are longitude and latitude the right way round?)": has_longitude
        & ~(longitude.between(-9, 2.5) & latitude.between(49, 61.5)),
    }
    if kind.table != "stop_and_search":
        code = rows["LSOA code"]
        conditions["the LSOA code is not written like one"] = code.notna() & ~code.str.fullmatch(
            r"[EWSN9]\d{2}[0-9A-Z]{6}", na=False
        )
        conditions["the row is of another month than its file"] = _month(rows["Month"]) != rows["month"]
    if kind.table == "incidents":
        conditions["the same crime stands word for word on an earlier row of the file"] = _is_repeated(kind, rows)
    chosen = np.select([one.to_numpy(bool) for one in conditions.values()], list(conditions), default="")
    reason = pd.Series(chosen, index=rows.index)
    return reason.mask(reason == "")


def stored(kind: Kind, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of one slice under the names and types of the table, without the slice's own columns."""
    if kind.table == "stop_and_search":
        return _stored_searches(rows)
    table = pd.DataFrame({"row": rows["row"], "crime_id": rows["Crime ID"]})
    if kind.table == "incidents":
        is_incident = rows["Crime type"] == "Anti-social behaviour"
        table["record"] = np.where(is_incident, "incident", "crime")
        table["crime_type"] = rows["Crime type"]
        table["last_outcome"] = rows["Last outcome category"]
    else:
        table["outcome_type"] = rows["Outcome type"]
    table["longitude"] = pd.to_numeric(rows["Longitude"])
    table["latitude"] = pd.to_numeric(rows["Latitude"])
    table["location"] = rows["Location"].mask(rows["Location"].isin({"No Location", "No location"}))
    table["lsoa_code"] = rows["LSOA code"]
    table["lsoa_name"] = rows["LSOA name"]
    return table


def _stored_searches(rows: pd.DataFrame) -> pd.DataFrame:
    table = rows[[*_SEARCH_COLUMNS, "row"]].rename(columns=_SEARCH_COLUMNS)
    table["searched_at"] = pd.to_datetime(rows["Date"], utc=True).dt.tz_localize(None)
    for name in _TRUTH:
        table[_SEARCH_COLUMNS[name]] = rows[name].str.lower().map({"true": True, "false": False}).astype("boolean")
    for name in ("longitude", "latitude"):
        table[name] = pd.to_numeric(table[name])
    return table


def _form_conditions(kind: Kind, rows: pd.DataFrame) -> dict[str, pd.Series]:
    if kind.table == "stop_and_search":
        return {"the date is not a date and time": pd.to_datetime(rows["Date"], utc=True, errors="coerce").isna()}
    conditions = {
        "the month is not written like 2025-01": _month(rows["Month"]).isna(),
        "no force is named": rows["Reported by"].isna(),
    }
    if kind.table == "outcomes":
        return {**conditions, "no outcome is given": rows["Outcome type"].isna()}
    return {
        **conditions,
        "no crime type is given": rows["Crime type"].isna(),
        "the crime type is not one of the 14 that are published": ~rows["Crime type"].isin(_CRIME_TYPES),
    }


def _month(text: pd.Series) -> pd.Series:
    return pd.to_datetime(text, format="%Y-%m", errors="coerce")


def _is_repeated(kind: Kind, rows: pd.DataFrame) -> pd.Series:
    """Rows with a reference that stand on an earlier row of their file word for word."""
    is_repeated = pd.Series(False, index=rows.index)
    has_id = rows[rows["Crime ID"].notna()]
    suspects = has_id[has_id.duplicated(["file", "Crime ID"], keep=False)]
    is_repeated[suspects.index[suspects.duplicated(["file", *kind.columns])]] = True
    return is_repeated
