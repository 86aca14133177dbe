"""What a row says of its place, before points are moved to where they may be stored."""

from wardmote.evidence.dock.cells import sector_sql, squeezed_sql
from wardmote.evidence.dock.fields import NOTHING, Fields
from wardmote.evidence.duck import named
from wardmote.evidence.sources.csv_rows import Check

_LETTERS = "ABCDEFGHJKLMNOPQRSTUVWXYZ"
_GRID_REFERENCE = r"^([HNOST][A-HJ-Z])([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{8}|[0-9]{10})$"
_LSOA = r"^[EWSN9][0-9]{2}[0-9A-Z]{6}$"
PLACES = ("longitude", "latitude", "easting", "northing", "grid_reference", "postcode", "lsoa_code")
_NUMBERS = ("longitude", "latitude", "easting", "northing")


def place_sql(fields: Fields) -> dict[str, str]:
    """`lsoa_code` and `postcode` as given, and the point's numbers under names that begin with a dot.

    A point at nought, nought is how systems write that they know none.
    """
    east, north = _grid_reference(fields)
    numbers = {name: f"nullif({fields.number(name)}, 0)" for name in _NUMBERS}
    return {
        "lsoa_code": f"upper({fields.text('lsoa_code')})",
        "postcode": _postcode(fields),
        ".longitude": numbers["longitude"] if fields.has("latitude") else "CAST(NULL AS DOUBLE)",
        ".latitude": numbers["latitude"],
        ".easting": f"coalesce({numbers['easting']}, {east})",
        ".northing": f"coalesce({numbers['northing']}, {north})",
    }


def place_checks(fields: Fields) -> tuple[Check, ...]:
    """A place that is given must be one."""
    checks: list[Check] = []
    for name in _NUMBERS:
        if fields.has(name):
            unread = f"{named(name)} IS NOT NULL AND {fields.number(name)} IS NULL"
            checks.append((unread, f"the {name} is not a number"))
    if fields.has("grid_reference"):
        cell = named("grid_reference")
        checks.append(
            (
                f"{cell} IS NOT NULL AND NOT {_is_like(cell, _GRID_REFERENCE)}",
                "the grid reference is not written like one",
            )
        )
    if fields.has("lsoa_code"):
        cell = named("lsoa_code")
        checks.append((f"{cell} IS NOT NULL AND NOT {_is_like(cell, _LSOA)}", "the LSOA code is not written like one"))
    return tuple(checks)


def is_place(fields: Fields, field: str) -> str:
    """Whether a field of a place can be read as one."""
    if field in _NUMBERS:
        return f"{fields.number(field)} IS NOT NULL"
    if field == "postcode":
        return f"{_postcode(fields)} IS NOT NULL"
    return _is_like(named(field), _GRID_REFERENCE if field == "grid_reference" else _LSOA)


def coarse_sql(fields: Fields, field: str) -> str:
    """A field of a place as text that points to no house, to the card's square of `snap_m` metres; others as they are."""
    snap = fields.card.snap_m
    if field == "postcode":
        return _postcode(fields)
    if not snap or field not in (*_NUMBERS, "grid_reference"):
        return named(field)
    if field in ("easting", "northing"):
        return f"CAST(CAST((floor({fields.number(field)} / {snap}) + 0.5) * {snap} AS BIGINT) AS VARCHAR)"
    if field == "grid_reference":
        cell = squeezed_sql(named(field))
        half = f"(length({cell}) // 2 - 1)"
        figures = f"least({half}, {_figures(snap)})"
        return f"{cell}[1:2] || {cell}[3:2 + {figures}] || {cell}[3 + {half}:2 + {half} + {figures}]"
    # A degree of latitude is 111 km; the longitude's is less, so its figures are the finer.
    return f"CAST(round({fields.number(field)}, {max(0, 6 - len(str(snap)))}) AS VARCHAR)"


def _figures(snap_m: int) -> int:
    """Figures of a grid reference's half: five are one metre."""
    return max(1, 6 - len(str(snap_m)))


def _postcode(fields: Fields) -> str:
    if not fields.has("postcode"):
        return NOTHING
    return sector_sql(named("postcode"))


def _grid_reference(fields: Fields) -> tuple[str, str]:
    """Easting and northing of the middle of a grid reference's square (Ordnance Survey, A guide to coordinate systems).

    The two letters name a square of 100 km, in two grids of five by five that run from west to east and north to south
    and leave out the I.
    """
    if not fields.has("grid_reference"):
        return "CAST(NULL AS DOUBLE)", "CAST(NULL AS DOUBLE)"
    cell = squeezed_sql(named("grid_reference"))
    first, second = (f"(strpos('{_LETTERS}', {cell}[{place}:{place}]) - 1)" for place in (1, 2))
    half = f"(CAST(length({cell}) AS INTEGER) // 2 - 1)"
    side = f"pow(10, 5 - {half})"
    parts = (f"TRY_CAST({cell}[3:2 + {half}] AS DOUBLE)", f"TRY_CAST({cell}[3 + {half}:] AS DOUBLE)")
    squares = (f"(({first} + 3) % 5) * 5 + {second} % 5", f"19 - ({first} // 5) * 5 - {second} // 5")
    is_one = _is_like(named("grid_reference"), _GRID_REFERENCE)
    east, north = (
        f"CASE WHEN {is_one} THEN ({square}) * 100000 + ({part} + 0.5) * {side} END"
        for square, part in zip(squares, parts, strict=True)
    )
    return east, north


def _is_like(cell: str, form: str) -> str:
    return f"regexp_matches({squeezed_sql(cell)}, '{form}')"
