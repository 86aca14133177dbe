"""Where every LSOA code lies: one present-day unit each, and the areas that the unit belongs to.

Files carry LSOA codes of 2011 until about mid-2023 and of 2021 after. The units of a series are the LSOAs of 2021: a
2011 code that is unchanged or was merged has one unit; a row in a 2011 LSOA that was split goes to the part whose
outline is nearest to the row's map point (or, with no outlines loaded, to the first part by code).
"""

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from wardmote.evidence import place_tables
from wardmote.evidence.forces import home_forces
from wardmote.evidence.membership import Membership, resolve_membership
from wardmote.evidence.place_tables import UnitKind
from wardmote.evidence.priority_tables import build_priority_tables
from wardmote.evidence.sector_tables import build_sector_units

if TYPE_CHECKING:
    import duckdb

    from wardmote.evidence.workspace import Workspace


@dataclass(frozen=True)
class Unit:
    """A present-day LSOA, with the areas that it lies in as far as they are known."""

    unit: str
    unit_name: str | None
    ward_code: str | None
    ward_name: str | None
    lad_code: str | None
    lad_name: str | None
    force: str | None
    section: str | None
    is_member: bool


@dataclass(frozen=True)
class Geography:
    """The partnership's areas as far as the loaded lookups allow.

    `units` are those of the partnership and of its home forces. The snapshot then has seven more tables: `units` (one
    row a unit: its names, ward, section, local authority, force, and whether it is in the partnership), `places` (the
    unit of each published LSOA code), `split_points` (the unit of each map point in an LSOA that was split),
    `sector_units` (the unit that fits each postcode sector best), `set_units` and `set_points` (what lies in the
    priority places of each year) and `unit_population` (residents by unit and year).
    """

    unit_kind: UnitKind
    membership: Membership
    home_forces: tuple[str, ...]
    population_years: tuple[int, ...]
    sections_are_wards: bool
    has_split_points: bool
    units: tuple[Unit, ...]

    @classmethod
    def resolve(cls, workspace: "Workspace", cursor: "duckdb.DuckDBPyConnection") -> "Geography":
        """Build the place tables on a connection to a snapshot, and find the partnership in them."""
        unit_kind = place_tables.build_units(cursor)
        membership = resolve_membership(cursor, workspace.areas, workspace.lsoas, unit_kind=unit_kind)
        place_tables.mark_members(cursor, membership.units)
        place_tables.mark_sections(cursor, workspace.sections)
        forces = home_forces(cursor)
        place_tables.mark_force(cursor)
        has_split_points = place_tables.build_split_points(cursor)
        build_sector_units(cursor)
        build_priority_tables(cursor, unit_kind=unit_kind)
        years = place_tables.build_population(cursor)
        units = _units_of(cursor, forces)
        return cls(unit_kind, membership, forces, years, not workspace.sections, has_split_points, units)


def _units_of(cursor: "duckdb.DuckDBPyConnection", forces: tuple[str, ...]) -> tuple[Unit, ...]:
    rows = cursor.execute(
        f"SELECT {', '.join(field.name for field in fields(Unit))} FROM units"
        " WHERE is_member OR list_contains(CAST(? AS VARCHAR[]), force) ORDER BY unit",
        [list(forces)],
    ).fetchall()
    return tuple(Unit(*row) for row in rows)
