"""ONS area lookups: any table that gives the codes of areas in one or more geographies."""

from collections.abc import Sequence
from itertools import combinations

from wardmote.evidence.duck import named, quoted
from wardmote.evidence.sources.headings import AreaColumns, area_columns
from wardmote.evidence.sources.tabular import Plan, TabularSource
from wardmote.evidence.tables import AREA_LINKS

# ONS writes a change indicator beside each pair of old and new LSOA: unchanged, split, merged, or other.
_PLAIN = {"fid", "objectid", "chgind", "global id", "urban_rural_flag", "classification", "ruc", ""}


class LookupForm:
    """Only codes and names: one row says that its areas lie within each other."""

    def plan(self, header: Sequence[str], *, name: str, preamble: str) -> Plan | None:
        areas = area_columns(header)
        known = {column for area in areas for column in (area.code, area.name)}
        others = [column for column in header if column not in known and not _is_plain(column)]
        if not areas or others:
            return None
        pairs = list(combinations(areas, 2)) or [(areas[0], areas[0])]
        select = " UNION ".join(_pair(finer, coarser) for finer, coarser in pairs)
        edition = "-".join(area.kind for area in areas)
        return Plan(AREA_LINKS, (edition,), select, (_code_check(areas[0]),))


def _pair(finer: AreaColumns, coarser: AreaColumns) -> str:
    return (
        f"SELECT {quoted(finer.kind)} AS from_kind, {named(finer.code)} AS from_code, {_name(finer)} AS from_name,"
        f" {quoted(coarser.kind)} AS to_kind, {named(coarser.code)} AS to_code, {_name(coarser)} AS to_name"
        f" FROM kept WHERE {named(finer.code)} IS NOT NULL AND {named(coarser.code)} IS NOT NULL"
    )


def _name(area: AreaColumns) -> str:
    return named(area.name) if area.name else "CAST(NULL AS VARCHAR)"


def _code_check(area: AreaColumns) -> tuple[str, str]:
    return f"{named(area.code)} IS NULL", "no area code is given"


def _is_plain(column: str) -> bool:
    return column.lower() in _PLAIN or column.upper().endswith("NMW")


AREA_LOOKUPS = TabularSource("area-lookups", "Area lookups (ONS)", (LookupForm(),))
