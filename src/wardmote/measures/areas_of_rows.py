"""Placing: which area of a kind each row lies in."""

from typing import Literal

import numpy as np
import pyarrow as pa

from wardmote.errors import NotAvailable
from wardmote.evidence.evidence import Evidence
from wardmote.measures.areas import COLUMNS, PARTNERSHIP_CODE
from wardmote.measures.columns import Coded, Codes, coded, positions
from wardmote.measures.cubes import TABLES
from wardmote.measures.series import AreaKind

Grouping = AreaKind | Literal["home"]
_NOWHERE = -1
_PUBLISHERS = frozenset({"lad", "csp", "pfa"})


def require_areas(table: str, *, kind: Grouping) -> None:
    """Refuse to count a table by areas that it is not published by. Raises NotAvailable."""
    if table == "stop_and_search" and kind != "force":
        raise NotAvailable("stop and search is published without areas", do="count it by force")
    if kind == "force" and not TABLES[table].is_by_force:
        raise NotAvailable(f"{table} come from partners and not by force", do="count them by another area")


def placed_in(evidence: Evidence, rows: pa.Table, *, table: str, kind: Grouping) -> tuple[tuple[str, ...], Codes]:
    """The codes of the areas that rows of a table lie in, and the position of each row's area; -1 where in none.

    A partner's row without an LSOA lies in the section that the partner gave. All that a partner sends who places no
    record in an LSOA is the partnership's.
    """
    if kind == "force":
        area, forces = coded(rows["force"])
        return tuple(forces.to_pylist()), area
    if table == "tallies" and kind == "partnership":
        return (PARTNERSHIP_CODE,), np.where(_is_ours(evidence, rows), 0, _NOWHERE)
    area_of = _area_of_units(evidence, kind)
    areas = tuple(dict.fromkeys(area_of.values()))
    unit, units = coded(rows["unit"])
    area = positions([area_of.get(one) for one in units.to_pylist()], areas)[unit]
    if TABLES[table].is_by_force or kind not in {"partnership", "section"}:
        return areas, area
    return _by_section_given(evidence, rows, areas=areas, area=area, kind=kind)


def _by_section_given(
    evidence: Evidence, rows: pa.Table, *, areas: tuple[str, ...], area: Codes, kind: Grouping
) -> tuple[tuple[str, ...], Codes]:
    ours = sorted(set(_area_of_units(evidence, "section").values()))
    if kind == "partnership":
        areas = (PARTNERSHIP_CODE,)
        is_ours = Coded.of(rows["section"]).where(set(ours).__contains__)
        if "source" in rows.column_names:
            is_ours |= Coded.of(rows["source"]).where(_sources_without_places(evidence).__contains__)
        return areas, np.where(is_ours, 0, area)
    areas = (*areas, *(section for section in ours if section not in areas))
    section, given = coded(rows["section"])
    return areas, np.where(area == _NOWHERE, positions(given.to_pylist(), areas)[section], area)


def _area_of_units(evidence: Evidence, kind: Grouping) -> dict[str, str]:
    """The area of each unit that counts for a kind of area."""
    return evidence.remember(("area of units", kind), lambda: _read_area_of_units(evidence, kind))


def _read_area_of_units(evidence: Evidence, kind: Grouping) -> dict[str, str]:
    if kind == "home":
        column, where = "'home'", "list_contains(CAST(? AS VARCHAR[]), force)"
    elif kind == "partnership":
        column, where = f"'{PARTNERSHIP_CODE}'", "is_member"
    else:
        columns = COLUMNS[kind]
        column, where = columns.code, "is_member" if columns.is_within_partnership else "true"
    home = [list(evidence.geography.home_forces)] if kind == "home" else None
    rows = evidence.snapshot.rows(f"SELECT unit, {column} AS area FROM units WHERE {where} AND area IS NOT NULL", home)
    return {str(unit): str(area) for unit, area in rows}


def _is_ours(evidence: Evidence, rows: pa.Table) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """A tally of the partnership: its own, or a publisher's for one of its local authorities or for its CSP."""
    codes = {str(code) for (code,) in evidence.snapshot.rows("SELECT DISTINCT lad_code FROM units WHERE is_member")}
    codes |= {area.strip().upper() for area in evidence.workspace.areas}
    is_published = Coded.of(rows["area_kind"]).where(_PUBLISHERS.__contains__)
    is_by_code = Coded.of(rows["area_code"]).where(codes.__contains__)
    return ~is_published | is_by_code | Coded.of(rows["section"]).where(set(evidence.workspace.areas).__contains__)


def _sources_without_places(evidence: Evidence) -> frozenset[str]:
    """Partners who place none of their records in an LSOA."""

    def find() -> frozenset[str]:
        rows = evidence.snapshot.rows("SELECT source FROM events GROUP BY source HAVING count(lsoa_code) = 0")
        return frozenset(str(source) for (source,) in rows)

    return evidence.remember(("sources without places",), find)
