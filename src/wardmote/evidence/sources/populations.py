"""Populations: mid-year estimates and census counts by area, in all and by single year of age where given."""

import re
from collections.abc import Sequence

from wardmote.evidence.duck import named, quoted
from wardmote.evidence.sources.headings import AreaColumns, area_columns
from wardmote.evidence.sources.tabular import Plan, TabularSource
from wardmote.evidence.tables import POPULATIONS

_TOTALS = ("total_population", "Total", "All Ages", "All ages", "total")
_AGE = re.compile(r"^(\d{1,3})\+?$")
_YEAR = re.compile(r"(?:mid|census|Mid-|mid-)\D?((?:19|20)\d{2})")
_NOMIS_YEAR = re.compile(r'"Date\s*:","(\d{4})"')
_OTHERS = re.compile(r"work.?day|day.?time|visitor", re.IGNORECASE)
_NOMIS_BAND = re.compile(r"^Aged (\d+)(?: years)?(?: to (\d+))?")


def counts_others_than_residents(name: str, preamble: str) -> bool:
    """Whether a table calls itself one of the people who are there by day or on a visit: see `other_bases`."""
    return _OTHERS.search(name) is not None or _OTHERS.search(preamble) is not None


class EstimateForm:
    """One row an area, with a column for all ages and perhaps one for each year of age; the file's name has the year."""

    def plan(self, header: Sequence[str], *, name: str, preamble: str) -> Plan | None:
        areas = area_columns(header)
        total = next((column for column in _TOTALS if column in header), None)
        year = _YEAR.search(name) or _YEAR.search(preamble)
        if not areas or total is None or year is None or counts_others_than_residents(name, preamble):
            return None
        ages = {column: int(found[1]) for column in header if (found := _AGE.match(column))}
        return _plan(areas[0], total, ages, int(year[1]))


class NomisForm:
    """A table as Nomis exports it: title lines above, `Area` and `mnemonic` columns, broad ages."""

    def plan(self, header: Sequence[str], *, name: str, preamble: str) -> Plan | None:
        year = _NOMIS_YEAR.search(preamble)
        if year is None or not {"Area", "mnemonic", "Total"} <= set(header):
            return None
        if counts_others_than_residents(name, preamble):
            return None
        # The table mixes regions with LSOAs; each cell of Area says which geography it is of.
        kind = "regexp_extract(\"Area\", '^([a-z]+)20([0-9]{2}):', 1) || regexp_extract(\"Area\", '^[a-z]+20([0-9]{2}):', 1)"
        select = (
            f"SELECT {kind} AS kind, mnemonic AS code, regexp_replace(\"Area\", '^[a-z0-9]+:', '') AS name,"
            f" {year[1]} AS year, CAST(NULL AS INTEGER) AS age_from, CAST(NULL AS INTEGER) AS age_to,"
            ' CAST("Total" AS DOUBLE) AS persons FROM kept'
        )
        checks = (
            ('"mnemonic" IS NULL OR "Total" IS NULL', "no area code or no total is given"),
            ("NOT regexp_matches(\"Area\", '^[a-z]+20[0-9]{2}:')", "the row is a summary of other rows"),
            ('TRY_CAST("Total" AS DOUBLE) IS NULL', "the total is not a number"),
        )
        return Plan(POPULATIONS, (f"nomis-{year[1]}",), select, checks)


def _plan(area: AreaColumns, total: str, ages: dict[str, int], year: int) -> Plan:
    identity = f"{quoted(area.kind)} AS kind, {named(area.code)} AS code, {_name(area)} AS name, {year} AS year"
    select = (
        f"SELECT {identity}, CAST(NULL AS INTEGER) AS age_from, CAST(NULL AS INTEGER) AS age_to,"
        f" CAST({_number(total)} AS DOUBLE) AS persons FROM kept"
    )
    if ages:
        oldest = max(ages.values())
        listed = ", ".join(f"{_number(column)} AS {named(f'age {age}')}" for column, age in ages.items())
        unpivoted = ", ".join(named(f"age {age}") for age in ages.values())
        select += (
            f" UNION ALL SELECT kind, code, name, year, CAST(age[5:] AS INTEGER) AS age_from,"
            f" CASE WHEN age = 'age {oldest}' THEN NULL ELSE CAST(age[5:] AS INTEGER) END AS age_to, persons"
            f" FROM (UNPIVOT (SELECT {identity}, {listed} FROM kept) ON {unpivoted} INTO NAME age VALUE persons)"
        )
    checks = (
        (f"{named(area.code)} IS NULL", "no area code is given"),
        (f"{_number(total)} IS NULL", "the total is not a number"),
    )
    return Plan(POPULATIONS, (f"{area.kind}-{year}",), select, checks)


def _number(column: str) -> str:
    return f"TRY_CAST(replace({named(column)}, ',', '') AS DOUBLE)"


def _name(area: AreaColumns) -> str:
    return named(area.name) if area.name else "CAST(NULL AS VARCHAR)"


POPULATION_TABLES = TabularSource("populations", "Populations (ONS)", (NomisForm(), EstimateForm()))
