"""Placing: which area of a kind each row lies in."""

from collections.abc import Callable, Mapping
from typing import Any, Literal

import numpy as np

from wardmote.errors import NotAvailable
from wardmote.evidence.evidence import Evidence
from wardmote.measures.areas import COLUMNS, PARTNERSHIP_CODE
from wardmote.measures.columns import Coded, Codes, positions
from wardmote.measures.cubes import TABLES
from wardmote.measures.series import AreaKind

Grouping = AreaKind | Literal["home"]
_NOWHERE = -1
_PUBLISHERS = frozenset({"lad", "csp", "pfa"})


def require_areas(table: str, *, kind: Grouping) -> None:
    """Refuse to count a table by areas that it is not published by. Raises NotAvailable."""
    if table == "stop_and_search" and kind != "force":
        raise NotAvailable("stop and search is published without areas", do="count it by force")
    if kind == "town" and table != "tallies":
        raise NotAvailable(f"{table} say no town", do="count them by section or ward")
    if kind == "force" and not TABLES[table].is_by_force:
        raise NotAvailable(f"{table} come from partners and not by force", do="count them by another area")


def placed_in(
    evidence: Evidence, place: Mapping[str, Coded], *, table: str, kind: Grouping
) -> tuple[tuple[str, ...], Codes]:
    """The codes of the areas that rows of a table lie in, and the position of each row's area; -1 where in none.

    `place` has the columns that say where the rows lie.

    A partner's row without an LSOA lies in the section that the partner gave. All that a partner sends who places no
    record in an LSOA is the partnership's.
    """
    if kind == "force":
        return place["force"].values[:-1], place["force"].codes
    if kind == "town":
        is_of_town = place["area_kind"].where(frozenset({"town"}).__contains__)
        return place["section"].values[:-1], np.where(is_of_town, place["section"].codes, _NOWHERE)
    if table == "tallies" and kind == "partnership":
        return (PARTNERSHIP_CODE,), np.where(_is_ours(evidence, place), 0, _NOWHERE)
    area_of = _area_of_units(evidence, kind)
    areas = tuple(dict.fromkeys(area_of.values()))
    area = _positions(place["unit"], areas, area_of.get)
    if TABLES[table].is_by_force or kind not in {"partnership", "section"}:
        return areas, area
    return _by_section_given(evidence, place, areas=areas, area=area, kind=kind)


def _by_section_given(
    evidence: Evidence, place: Mapping[str, Coded], *, areas: tuple[str, ...], area: Codes, kind: Grouping
) -> tuple[tuple[str, ...], Codes]:
    ours = sorted(set(_area_of_units(evidence, "section").values()))
    if kind == "partnership":
        areas = (PARTNERSHIP_CODE,)
        is_ours = place["section"].where(set(ours).__contains__)
        if "source" in place:
            is_ours |= place["source"].where(_sources_without_places(evidence).__contains__)
        return areas, np.where(is_ours, 0, area)
    areas = (*areas, *(section for section in ours if section not in areas))
    return areas, np.where(area == _NOWHERE, _positions(place["section"], areas, lambda section: section), area)


def _positions(column: Coded, areas: tuple[str, ...], area_of: Callable[[Any], str | None]) -> Codes:
    """The position of the area that each value is in; -1 where in none."""
    return positions([area_of(one) for one in column.values], areas)[column.codes]


def _area_of_units(evidence: Evidence, kind: Grouping) -> dict[str, str]:
    """The area of each unit that counts for a kind of area."""
    return evidence.remember(("area of units", kind), lambda: _read_area_of_units(evidence, kind))


def _read_area_of_units(evidence: Evidence, kind: Grouping) -> dict[str, str]:
    units = evidence.geography.units
    if kind == "home":
        return {one.unit: kind for one in units if one.force in evidence.geography.home_forces}
    if kind == "partnership":
        return {one.unit: PARTNERSHIP_CODE for one in units if one.is_member}
    columns = COLUMNS[kind]
    found = {
        one.unit: getattr(one, columns.code) for one in units if one.is_member or not columns.is_within_partnership
    }
    return {unit: area for unit, area in found.items() if area is not None}


def _is_ours(evidence: Evidence, place: Mapping[str, Coded]) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """A tally of the partnership: its own, or a publisher's for one of its local authorities or for its CSP."""
    codes = {one.lad_code for one in evidence.geography.units if one.is_member}
    codes |= {area.strip().upper() for area in evidence.workspace.areas}
    is_published = place["area_kind"].where(_PUBLISHERS.__contains__)
    is_by_code = place["area_code"].where(codes.__contains__)
    return ~is_published | is_by_code | place["section"].where(set(evidence.workspace.areas).__contains__)


def _sources_without_places(evidence: Evidence) -> frozenset[str]:
    """Partners who place none of their records in an LSOA."""

    def find() -> frozenset[str]:
        rows = evidence.snapshot.rows("SELECT source FROM events GROUP BY source HAVING count(lsoa_code) = 0")
        return frozenset(str(source) for (source,) in rows)

    return evidence.remember(("sources without places",), find)
