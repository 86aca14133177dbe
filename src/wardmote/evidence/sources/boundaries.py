"""Boundaries: a GeoJSON FeatureCollection in WGS84, as ONS publishes it."""

import json
import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from wardmote.errors import BadInput
from wardmote.evidence.content import Prepared
from wardmote.evidence.inputs import InputFile
from wardmote.evidence.ledger import LoadedFile
from wardmote.evidence.sources.base import Head, Loading, read_each
from wardmote.evidence.sources.headings import AreaColumns, area_columns
from wardmote.evidence.tables import BOUNDARIES, QUARANTINE

_BEGINNING = re.compile(r'^\s*\{\s*"(type"\s*:\s*"FeatureCollection"|crs"|name"|features")')
_PROPERTY = re.compile(r'"([A-Za-z0-9_]+)"\s*:')
_NO_AREA = "the outline has no area code or cannot be drawn"
MENDED = "outlines that crossed themselves were mended"
_ONE_MENDED = "1 outline that crossed itself was mended"
_OUTLINE_SCHEMA = pa.schema(
    [("kind", pa.string()), ("code", pa.string()), ("name", pa.string()), ("outline", pa.binary())]
)


class Boundaries:
    """Outlines of areas for maps. Codes are counted; outlines only draw."""

    id = "boundaries"
    title = "Boundaries (ONS)"
    is_open_data = True
    joins_files = False

    def recognises(self, head: Head) -> bool:
        return bool(_BEGINNING.match(head.text)) and bool(area_columns(_PROPERTY.findall(head.text)))

    def read(self, files: Sequence[InputFile], loading: Loading) -> list[LoadedFile]:
        return read_each(files, loading, title=self.title, read=partial(_read_file, loading=loading))


def _read_file(file: InputFile, prepared: Prepared, *, loading: Loading) -> LoadedFile:
    try:
        features = json.loads(prepared.path.read_bytes())["features"]
        columns = area_columns(list(features[0]["properties"]))[0]
    except (ValueError, KeyError, IndexError, TypeError) as error:
        raise BadInput(
            "is not GeoJSON whose features carry an area code",
            where=file.name,
            do="download it again as GeoJSON, WGS84",
        ) from error
    outlines = list(_outlines(features, columns))
    loading.progress.rows(len(outlines))
    kept = [outline for outline in outlines if outline["outline"] is not None]
    refused = [place for place, outline in enumerate(outlines, start=1) if outline["outline"] is None]
    _write(kept, columns, loading, part=prepared.path.stem)
    _write_quarantine(refused, file.name, loading, part=prepared.path.stem)
    mended = sum(outline["is_mended"] for outline in outlines)
    return LoadedFile(
        file.name,
        prepared.digest,
        {BOUNDARIES.name: [[columns.kind]]},
        len(outlines),
        len(kept),
        len(refused),
        superseded=loading.writing.rows_held(BOUNDARIES).get((columns.kind,), 0),
        notes=(_ONE_MENDED if mended == 1 else f"{mended} {MENDED}",) if mended else (),
    )


def _outlines(features: Sequence[dict[str, Any]], columns: AreaColumns) -> Iterator[dict[str, Any]]:
    import shapely

    for feature in features:
        properties, code = feature["properties"], feature["properties"].get(columns.code)
        shape = shapely.from_geojson(json.dumps(feature.get("geometry")), on_invalid="ignore") if code else None
        is_mended = shape is not None and not shape.is_valid
        outline = shapely.make_valid(shape) if is_mended else shape
        yield {
            "kind": columns.kind,
            "code": code,
            "name": properties.get(columns.name or "", ""),
            "outline": None if outline is None or outline.is_empty else shapely.to_wkb(outline),
            "is_mended": is_mended,
        }


def _write(outlines: list[dict[str, Any]], columns: AreaColumns, loading: Loading, *, part: str) -> None:
    slice_ = (columns.kind,)
    path = loading.writing.new_file(BOUNDARIES, slice_, part=part)
    pq.write_table(pa.Table.from_pylist(outlines, schema=_OUTLINE_SCHEMA), path, compression="zstd")
    loading.writing.add(BOUNDARIES, slice_, path, rows=len(outlines))


def _write_quarantine(places: list[int], name: str, loading: Loading, *, part: str) -> None:
    if not places:
        return
    slice_ = (str(loading.writing.number),)
    path = loading.writing.new_file(QUARANTINE, slice_, part=part)
    rows = {
        "file": [name] * len(places),
        "row": pa.array(places, pa.int32()),
        "reason": [_NO_AREA] * len(places),
        "text": pa.nulls(len(places), pa.string()),
    }
    pq.write_table(pa.table(rows), path, compression="zstd")
    loading.writing.add(QUARANTINE, slice_, path, rows=len(places))
