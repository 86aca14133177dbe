"""The areas that a measure can be counted for: which column of the units names them, and which rows belong."""

from dataclasses import dataclass

from wardmote.definitions.vocabulary import read_vocabulary
from wardmote.errors import NotAvailable
from wardmote.evidence.evidence import Evidence
from wardmote.measures.series import Area, AreaKind

PARTNERSHIP_CODE = "partnership"


@dataclass(frozen=True)
class AreaColumns:
    """The columns of `units` that hold the code and the name of a kind of area, and which units count."""

    code: str
    name: str
    is_within_partnership: bool


COLUMNS: dict[AreaKind, AreaColumns] = {
    "section": AreaColumns("section", "section", True),
    "ward": AreaColumns("ward_code", "ward_name", True),
    "lsoa": AreaColumns("unit", "unit_name", True),
    "lad": AreaColumns("lad_code", "lad_name", False),
}


def areas_of(evidence: Evidence, kind: AreaKind) -> tuple[Area, ...]:
    """The areas of a kind, by name. Those of the partnership, but for local authorities (all of the home force's),
    forces (all that are loaded) and towns (all that a partner's figures name).
    """
    return evidence.remember(("areas", kind), lambda: _areas_of(evidence, kind))


def _areas_of(evidence: Evidence, kind: AreaKind) -> tuple[Area, ...]:
    if kind == "force":
        return _forces(evidence)
    if kind == "town":
        return _towns(evidence)
    require_partnership(evidence)
    if kind == "partnership":
        return (Area(kind, PARTNERSHIP_CODE, evidence.workspace.name),)
    columns = COLUMNS[kind]
    units = [one for one in evidence.geography.units if one.is_member or not columns.is_within_partnership]
    found = {(str(getattr(one, columns.name)), getattr(one, columns.code)) for one in units}
    rows = sorted((name, code) for name, code in found if code is not None)
    if not rows:
        raise NotAvailable(
            f"no {kind} is known for this partnership",
            where="the evidence",
            do=f"load a lookup of LSOAs to {'wards' if kind in {'ward', 'section'} else 'local authorities'} (ONS)",
        )
    return tuple(Area(kind, code, name) for name, code in rows)


def require_partnership(evidence: Evidence) -> None:
    """Refuse to count for a partnership whose areas are not known yet."""
    membership = evidence.geography.membership
    if not membership.is_resolved:
        needed = " ".join(membership.needed) or "No area was chosen."
        raise NotAvailable(f"the partnership's areas are not known yet: {needed}", do="see: wardmote status")


def _forces(evidence: Evidence) -> tuple[Area, ...]:
    names = {row["force"]: row["name"] for row in read_vocabulary("forces")}
    rows = evidence.snapshot.rows("SELECT DISTINCT force FROM incidents ORDER BY force")
    return tuple(Area("force", str(force), names.get(str(force), _spoken(str(force)))) for (force,) in rows)


def _towns(evidence: Evidence) -> tuple[Area, ...]:
    """Towns are no geography of anybody's: they are those that partners name in figures which they count already."""
    rows = evidence.snapshot.rows(
        "SELECT DISTINCT area_name FROM tallies WHERE area_kind = 'town' AND area_name <> '' ORDER BY 1"
    )
    if not rows:
        raise NotAvailable("no figures by town are loaded", where="the evidence", do="count them by another area")
    return tuple(Area("town", str(name), str(name)) for (name,) in rows)


def _spoken(force: str) -> str:
    return force.replace("-", " ").title()
