"""Priority places as a list of LSOAs, one row a place, LSOA and financial year."""

from collections.abc import Sequence

from wardmote.evidence.duck import named, quoted
from wardmote.evidence.sources.tabular import Plan, TabularSource
from wardmote.evidence.tables import PLACE_SETS

YEAR = ("Year", "year", "Financial Year")
_LSOA = ("LSOA Code", "lsoa_code", "LSOA21CD", "LSOA")
# The heading of the column with the places says which set it is.
SETS = {"Priority Location": "priority-locations", "priority_location": "priority-locations"}


class PlaceListForm:
    """Columns for the year (like 2024-25), the place under the heading of its set, and the LSOA."""

    def plan(self, header: Sequence[str], *, name: str, preamble: str) -> Plan | None:
        year, lsoa, place = (next((one for one in known if one in header), None) for known in (YEAR, _LSOA, SETS))
        if year is None or lsoa is None or place is None:
            return None
        start = f"TRY_CAST(left({named(year)}, 4) AS INTEGER)"
        select = (
            f"SELECT {quoted(SETS[place])} AS name, {start} AS year, {named(place)} AS place,"
            f" {named(lsoa)} AS lsoa_code FROM kept"
        )
        checks = (
            (f"{start} IS NULL OR NOT regexp_matches({named(year)}, '^20[0-9]{{2}}-[0-9]{{2}}$')", _NO_YEAR),
            (f"{named(lsoa)} IS NULL", "no LSOA code is given"),
        )
        return Plan(PLACE_SETS, (SETS[place],), select, checks)


_NO_YEAR = "the year is not written like 2024-25"
PLACE_LISTS = TabularSource("place-sets", "Priority places", (PlaceListForm(),))
