"""The outlines of areas, put together from those of the neighbourhoods that they are made of."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, cast

from wardmote.evidence.evidence import Evidence
from wardmote.measures.areas import COLUMNS
from wardmote.measures.series import AreaKind


@lru_cache(maxsize=8)
def outlines(evidence: Evidence, *, kind: AreaKind) -> Mapping[str, Mapping[str, Any]]:
    """A GeoJSON geometry (WGS84) for each area of a kind by code; an area with no outline loaded is left out."""
    import shapely

    # Before the first load nobody knows which neighbourhoods an area is made of.
    if kind not in COLUMNS or not evidence.loads:
        return {}
    parts: dict[str, list[bytes]] = {}
    for code, outline in cast("list[tuple[str, bytes]]", _unit_outlines(evidence, kind)):
        parts.setdefault(code, []).append(outline)
    return {code: shapely.geometry.mapping(shapely.union_all(shapely.from_wkb(found))) for code, found in parts.items()}


def _unit_outlines(evidence: Evidence, kind: AreaKind) -> list[tuple[object, ...]]:
    column = COLUMNS[kind].code
    return evidence.snapshot.rows(
        f"SELECT units.{column}, any_value(boundaries.outline) FROM units JOIN boundaries ON boundaries.code = units.unit"
        f" WHERE units.is_member AND units.{column} IS NOT NULL GROUP BY units.{column}, units.unit"
    )
