"""The places of a measure with their outlines: for the map that can be moved, and for other programs that draw maps."""

import json
from typing import Any

import numpy as np

from wardmote.assessment.wording import interval, number, unit_in_words
from wardmote.errors import NotAvailable
from wardmote.evidence.evidence import Evidence
from wardmote.measures.series import Series
from wardmote.reports.charts.area_map import CLASSES, class_of
from wardmote.web.core.outlines import outlines
from wardmote.web.insight.queries.choices import Choices
from wardmote.web.insight.queries.series import series_of_places

# About a metre: published outlines are no finer.
_DECIMALS = 5


def places_geojson(evidence: Evidence, measure_id: str, choices: Choices, *, places: Series) -> str:
    """GeoJSON (WGS84): a feature for each place that has an outline, with its level and what is said of it.

    The legend, an extra member, gives the shades in order and what each means. Raises NotAvailable where there is
    nothing to draw, as for the map of the page.
    """
    shapes = outlines(evidence, kind=choices.by)
    whole = series_of_places(evidence, measure_id, by="partnership", end=choices.end)
    if not shapes or places.unit == "count" or not whole.periods or np.isnan(whole.value[0, 0]):
        raise NotAvailable("a map of these places", do="load the boundaries and the population estimates from ONS")
    reference = float(whole.value[0, 0])
    rows = [row for row, area in enumerate(places.areas) if area.code in shapes]
    features = [_feature(places, row, shape=shapes[places.areas[row].code], reference=reference) for row in rows]
    present = {feature["properties"]["level"] for feature in features}
    legend = [{"words": words, "colour": colour} for words, colour in CLASSES.items() if words in present]
    return json.dumps({"type": "FeatureCollection", "legend": legend, "features": features}, ensure_ascii=False)


def _feature(places: Series, row: int, *, shape: Any, reference: float) -> dict[str, Any]:
    area, level = places.areas[row], class_of(places, row, reference=reference)
    value, lower, upper = (float(matrix[row, 0]) for matrix in (places.value, places.lower, places.upper))
    said = "no figure to show"
    if not np.isnan(value):
        spread = interval(lower, upper, unit=places.unit)
        said = f"{number(value, unit=places.unit)} {unit_in_words(places)} (95% interval: {spread})"
    properties = {"code": area.code, "name": area.name, "said": said, "level": level, "colour": CLASSES[level]}
    geometry = {"type": shape["type"], "coordinates": _rounded(shape["coordinates"])}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def _rounded(coordinates: Any) -> Any:
    if isinstance(coordinates, float | int):
        return round(coordinates, _DECIMALS)
    return [_rounded(one) for one in coordinates]
