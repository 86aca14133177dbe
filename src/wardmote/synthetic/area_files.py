"""Lookups and boundaries of the invented places, in the forms that the Office for National Statistics publishes."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator

from wardmote.synthetic.country import Country
from wardmote.synthetic.places import PARTNERSHIP, Cell, Named
from wardmote.synthetic.tables import csv_bytes, geojson_bytes

LSOA11_TO_LSOA21 = (
    "LSOA11CD",
    "LSOA11NM",
    "LSOA21CD",
    "LSOA21NM",
    "CHGIND",
    "LAD22CD",
    "LAD22NM",
    "LAD22NMW",
    "ObjectId",
)
LSOA21_TO_WARD = (
    "LSOA21CD", "LSOA21NM", "LSOA21NMW", "WD24CD", "WD24NM", "WD24NMW", "LAD24CD", "LAD24NM", "LAD24NMW", "ObjectId",
)  # fmt: skip
LAD_TO_CSP = ("ltla24_code", "ltla24_name", "csp24_code", "csp24_name", "pfa24_code", "pfa24_name")

# File name, the stem of its property names, and the level that it draws.
_LEVELS: tuple[tuple[str, str, Callable[[Cell], Named]], ...] = (
    ("lsoa_2011_ew.geojson", "lsoa11", lambda cell: cell.lsoa11),
    ("lsoa_2021_ew.geojson", "lsoa21", lambda cell: cell.lsoa21),
    ("wards_2022.geojson", "ward22", lambda cell: cell.ward),
    ("lad_2024_uk.geojson", "ltla24", lambda cell: cell.district.lad),
    ("pfa_2020_ew.geojson", "pfa20", lambda cell: cell.district.pfa),
)


def area_files(country: Country) -> Iterator[tuple[str, bytes]]:
    """Each file's path within the folder, and its bytes."""
    yield "lookups/LSOA11_LSOA21_LAD22_EW_LU.csv", _old_to_new(country.cells)
    yield "lookups/LSOA21_WD24_LAD24_EW_LU.csv", _new_to_ward(country.cells)
    yield "lookups/LAD24_CSP24_PFA24_EW.csv", _lad_to_csp(country.cells)
    for name, stem, level in _LEVELS:
        yield f"boundaries/{name}", _boundaries(country, stem=stem, level=level)
    yield "sections.csv", _sections(country.cells)


def _old_to_new(cells: tuple[Cell, ...]) -> bytes:
    pairs = {(cell.lsoa11, cell.lsoa21): cell.district.lad for cell in cells}
    new_of, old_of = Counter(old for old, _ in pairs), Counter(new for _, new in pairs)
    rows = [
        (old.code, old.name, new.code, new.name, _change(old, new, pairs=set(pairs), new_of=new_of, old_of=old_of))
        for old, new in pairs
    ]
    ends = [(lad.code, lad.name, "", i) for i, lad in enumerate(pairs.values(), start=1)]
    whole = [(*row, *end) for row, end in zip(rows, ends, strict=True)]
    return csv_bytes(LSOA11_TO_LSOA21, whole, has_mark=True, line_end="\r\n")


def _change(
    old: Named, new: Named, *, pairs: set[tuple[Named, Named]], new_of: Counter[Named], old_of: Counter[Named]
) -> str:
    """U unchanged, S split, M merged, X anything else: an old LSOA in pieces that are joined to others."""
    is_split, is_merged = new_of[old] > 1, old_of[new] > 1
    partner_is_split = any(new_of[o] > 1 for o, n in pairs if n == new)
    partner_is_merged = any(old_of[n] > 1 for o, n in pairs if o == old)
    if (is_split or is_merged) and partner_is_split and partner_is_merged:
        return "X"
    return "S" if is_split else "M" if is_merged else "U"


def _new_to_ward(cells: tuple[Cell, ...]) -> bytes:
    wards = {cell.lsoa21: cell for cell in cells}
    rows = [
        (
            new.code,
            new.name,
            "",
            cell.ward.code,
            cell.ward.name,
            "",
            cell.district.lad.code,
            cell.district.lad.name,
            "",
            i,
        )
        for i, (new, cell) in enumerate(wards.items(), start=1)
    ]
    return csv_bytes(LSOA21_TO_WARD, rows, has_mark=True)


def _lad_to_csp(cells: tuple[Cell, ...]) -> bytes:
    districts = dict.fromkeys(cell.district for cell in cells)
    return csv_bytes(
        LAD_TO_CSP, [(d.lad.code, d.lad.name, d.csp.code, d.csp.name, d.pfa.code, d.pfa.name) for d in districts]
    )


def _sections(cells: tuple[Cell, ...]) -> bytes:
    ours = dict.fromkeys((cell.lsoa21.code, cell.section) for cell in cells if cell.district.csp == PARTNERSHIP)
    return csv_bytes(("lsoa_code", "section"), ours)


def _boundaries(country: Country, *, stem: str, level: Callable[[Cell], Named]) -> bytes:
    members: dict[Named, list[Cell]] = defaultdict(list)
    for cell in country.cells:
        members[level(cell)].append(cell)
    return geojson_bytes(
        ({f"{stem}_name": area.name, f"{stem}_code": area.code}, country.lattice.outline(inside))
        for area, inside in members.items()
    )
