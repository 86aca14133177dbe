"""Column headings as ONS and MHCLG write them, read as (geography, role): LSOA21CD is the code of an lsoa21."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Role = Literal["code", "name"]

# Finest first. A geography's id is its short name with the last two digits of its year, such as lsoa21.
FINENESS = ("oa", "lsoa", "msoa", "ruc", "wd", "lad", "csp", "pfa", "rgn")
_SHORT = {
    "ward": "wd",
    "ltla": "lad",
    "electoral ward": "wd",
    "local authority district": "lad",
    "local authority": "lad",
    "lower layer super output area": "lsoa",
}
_FORMS = (
    re.compile(r"^(?P<kind>OA|LSOA|MSOA|RUC|WD|LAD|CSP|PFA|RGN)(?P<year>\d{2})(?P<role>CD|NM)$"),
    re.compile(r"^(?P<kind>oa|lsoa|msoa|ruc|ward|ltla|lad|csp|pfa)(?P<year>\d{2})_(?P<role>code|name)$"),
    re.compile(r"^(?P<kind>[A-Za-z ]+?) (?P<role>code|name) \(20(?P<year>\d{2})\)$"),
    re.compile(r"^(?P<kind>LSOA|LAD|MSOA) 20(?P<year>\d{2}) (?P<role>Code|Name)$"),
)
_ROLES: dict[str, Role] = {"cd": "code", "nm": "name", "code": "code", "name": "name"}


@dataclass(frozen=True)
class AreaColumns:
    """The columns of one geography in a file; `name` is None where only codes are given."""

    kind: str
    code: str
    name: str | None

    @property
    def fineness(self) -> int:
        """0 is the finest."""
        return FINENESS.index(self.kind[:-2])


def area_columns(header: Sequence[str]) -> tuple[AreaColumns, ...]:
    """The geographies whose codes a file gives, finest first and older before newer."""
    found: dict[str, dict[Role, str]] = {}
    for column in header:
        heading = _read_heading(column)
        if heading:
            kind, role = heading
            found.setdefault(kind, {}).setdefault(role, column)
    areas = [AreaColumns(kind, roles["code"], roles.get("name")) for kind, roles in found.items() if "code" in roles]
    return tuple(sorted(areas, key=lambda area: (area.fineness, area.kind)))


def _read_heading(column: str) -> tuple[str, Role] | None:
    for form in _FORMS:
        if found := form.match(column):
            kind = found["kind"].lower()
            kind = _SHORT.get(kind, kind)
            if kind in FINENESS:
                return f"{kind}{found['year']}", _ROLES[found["role"].lower()]
    return None
