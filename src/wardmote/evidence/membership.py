"""Which units make up the partnership: by local authorities, by CSP, or by a list of LSOA codes.

One council is not one CSP and one CSP is not one council. Where the newest lookup splits a council between CSPs, an
older lookup in which the CSP was made of whole councils says which part is whose, by the 2011 names of the LSOAs.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, cached_property
from typing import TYPE_CHECKING

from wardmote.evidence.place_tables import UnitKind

if TYPE_CHECKING:
    import duckdb

_NOISE = re.compile(r"\b(city of|county of|the|borough of|ua)\b|[^a-z0-9&' ]")


@dataclass(frozen=True)
class Membership:
    """The units of the partnership, and in words how they were found or what is still needed."""

    units: frozenset[str]
    found: tuple[str, ...]
    needed: tuple[str, ...]

    @property
    def is_resolved(self) -> bool:
        return bool(self.units) and not self.needed


def resolve_membership(
    cursor: "duckdb.DuckDBPyConnection", areas: Sequence[str], lsoas: Iterable[str], *, unit_kind: UnitKind
) -> Membership:
    """Find the units of the named areas and listed LSOAs, as far as what is loaded allows."""
    units: set[str] = set()
    found: list[str] = []
    needed: list[str] = []
    finder = _Finder(cursor, unit_kind)
    for area in areas:
        part, words = finder.units_of(area)
        units |= part
        (found if part else needed).append(words)
    listed = list(lsoas)
    if listed:
        part = finder.units_of_codes(listed)
        units |= part
        listed_as = (
            f", in which {len(listed):,} {'code is' if len(listed) == 1 else 'codes are'} listed"
            if len(part) != len(listed)
            else ""
        )
        (found if part else needed).append(f"{lsoas_in_words(len(part))} by the file of LSOA codes{listed_as}.")
    return Membership(frozenset(units), tuple(found), tuple(needed))


def lsoas_in_words(number: int) -> str:
    """1 LSOA, 2 LSOAs."""
    return f"{number:,} {'LSOA' if number == 1 else 'LSOAs'}"


class _Finder:
    def __init__(self, cursor: "duckdb.DuckDBPyConnection", unit_kind: UnitKind) -> None:
        self._cursor = cursor
        self._unit_kind = unit_kind

    def units_of(self, area: str) -> tuple[set[str], str]:
        known = self._known_areas
        matches = (
            [one for one in known if one[1] == area.strip().upper()]
            or [one for one in known if one[0].startswith("lad") and plain(one[2]) == plain(area)]
            or [one for one in known if plain(one[2]) == plain(area)]
        )
        for kind, code, name in matches:
            units, how = self._of_csp(code) if kind.startswith("csp") else self._of_lad(kind, code, name)
            if units:
                return units, f"{area}: {lsoas_in_words(len(units))}, {how}."
        units = self._by_lsoa_name(area)
        if units:
            return units, f"{area}: {lsoas_in_words(len(units))}, by the LSOA names in the files loaded."
        return set(), self._what_is_needed(area, known, is_known=bool(matches))

    def units_of_codes(self, codes: Sequence[str]) -> set[str]:
        """The units of LSOA codes of either year; all parts of one that was split."""
        return self._set(
            "SELECT unit FROM places WHERE list_contains(?, lsoa_code) UNION"
            " SELECT to_code FROM area_links WHERE from_kind = 'lsoa11' AND to_kind = 'lsoa21'"
            " AND list_contains(?, from_code) AND to_code IN (SELECT unit FROM units)",
            [list(codes), list(codes)],
        )

    @cached_property
    def _known_areas(self) -> list[tuple[str, str, str]]:
        """Local authorities and CSPs in the lookups: (kind, code, name), newest first."""
        return self._cursor.execute(
            """
            SELECT from_kind AS kind, from_code AS code, from_name AS name FROM area_links
            WHERE left(from_kind, 3) IN ('lad', 'csp') AND from_name IS NOT NULL
            UNION SELECT to_kind, to_code, to_name FROM area_links
            WHERE left(to_kind, 3) IN ('lad', 'csp') AND to_name IS NOT NULL
            ORDER BY left(kind, 3) DESC, kind DESC, code
            """
        ).fetchall()

    def _of_lad(self, kind: str, code: str, name: str) -> tuple[set[str], str]:
        units = self._set("SELECT unit FROM units WHERE lad_code = ?", [code])
        if units:
            return units, f"by local authority {code}"
        codes = self._set("SELECT from_code FROM area_links WHERE from_kind LIKE 'lsoa%' AND to_code = ?", [code])
        if codes:
            return self.units_of_codes(sorted(codes)), f"by local authority {code} of 20{kind[-2:]}"
        codes = self._set(
            "SELECT from_code FROM area_links WHERE from_kind = 'lsoa11'"
            " AND regexp_replace(from_name, ' [0-9]{3}[A-Z]+$', '') = ?",
            [name],
        )
        return self.units_of_codes(sorted(codes)), f"by the 2011 LSOA names of {name}"

    def _of_csp(self, code: str) -> tuple[set[str], str]:
        editions = self._cursor.execute(
            """
            SELECT from_kind, to_kind, list((from_code, from_name)),
                bool_and(from_code NOT IN (
                    SELECT shared.from_code FROM area_links AS shared WHERE shared.to_kind = one.to_kind
                    GROUP BY shared.from_code HAVING count(DISTINCT shared.to_code) > 1
                ))
            FROM (SELECT DISTINCT from_kind, to_kind, from_code, from_name, to_code FROM area_links
                  WHERE from_kind LIKE 'lad%' AND to_kind LIKE 'csp%' AND to_code = ?) AS one
            GROUP BY ALL ORDER BY from_kind DESC
            """,
            [code],
        ).fetchall()
        for kind, csp_kind, councils, is_whole in editions:
            if is_whole:
                parts = [self._of_lad(kind, *council)[0] for council in councils]
                if all(parts):
                    return set().union(*parts), f"by CSP {code} and its councils of 20{csp_kind[-2:]}"
        return set(), ""

    def _by_lsoa_name(self, area: str) -> set[str]:
        rows = self._cursor.execute("SELECT unit, lad_name FROM units").fetchall()
        return {unit for unit, name in rows if name and plain(name) == plain(area)}

    def _what_is_needed(self, area: str, known: list[tuple[str, str, str]], *, is_known: bool) -> str:
        if is_known:
            return (
                f"{area}: the lookups name it but do not say which LSOAs are in it. Load a lookup of LSOAs to local"
                " authorities, or choose the partnership by a file of LSOA codes."
            )
        if not known and self._unit_kind == "published":
            return f"{area}: waits for a lookup of areas, or for crime files whose LSOA names have it."
        near = get_close_matches(area, [name for _, _, name in known], n=1)
        hint = f" Did you mean “{near[0]}”?" if near else ""
        return f"{area}: no local authority or CSP of this name or code is in what is loaded.{hint}"

    def _set(self, sql: str, parameters: list[object]) -> set[str]:
        return {str(value) for (value,) in self._cursor.execute(sql, parameters).fetchall()}


@cache
def plain(name: str) -> str:
    """A council's name without case, punctuation and words such as “City of”, for comparing."""
    return " ".join(_NOISE.sub(" ", name.lower().replace("&", "and")).split())
