"""People in an area other than its residents: those who are there on a workday, and those who visit."""

import re
from collections.abc import Sequence

from wardmote.evidence.duck import named, quoted
from wardmote.evidence.sources.headings import AreaColumns, area_columns
from wardmote.evidence.sources.tabular import Plan, TabularSource
from wardmote.evidence.tables import OTHER_BASES

_PERSONS = ("persons", "people", "Total", "total", "All usual residents", "total_population", "visits")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_BASES = {"workday": re.compile(r"work.?day|day.?time", re.IGNORECASE), "visitor": re.compile("visitor", re.IGNORECASE)}


class NamedBasisForm:
    """One row an area, with columns `basis` (workday or visitor), `year` and `persons`."""

    def plan(self, header: Sequence[str], *, name: str, preamble: str) -> Plan | None:
        areas, persons = area_columns(header), _persons(header)
        if not areas or persons is None or not {"basis", "year"} <= set(header):
            return None
        year = "TRY_CAST(year AS INTEGER)"
        checks = (
            ("coalesce(lower(basis), '') NOT IN ('workday', 'visitor')", "the basis is neither workday nor visitor"),
            (f"{year} IS NULL", "no year is given"),
        )
        return _plan(areas[0], persons, basis="lower(basis)", year=year, edition="named", checks=checks)


class PublishedForm:
    """A table that calls itself one of the workday or the visiting population, with the year in its name or title."""

    def plan(self, header: Sequence[str], *, name: str, preamble: str) -> Plan | None:
        said = f"{name} {preamble}"
        basis = next((basis for basis, words in _BASES.items() if words.search(said)), None)
        areas, persons, year = area_columns(header), _persons(header), _YEAR.search(said)
        if basis is None or not areas or persons is None or year is None:
            return None
        edition = f"{basis}-{areas[0].kind}-{year[0]}"
        return _plan(areas[0], persons, basis=quoted(basis), year=year[0], edition=edition, checks=())


def _persons(header: Sequence[str]) -> str | None:
    return next((column for column in _PERSONS if column in header), None)


def _plan(
    area: AreaColumns, persons: str, *, basis: str, year: str, edition: str, checks: tuple[tuple[str, str], ...]
) -> Plan:
    number = f"TRY_CAST(replace({named(persons)}, ',', '') AS DOUBLE)"
    name = named(area.name) if area.name else "CAST(NULL AS VARCHAR)"
    select = (
        f"SELECT {basis} AS basis, {quoted(area.kind)} AS kind, {named(area.code)} AS code, {name} AS name,"
        f" {year} AS year, {number} AS persons FROM kept"
    )
    needed = ((f"{named(area.code)} IS NULL", "no area code is given"), (f"{number} IS NULL", _NO_NUMBER))
    return Plan(OTHER_BASES, (edition,), select, (*needed, *checks))


_NO_NUMBER = "the number of people is not a number"
OTHER_BASIS_TABLES = TabularSource(
    "other-bases", "People by day and visitors (ONS, partners)", (NamedBasisForm(), PublishedForm())
)
