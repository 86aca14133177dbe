"""Files as bytes, with the small ways in which the published ones differ."""

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence

BYTE_ORDER_MARK = "\ufeff".encode()


def csv_bytes(
    header: Sequence[str], rows: Iterable[Sequence[object]], *, has_mark: bool = False, line_end: str = "\n"
) -> bytes:
    """A CSV file, with a byte-order mark and Windows line ends where the publisher's has them."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator=line_end)
    writer.writerow(header)
    writer.writerows(rows)
    return (BYTE_ORDER_MARK if has_mark else b"") + text.getvalue().encode("utf-8")


def geojson_bytes(features: Iterable[tuple[Mapping[str, str], Sequence[object]]]) -> bytes:
    """A GeoJSON collection of multipolygons from (properties, rings) pairs; each ring is a polygon without holes."""
    collection = {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": dict(properties),
                "geometry": {"type": "MultiPolygon", "coordinates": [[ring] for ring in rings]},
            }
            for properties, rings in features
        ],
    }
    return json.dumps(collection, separators=(",", ":")).encode("utf-8")


def add_to_zip(archive: zipfile.ZipFile, path: str, content: bytes, *, effort: int = 6) -> None:
    """Add one file under a fixed date: the time of writing would make every zip different. `effort` is from 1 to 9."""
    entry = zipfile.ZipInfo(path, date_time=(2025, 5, 1, 0, 0, 0))
    archive.writestr(entry, content, compress_type=zipfile.ZIP_DEFLATED, compresslevel=effort)
