"""Priority places drawn on a map: a GeoJSON FeatureCollection of polygons with the name, the year and the set of each."""

import json
import re
from collections.abc import Sequence
from functools import partial
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from wardmote.errors import BadInput
from wardmote.evidence.content import Prepared
from wardmote.evidence.inputs import InputFile
from wardmote.evidence.ledger import LoadedFile
from wardmote.evidence.sources.base import Head, Loading, read_each
from wardmote.evidence.sources.place_sets import SETS, YEAR
from wardmote.evidence.sources.polygons import grid_of, outline_of
from wardmote.evidence.tables import PLACE_OUTLINES

_BEGINNING = re.compile(r'^\s*\{\s*"(type"\s*:\s*"FeatureCollection"|crs"|name"|features")')
_PROPERTY = re.compile(r'"([A-Za-z0-9_ ]+)"\s*:')
_YEAR_LIKE = re.compile(r"^(20\d\d)-\d\d$")
_SET_LIKE = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")
_SET = "set"
_SCHEMA = pa.schema([("name", pa.string()), ("year", pa.int32()), ("place", pa.string()), ("outline", pa.binary())])

Row = dict[str, object]


class PlaceOutlines:
    """Each feature has a year (like 2024-25) and either a place under the heading of its set, or its `set` and `name`."""

    id = "place-outlines"
    title = "Priority places, drawn"
    is_open_data = True
    joins_files = False

    def recognises(self, head: Head) -> bool:
        found = set(_PROPERTY.findall(head.text))
        return bool(_BEGINNING.match(head.text)) and bool(found & set(YEAR)) and bool(found & {_SET, *SETS})

    def read(self, files: Sequence[InputFile], loading: Loading) -> list[LoadedFile]:
        return read_each(files, loading, title=self.title, read=partial(_read_file, loading=loading))


def _read_file(file: InputFile, prepared: Prepared, *, loading: Loading) -> LoadedFile:
    by_slice: dict[str, list[Row]] = {}
    rows = _rows(prepared.path.read_bytes(), name=file.name)
    for row in rows:
        by_slice.setdefault(f"{row['name']}-{row['year']}", []).append(row)
    held = loading.writing.rows_held(PLACE_OUTLINES)
    for edition, part in by_slice.items():
        path = loading.writing.new_file(PLACE_OUTLINES, (edition,), part=prepared.path.stem)
        pq.write_table(pa.Table.from_pylist(part, schema=_SCHEMA), path, compression="zstd")
        loading.writing.add(PLACE_OUTLINES, (edition,), path, rows=len(part))
    loading.progress.rows(len(rows))
    return LoadedFile(
        file.name,
        prepared.digest,
        {PLACE_OUTLINES.name: [[edition] for edition in by_slice]},
        len(rows),
        len(rows),
        0,
        superseded=sum(held.get((edition,), 0) for edition in by_slice),
    )


def _rows(content: bytes, *, name: str) -> list[Row]:
    """One row a feature. Raises BadInput, naming the file and the feature, for the first that cannot be used."""
    try:
        features, on_grid = _features(json.loads(content))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadInput(
            "is not a GeoJSON collection of features with properties, in WGS84 or the British National Grid",
            where=name,
            do="export it again as GeoJSON",
        ) from error
    return [
        _row(feature, on_grid=on_grid, where=f"{name}, feature {number}")
        for number, feature in enumerate(features, start=1)
    ]


def _features(collection: dict[str, Any]) -> tuple[list[dict[str, Any]], bool]:
    """The features, which all have properties, and whether they are on the grid. Raises ValueError where they are not."""
    features = collection["features"]
    if not features or not all(isinstance(one["properties"], dict) for one in features):
        raise ValueError("no features with properties")
    return features, grid_of(collection.get("crs"))


def _row(feature: dict[str, Any], *, on_grid: bool, where: str) -> Row:
    properties = feature["properties"]
    year = _YEAR_LIKE.match(str(next((properties[key] for key in YEAR if key in properties), "")))
    if not year:
        raise BadInput("the year is not written like 2024-25", where=where, do="write the financial year of the places")
    set_, place = _set_and_place(properties)
    if not place or not _SET_LIKE.match(set_):
        raise BadInput(
            "does not say which place it is, and of which set",
            where=where,
            do="give it a name, and a set in small letters and hyphens such as patrol-areas",
        )
    outline = outline_of(feature.get("geometry"), on_grid=on_grid, where=where)
    return {"name": set_, "year": int(year[1]), "place": place, "outline": outline}


def _set_and_place(properties: dict[str, Any]) -> tuple[str, str]:
    for heading, set_ in SETS.items():
        if properties.get(heading):
            return set_, str(properties[heading])
    return str(properties.get(_SET) or ""), str(properties.get("name") or properties.get("Name") or "")
