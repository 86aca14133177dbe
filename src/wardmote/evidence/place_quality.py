"""How precisely partners' records are placed, and which postcode sectors say too little."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from wardmote.evidence.evidence import Evidence

Precision = Literal["point", "lsoa", "postcode sector", "section", "none"]
PRECISIONS: tuple[Precision, ...] = get_args(Precision)
# A sector straddles sections if more than this share of its postcodes lies outside the section that it is counted in.
STRADDLES = 0.1


@dataclass(frozen=True)
class PlacePrecision:
    """The records of one source, by the finest place that each gives.

    Of those `by` postcode sector, `sectors_placed` are counted in the LSOA that fits theirs best, and
    `sectors_straddling` of these have a sector that straddles sections.
    """

    source: str
    by: Mapping[Precision, int]
    sectors_placed: int
    sectors_straddling: int

    @property
    def records(self) -> int:
        return sum(self.by.values())


def place_precision(evidence: Evidence) -> tuple[PlacePrecision, ...]:
    """The precision of the places of each source of events."""
    return evidence.remember(("place precision",), lambda: _place_precision(evidence))


def _place_precision(evidence: Evidence) -> tuple[PlacePrecision, ...]:
    _ = evidence.geography
    columns = ", ".join("count_if(place_precision = ?)" for _ in PRECISIONS)
    is_placed = "place_precision = 'postcode sector' AND unit IS NOT NULL"
    rows = evidence.snapshot.rows(
        f"SELECT source, count_if({is_placed}), count_if({is_placed} AND section_share < 1 - ?), {columns}"
        " FROM events LEFT JOIN sector_units USING (postcode) GROUP BY source ORDER BY source",
        [STRADDLES, *PRECISIONS],
    )
    return tuple(_of_row(row) for row in rows)


def _of_row(row: tuple[object, ...]) -> PlacePrecision:
    source, placed, straddling, *numbers = row
    by = dict(zip(PRECISIONS, (int(str(number)) for number in numbers), strict=True))
    return PlacePrecision(str(source), by, int(str(placed)), int(str(straddling)))


def precision_in_words(one: PlacePrecision) -> str:
    """One sentence a source: how many of its records give which place, the finest first."""
    parts = [f"{number:,} {_HOW[precision]}" for precision, number in one.by.items() if number]
    records = f"{one.records:,} {'record' if one.records == 1 else 'records'}"
    return f"Places of {one.source}: of {records}, {', '.join(parts)}.{_sectors_in_words(one)}"


def _sectors_in_words(one: PlacePrecision) -> str:
    if not one.by["postcode sector"]:
        return ""
    if not one.sectors_placed:
        return " No postcode directory says where these sectors lie: load the ONS Postcode Directory."
    straddling = (
        f", {one.sectors_straddling:,} of them in sectors of which more than {STRADDLES:.0%} lies in another section"
        if one.sectors_straddling
        else ""
    )
    return (
        f" {one.sectors_placed:,} by postcode sector are counted in the LSOA with most of their sector’s"
        f" postcodes{straddling}."
    )


_HOW: Mapping[Precision, str] = {
    "point": "by point",
    "lsoa": "by LSOA",
    "postcode sector": "by postcode sector",
    "section": "by section",
    "none": "without a place",
}
