"""What a reader may choose from, and what was chosen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from wardmote.measures.series import Area, AreaKind, PeriodKind

PLACES: dict[AreaKind, str] = {
    "section": "Sections",
    "ward": "Wards",
    "lad": "Councils",
    "lsoa": "Neighbourhoods (LSOAs)",
    "partnership": "Partnership",
    "force": "Police force",
}
PERIODS: dict[PeriodKind, str] = {
    "month": "Months",
    "quarter": "Quarters",
    "year": "Years, April to March",
    "rolling-12": "Rolling 12 months",
}


@dataclass(frozen=True)
class Horizon:
    """What there is to choose from: every month from the first loaded to the last, and the areas of each kind."""

    months: tuple[date, ...]
    areas: Mapping[AreaKind, tuple[Area, ...]]


@dataclass(frozen=True)
class Choices:
    """What the reader chose. `area` is None for the whole partnership."""

    by: AreaKind
    period: PeriodKind
    start: date
    end: date
    area: Area | None
