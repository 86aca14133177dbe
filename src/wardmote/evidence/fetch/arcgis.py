"""Layers and tables of an ArcGIS feature service, such as ONS Open Geography.

The service answers a query with pages (`resultOffset`, `resultRecordCount`), with an error inside a page of status
200, and with fewer rows than asked when its own limit is lower.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO
from urllib.parse import urlencode

from wardmote.errors import BadInput, NotAvailable
from wardmote.evidence.fetch.client import Client
from wardmote.evidence.fetch.downloads import Item
from wardmote.evidence.fetch.table_out import write_table


@dataclass(frozen=True)
class ArcgisQuery:
    """All rows of one layer: a CSV of the item's columns, or GeoJSON in longitude and latitude."""

    item: Item
    layer: str

    def key(self) -> str:
        """The first page's address says all that matters."""
        return self.address(0)

    def count(self, client: Client) -> int:
        """How many rows the layer has.

        Raises:
            NotAvailable: the service has no such layer, or an empty one.
        """
        answer = client.json(f"{self.layer}?{urlencode({**self._asked(), 'returnCountOnly': 'true', 'f': 'json'})}")
        count = answer.get("count") if isinstance(answer, dict) else None
        if not isinstance(count, int) or count == 0:
            told = _told(answer) or "it has no rows"
            raise NotAvailable(f"the service does not give this layer ({told})", where=self.layer)
        return count

    def address(self, offset: int) -> str:
        """The page that begins at row `offset`; rows are in a fixed order, or pages would overlap."""
        asked = self._asked() | {
            "outFields": ",".join(self.item.columns),
            "returnGeometry": "true" if self.item.is_geojson else "false",
            "resultOffset": str(offset),
            "resultRecordCount": str(self.item.page),
        }
        if self.item.order_by:
            asked["orderByFields"] = self.item.order_by
        if self.item.is_geojson:
            asked |= {"outSR": "4326", "geometryPrecision": "6"}
        return f"{self.layer}?{urlencode(asked | {'f': 'geojson' if self.item.is_geojson else 'json'})}"

    def rows(self, page: Path) -> list[Any]:
        """The features of one page.

        Raises:
            BadInput: the page tells of an error, or lacks a column.
            ValueError: it is not JSON.
        """
        answer = json.loads(page.read_text(encoding="utf-8"))
        if told := _told(answer):
            raise BadInput(f"the service answered with an error ({told})", where=self.layer)
        features = list(answer["features"])
        for feature in features[:1]:
            missing = [name for name in self.item.columns if name not in feature[self._fields_are_in]]
            if missing:
                raise BadInput(f"the columns {', '.join(missing)} are not in what arrived", where=self.layer)
        return features

    def write(self, rows: Iterator[Any], out: TextIO) -> None:
        """The finished CSV or GeoJSON."""
        if self.item.is_geojson:
            out.write('{"type":"FeatureCollection","features":[\n')
            lines = (json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
            out.writelines(f"{',' if number else ''}{line}\n" for number, line in enumerate(lines))
            out.write("]}\n")
            return
        write_table((row["attributes"] for row in rows), self.item, out)

    @property
    def _fields_are_in(self) -> str:
        return "properties" if self.item.is_geojson else "attributes"

    def _asked(self) -> dict[str, str]:
        return {"where": self.item.where}


def _told(answer: Any) -> str:
    error = answer.get("error") if isinstance(answer, dict) else None
    return str(error.get("message") or error.get("code") or "no reason given") if isinstance(error, dict) else ""
