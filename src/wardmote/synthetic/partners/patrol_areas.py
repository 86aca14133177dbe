"""Areas that are patrolled for anti-social behaviour, drawn on the British National Grid; one has a hole in it."""

import json
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from wardmote.synthetic.partners.delivery import Delivery
from wardmote.synthetic.partners.priority_places import priority_lsoas, year_label
from wardmote.synthetic.partners.truths import FileTruth
from wardmote.synthetic.partners.world import World, grid_positions

Numbers = npt.NDArray[np.int64]

NAME = "patrol-areas.geojson"
SET = "patrol-areas"
# Edges lie on the lines of the 100 metre grid to whose squares records are moved, so that none changes sides.
_SQUARE_M = 100
_BRITISH_NATIONAL_GRID = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::27700"}}


@dataclass(frozen=True)
class Box:
    """A rectangle by its west, south, east and north edges in metres; the west and south edges belong to it."""

    west: int
    south: int
    east: int
    north: int

    def holds(self, position: Numbers) -> npt.NDArray[np.bool_]:
        """Whether each easting and northing, shape (2, n), lies in it."""
        east, north = position
        return np.asarray((east >= self.west) & (east < self.east) & (north >= self.south) & (north < self.north))

    @property
    def ring(self) -> list[list[int]]:
        """Its corners, anticlockwise, the first again at the end."""
        w, s, e, n = self.west, self.south, self.east, self.north
        return [[w, s], [e, s], [e, n], [w, n], [w, s]]


def patrol_boxes(world: World) -> tuple[tuple[Box, Box | None], ...]:
    """The areas of every year, around the two busiest places: each with its hole, if it has one."""
    first, second = next(iter(priority_lsoas(world).values()))[:2]
    return (
        (_around(world, first, east=600, north=500), _around(world, first, east=100, north=100)),
        (_around(world, second, east=400, north=700), None),
    )


def is_in_patrol_area(world: World, position: Numbers) -> npt.NDArray[np.bool_]:
    """Whether each easting and northing, shape (2, n), lies in a patrol area and in no hole of it."""
    is_inside = np.zeros(position.shape[1], dtype=bool)
    for box, hole in patrol_boxes(world):
        is_here = box.holds(position)
        if hole:
            is_here &= ~hole.holds(position)
        is_inside |= is_here
    return is_inside


def patrol_areas(world: World) -> Delivery:
    """One file with the areas of all years, which are the same in each."""
    features = [
        _feature(box, hole, name=f"Patrol area {i}", year=year_label(start.year))
        for start, _ in world.years
        for i, (box, hole) in enumerate(patrol_boxes(world), start=1)
    ]
    collection = {"type": "FeatureCollection", "crs": _BRITISH_NATIONAL_GRID, "features": features}
    content = json.dumps(collection, separators=(",", ":")).encode("utf-8")
    return Delivery(content, FileTruth(NAME, "place-outlines", len(features)))


def _feature(box: Box, hole: Box | None, *, name: str, year: str) -> dict[str, object]:
    rings = [box.ring, *([hole.ring[::-1]] if hole else [])]
    return {
        "type": "Feature",
        "properties": {"set": SET, "name": name, "year": year},
        "geometry": {"type": "Polygon", "coordinates": rings},
    }


def _around(world: World, lsoa: str, *, east: int, north: int) -> Box:
    """So many metres to each side of the middle of an LSOA's first cell."""
    cell = next(cell for cell in world.cells if cell.lsoa21.code == lsoa)
    middle = np.array([world.country.lattice.inside(cell, u=0.5, v=0.5)]).T
    x, y = (int(metres) // _SQUARE_M * _SQUARE_M for metres in grid_positions(middle)[:, 0])
    return Box(x - east, y - north, x + east, y + north)
