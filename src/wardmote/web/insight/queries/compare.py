"""What the evidence says about two figures side by side, as chosen."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from wardmote.definitions.catalogue import find_measure
from wardmote.evidence.evidence import Evidence
from wardmote.measures.series import Area
from wardmote.measures.side_by_side import SideBySide, two_areas, two_versions, two_years


@dataclass(frozen=True)
class Pair:
    """What is set side by side: two `ends` of years in one area, two `areas`, or two `versions` of the measure."""

    measure: str
    areas: tuple[Area, ...]
    ends: tuple[date, ...]
    versions: tuple[int, ...] = ()


@lru_cache(maxsize=64)
def side_by_side(evidence: Evidence, pair: Pair) -> SideBySide:
    """The two figures and the difference; raises NotAvailable for what is not loaded."""
    if pair.versions:
        first, second = (find_measure(pair.measure, version=number) for number in pair.versions)
        return two_versions(evidence, (first, second), area=pair.areas[0], end=pair.ends[0])
    measure = find_measure(pair.measure)
    if len(pair.areas) > 1:
        return two_areas(evidence, measure, areas=(pair.areas[0], pair.areas[1]), end=pair.ends[0])
    return two_years(evidence, measure, area=pair.areas[0], ends=(pair.ends[0], pair.ends[1]))
