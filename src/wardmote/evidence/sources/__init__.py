"""Readers of the files that partners and publishers send, one module a kind that a card alone cannot describe."""

from pathlib import Path

from wardmote.evidence.sources.area_lookups import AREA_LOOKUPS
from wardmote.evidence.sources.base import Source
from wardmote.evidence.sources.boundaries import Boundaries
from wardmote.evidence.sources.comparators import COMPARATOR_LISTS
from wardmote.evidence.sources.deprivation import DEPRIVATION_INDICES
from wardmote.evidence.sources.other_bases import OTHER_BASIS_TABLES
from wardmote.evidence.sources.place_outlines import PlaceOutlines
from wardmote.evidence.sources.place_sets import PLACE_LISTS
from wardmote.evidence.sources.police_uk import PoliceUk
from wardmote.evidence.sources.populations import POPULATION_TABLES
from wardmote.evidence.sources.postcode_directory import PostcodeDirectory
from wardmote.evidence.sources.series_breaks import SERIES_BREAKS
from wardmote.evidence.sources.severity_weights import SEVERITY_WEIGHTS
from wardmote.evidence.sources.surveys import SURVEYS_FOLDER, Surveys

SOURCES: tuple[Source, ...] = (
    PoliceUk(),
    PlaceOutlines(),
    Boundaries(),
    OTHER_BASIS_TABLES,
    POPULATION_TABLES,
    DEPRIVATION_INDICES,
    AREA_LOOKUPS,
    PostcodeDirectory(),
    SERIES_BREAKS,
    PLACE_LISTS,
    COMPARATOR_LISTS,
    SEVERITY_WEIGHTS,
)


def sources_for(home: Path) -> tuple[Source, ...]:
    """Every source that a workspace in `home` can read; partners' files, by their cards, come last."""
    # The dock reads with what the other sources read with, so it comes in only once they are here.
    from wardmote.evidence.sources.partner import Dock

    return (*SOURCES, Surveys(home / SURVEYS_FOLDER), *Dock(home).sources())
