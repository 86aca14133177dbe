"""What the evidence says about one measure, as chosen."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from wardmote.assessment.drawings import AreaMap, Lines
from wardmote.definitions.catalogue import find_measure
from wardmote.definitions.measure import Measure
from wardmote.errors import NotAvailable
from wardmote.evidence.evidence import Evidence
from wardmote.measures.finding import Finding
from wardmote.measures.series import Series
from wardmote.reports.charts import Chart, draw_chart
from wardmote.web.insight.queries.choices import PERIODS, Choices
from wardmote.web.insight.queries.series import series_of_area, series_of_places
from wardmote.web.insight.queries.shapes import outlines


@dataclass(frozen=True)
class MeasureAnswer:
    """What stands behind a measure's page.

    `findings` are about the chosen area, `place_findings` about each of the places compared, by area code. `places`
    has one period, and is None where the months for it are not loaded. `place_map` is None without boundaries.
    """

    measure: Measure
    choices: Choices
    findings: tuple[Finding, ...]
    chart: Chart | None
    places: Series | None
    place_findings: Mapping[str, Finding]
    place_map: Chart | None
    load: int
    load_names: tuple[str, ...]


@lru_cache(maxsize=64)
def measure_answer(evidence: Evidence, measure_id: str, choices: Choices) -> MeasureAnswer:
    """The answer for one measure; raises BadInput for one that is not in the catalogue."""
    measure = find_measure(measure_id)
    places = _places(evidence, measure, choices)
    return MeasureAnswer(
        measure=measure,
        choices=choices,
        findings=(),
        chart=_chart(evidence, measure, choices),
        places=places,
        place_findings={},
        place_map=_map(evidence, measure, choices, places) if places else None,
        load=evidence.number,
        load_names=tuple(load.name for load in evidence.loads),
    )


def _chart(evidence: Evidence, measure: Measure, choices: Choices) -> Chart | None:
    found = series_of_area(
        evidence, measure.id, area=choices.area, period=choices.period, start=choices.start, end=choices.end
    )
    if not (found.status == "ok").any():
        return None
    title = f"{measure.short_title}: {PERIODS[choices.period].lower()}, {found.areas[0].name}"
    return draw_chart(Lines(series=(found,), named_by="area"), title=title, source=measure.source)


def _places(evidence: Evidence, measure: Measure, choices: Choices) -> Series | None:
    try:
        found = series_of_places(evidence, measure.id, by=choices.by, end=choices.end)
    except NotAvailable:
        return None
    return found if found.periods and len(found.areas) > 1 else None


def _map(evidence: Evidence, measure: Measure, choices: Choices, places: Series) -> Chart | None:
    shapes = outlines(evidence, kind=choices.by)
    whole = series_of_places(evidence, measure.id, by="partnership", end=choices.end)
    reference = float(whole.value[0, 0]) if whole.periods else np.nan
    if not shapes or places.unit == "count" or np.isnan(reference):
        return None
    drawing = AreaMap(series=(places,), reference=reference, shapes=shapes)
    return draw_chart(drawing, title=f"{measure.short_title}: where it is higher and lower", source=measure.source)
