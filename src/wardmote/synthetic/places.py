"""The invented country: districts, wards, and the cells from which both vintages of LSOA are put together."""

from dataclasses import dataclass

from wardmote.synthetic.names import SECTIONS, TOWNS, ward_name

WARD_COLUMNS, WARD_ROWS = 2, 4
SECTION_COLUMNS = 10
# Far above the codes in use (E01035762, E05015999, ...), so that an invented code can never meet a real one.
_FIRST_SAME_LSOA, _FIRST_OLD_LSOA, _FIRST_NEW_LSOA = 1990000, 1991000, 1992000


@dataclass(frozen=True)
class Named:
    """A code and the name that goes with it."""

    code: str
    name: str


@dataclass(frozen=True)
class District:
    """A local authority: its partnership and its police force, and the block of cells that it covers."""

    lad: Named
    csp: Named
    pfa: Named
    column: int
    row: int
    columns: int
    rows: int


@dataclass(frozen=True)
class Cell:
    """The smallest invented place. An LSOA of 2011 or of 2021 is one cell or a few that lie together."""

    column: int
    row: int
    district: District
    ward: Named
    section: str
    town: str
    lsoa11: Named
    lsoa21: Named


_EXAMPLESHIRE_POLICE = Named("E23990001", "Exampleshire")
PARTNERSHIP = Named("E22990001", "Exampleshire")
_NEIGHBOUR = Named("E22990002", "Otherfordshire")

DISTRICTS = (
    District(Named("E06990001", "Exampleshire"), PARTNERSHIP, _EXAMPLESHIRE_POLICE, 0, 0, 20, 12),
    District(Named("E07990001", "West Otherford"), _NEIGHBOUR, _EXAMPLESHIRE_POLICE, 0, 12, 10, 8),
    District(Named("E07990002", "East Otherford"), _NEIGHBOUR, _EXAMPLESHIRE_POLICE, 10, 12, 10, 8),
    District(
        Named("E06990002", "Beyondshire"),
        Named("E22990003", "Beyondshire"),
        Named("E23990002", "Beyondshire"),
        22, 4, 2, 4,
    ),
)  # fmt: skip

FORCE = _EXAMPLESHIRE_POLICE

# For each kind of change between 2011 and 2021: which of a ward's eight cells formed one LSOA then, and which do now.
_SPLIT = (((0, 1),), ((0,), (1,)))
_MERGED = (((2,), (3,)), ((2, 3),))
_IRREGULAR = (((4, 5), (7,)), ((4,), (5, 7)))
_CHANGES = {
    3: _SPLIT,
    5: _MERGED,
    11: _SPLIT,
    17: _SPLIT,
    20: _MERGED,
    24: _SPLIT,
    27: _IRREGULAR,
    34: _SPLIT,
    41: _MERGED,
}


def cells() -> tuple[Cell, ...]:
    """Every cell of the country, ward by ward."""
    found: list[Cell] = []
    ward_index = 0
    for district in DISTRICTS:
        for i, (column, row) in enumerate(_ward_corners(district)):
            found += _ward_cells(district, column=column, row=row, index_here=i, index=ward_index)
            ward_index += 1
    return tuple(found)


def _ward_corners(district: District) -> list[tuple[int, int]]:
    return [
        (district.column + column, district.row + row)
        for row in range(0, district.rows, WARD_ROWS)
        for column in range(0, district.columns, WARD_COLUMNS)
    ]


def _ward_cells(district: District, *, column: int, row: int, index_here: int, index: int) -> list[Cell]:
    ward = Named(f"E05{990001 + index:06d}", ward_name(index))
    town, section = _town_and_section(district, column=column, row=row)
    lsoa11, lsoa21 = _lsoa_pairs(district, index_here=index_here, index=index)
    return [
        Cell(column + i % 2, row + i // 2, district, ward, section, town, lsoa11[i], lsoa21[i])
        for i in range(WARD_COLUMNS * WARD_ROWS)
    ]


def _town_and_section(district: District, *, column: int, row: int) -> tuple[str, str]:
    if district.csp != PARTNERSHIP:
        return "", ""
    band = row // WARD_ROWS
    return TOWNS[band], SECTIONS[band][column // SECTION_COLUMNS]


def _lsoa_pairs(district: District, *, index_here: int, index: int) -> tuple[list[Named], list[Named]]:
    """The 2011 and the 2021 LSOA of each of a ward's eight cells."""
    same = [
        Named(f"E0{_FIRST_SAME_LSOA + index * 8 + i}", _lsoa_name(district, index_here=index_here, cell=i))
        for i in range(8)
    ]
    old, new = _CHANGES.get(index, ((), ()))
    old_names = [_lsoa_name(district, index_here=index_here, cell=group[0]) for group in old]
    new_names = [_lsoa_name(district, index_here=index_here, cell=group[0], is_new=True) for group in new]
    return (
        _regroup(same, old, first=_FIRST_OLD_LSOA + index * 8, names=old_names),
        _regroup(same, new, first=_FIRST_NEW_LSOA + index * 8, names=new_names),
    )


def _regroup(same: list[Named], groups: tuple[tuple[int, ...], ...], *, first: int, names: list[str]) -> list[Named]:
    result = list(same)
    for i, group in enumerate(groups):
        for cell in group:
            result[cell] = Named(f"E0{first + i}", names[i])
    return result


def _lsoa_name(district: District, *, index_here: int, cell: int, is_new: bool = False) -> str:
    """Four cells share a number, as the LSOAs of one MSOA do; a changed LSOA takes letters not used before."""
    letter = "ABCD"[cell % 4] if not is_new else "EFGH"[cell % 4]
    return f"{district.lad.name} {index_here * 2 + cell // 4 + 1:03d}{letter}"
