"""Indices of deprivation by LSOA: the published file of scores, ranks and deciles, or the re-exported short form."""

import re
from collections.abc import Sequence

from wardmote.evidence.duck import named, quoted
from wardmote.evidence.sources.headings import area_columns
from wardmote.evidence.sources.tabular import Plan, TabularSource
from wardmote.evidence.tables import DEPRIVATION

_SHORT = re.compile(r"^(?P<domain>[A-Za-z_]+?)_(?P<part>score|rank|decile)$")
_PUBLISHED = re.compile(r"^(?P<domain>.+?) (?:Domain )?(?P<part>Score|Rank|Decile)\b")
_YEAR = re.compile(r"(?:imd|iod|wimd)\D?((?:19|20)\d{2})", re.IGNORECASE)
_OVERALL = {"imd", "index_of_multiple_deprivation"}


class IndexForm:
    """One row an LSOA, with a rank and a decile (and mostly a score) for the whole index and each domain."""

    def plan(self, header: Sequence[str], *, name: str, preamble: str) -> Plan | None:
        areas = area_columns(header)
        parts = _parts(header)
        ranked = {domain: columns for domain, columns in parts.items() if {"rank", "decile"} <= set(columns)}
        if not areas or not areas[0].kind.startswith("lsoa") or "overall" not in ranked:
            return None
        year = _YEAR.search(name)
        area = areas[0]
        edition = f"{area.kind}-{year[1]}" if year else area.kind
        # England and Wales each rank their own LSOAs, so each is an edition of its own.
        nation = "wales" if "wimd" in name.lower() else "england"
        select = " UNION ALL ".join(
            _domain(area.kind, area.code, domain, columns) for domain, columns in ranked.items()
        )
        check = (f"{named(area.code)} IS NULL", "no area code is given")
        return Plan(DEPRIVATION, (f"{nation}-{edition}",), select, (check,))


def _parts(header: Sequence[str]) -> dict[str, dict[str, str]]:
    parts: dict[str, dict[str, str]] = {}
    for column in header:
        if found := _SHORT.match(column) or _PUBLISHED.match(column):
            domain = re.sub(r"\s*\([^)]*\)", "", found["domain"]).strip().lower().replace(" ", "_").replace(",", "")
            domain = "overall" if domain in _OVERALL else domain
            parts.setdefault(domain, {}).setdefault(found["part"].lower(), column)
    return parts


def _domain(kind: str, code: str, domain: str, columns: dict[str, str]) -> str:
    score = f"TRY_CAST({named(columns['score'])} AS DOUBLE)" if "score" in columns else "CAST(NULL AS DOUBLE)"
    return (
        f"SELECT {quoted(kind)} AS kind, {named(code)} AS code, {quoted(domain)} AS domain, {score} AS score,"
        f" TRY_CAST({named(columns['rank'])} AS INTEGER) AS rank,"
        f" TRY_CAST({named(columns['decile'])} AS INTEGER) AS decile FROM kept"
    )


DEPRIVATION_INDICES = TabularSource("deprivation", "Indices of deprivation (MHCLG, Welsh Government)", (IndexForm(),))
