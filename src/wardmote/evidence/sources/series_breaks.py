"""The register of series breaks: a partnership's own list of changes in recording, definition, boundary or system."""

from collections.abc import Sequence

from wardmote.evidence.duck import named
from wardmote.evidence.sources.tabular import Plan, TabularSource
from wardmote.evidence.tables import BREAKS

_NEEDED = {"first_month", "kind", "description"}
_CATEGORY = ("category", "crime_type")
_POLICE_UK = "police-uk"
KINDS = ("recording", "definition", "boundary", "system", "lockdown")


class RegisterForm:
    """One row a break: `first_month` like 2023-10, `kind`, `category` or `crime_type`, `description`.

    `last_month`, `source` (police-uk where not given) and `flag` may stand beside them.
    """

    def plan(self, header: Sequence[str], *, name: str, preamble: str) -> Plan | None:
        category = next((column for column in _CATEGORY if column in header), None)
        if not set(header) >= _NEEDED or category is None:
            return None
        select = (
            f"SELECT {_optional('source', header, f"'{_POLICE_UK}'")} AS source, {named(category)} AS category,"
            f" {_optional('flag', header)} AS flag, {_month('first_month')} AS first_month,"
            f" {_month('last_month') if 'last_month' in header else 'CAST(NULL AS DATE)'} AS last_month,"
            f" kind, description AS reason FROM kept"
        )
        checks = (
            (f"{_month('first_month')} IS NULL", "the first month is not written like 2025-01"),
            (f"coalesce(kind, '') NOT IN {KINDS}", f"the kind is not one of {', '.join(KINDS)}"),
            ("description IS NULL", "it is not described"),
        )
        return Plan(BREAKS, ("register",), select, checks)


def _optional(column: str, header: Sequence[str], default: str = "CAST(NULL AS VARCHAR)") -> str:
    return f"coalesce({named(column)}, {default})" if column in header else default


def _month(column: str) -> str:
    return f"TRY_CAST({named(column)} || '-01' AS DATE)"


SERIES_BREAKS = TabularSource("series-breaks", "Register of series breaks", (RegisterForm(),))
