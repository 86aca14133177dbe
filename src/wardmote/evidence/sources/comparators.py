"""The areas that a partnership is compared with: a list that somebody named on a day, such as the most similar group."""

from collections.abc import Sequence

from wardmote.evidence.duck import named
from wardmote.evidence.sources.tabular import Plan, TabularSource
from wardmote.evidence.tables import COMPARATORS

_NEEDED = ("comparison", "area", "code", "named_by", "as_of")


class ComparatorForm:
    """One row an area of a comparison: columns `comparison`, `area`, `code`, `named_by` and `as_of` (like 2025-10-01).

    `code` is a local authority's, or a force's short name as data.police.uk spells it. Rows that share a comparison and
    an area are added up: a partnership may span several authorities.
    """

    def plan(self, header: Sequence[str], *, name: str, preamble: str) -> Plan | None:
        if not set(_NEEDED) <= set(header):
            return None
        day = "TRY_CAST(as_of AS DATE)"
        select = f"SELECT comparison, area, trim(code) AS code, named_by, {day} AS as_of FROM kept"
        checks = (
            *((f"{named(column)} IS NULL", f"no {_WORDS[column]} is given") for column in _NEEDED),
            (f"{day} IS NULL", "the day is not written like 2025-10-01"),
            ("NOT regexp_matches(trim(code), '^[EWNS][0-9]{8}$|^[a-z-]+$')", _NO_CODE),
        )
        return Plan(COMPARATORS, ("list",), select, checks)


_WORDS = {
    "comparison": "name of the comparison",
    "area": "area",
    "code": "code",
    "named_by": "word of who named it",
    "as_of": "day",
}
_NO_CODE = "the code is neither a local authority’s nor a force’s short name"
COMPARATOR_LISTS = TabularSource("comparators", "Areas to compare with", (ComparatorForm(),))
