"""What the evidence says about one measure, as chosen."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from wardmote.assessment.drawings import AreaFunnel
from wardmote.definitions.catalogue import find_measure
from wardmote.definitions.measure import Measure
from wardmote.errors import NotAvailable
from wardmote.evidence.evidence import Evidence
from wardmote.evidence.ledger import Load
from wardmote.measures.finding import Finding
from wardmote.measures.lateness import Lateness, lateness_of
from wardmote.measures.series import Series
from wardmote.reports.charts import Chart
from wardmote.web.insight.queries.charts import place_chart, time_chart
from wardmote.web.insight.queries.choices import Choices
from wardmote.web.insight.queries.findings import changes_by_place, findings_of
from wardmote.web.insight.queries.loads import loads_of
from wardmote.web.insight.queries.series import series_of_places
from wardmote.web.insight.queries.standing import funnel_chart, funnel_of_places, harmed_chart


@dataclass(frozen=True)
class MeasureAnswer:
    """What stands behind a measure's page.

    `findings` are about the chosen area, `place_changes` about each of the places compared, by area code. `places`
    has one period, and is None where there are not two places to compare. `place_map` is None without outlines.
    `funnel` is None where places have no rate or share to compare, and `harmed` where deprivation is not known.
    `lateness` is how late records come to the whole partnership, None where the files do not tell. `loads` hold rows
    that the measure counts, the newest last.
    """

    measure: Measure
    choices: Choices
    findings: tuple[Finding, ...]
    chart: Chart | None
    places: Series | None
    place_changes: Mapping[str, Finding]
    place_map: Chart | None
    standing: AreaFunnel | None
    funnel: Chart | None
    harmed: Chart | None
    lateness: Lateness | None
    load: int
    loads: tuple[Load, ...]


@lru_cache(maxsize=64)
def measure_answer(evidence: Evidence, measure_id: str, choices: Choices) -> MeasureAnswer:
    """The answer for one measure; raises NotAvailable where what it counts is not loaded."""
    measure, start, end = find_measure(measure_id), choices.start, choices.end
    places = _places(evidence, measure, choices)
    standing = funnel_of_places(evidence, measure_id, choices) if places else None
    return MeasureAnswer(
        measure=measure,
        choices=choices,
        findings=findings_of(evidence, measure_id, area=choices.area, start=start, end=end),
        chart=time_chart(evidence, measure, choices),
        places=places,
        place_changes=changes_by_place(evidence, measure_id, by=choices.by, start=start, end=end) if places else {},
        place_map=place_chart(evidence, measure, choices, places=places) if places else None,
        standing=standing,
        funnel=funnel_chart(standing, choices) if standing else None,
        harmed=harmed_chart(evidence, measure_id, choices) if choices.area is None else None,
        lateness=_lateness(evidence, measure),
        load=evidence.number,
        loads=loads_of(evidence, measure),
    )


def _places(evidence: Evidence, measure: Measure, choices: Choices) -> Series | None:
    try:
        found = series_of_places(evidence, measure.id, by=choices.by, end=choices.end)
    except NotAvailable:
        # A programme, for one, is followed and is nowhere: its page has the figures of the whole and no places.
        return None
    return found if found.periods and len(found.areas) > 1 else None


def _lateness(evidence: Evidence, measure: Measure) -> Lateness | None:
    if measure.numerator.table != "events":
        return None
    try:
        return lateness_of(evidence, measure.id)
    except NotAvailable:
        # A file that says one day only, or too few months: nobody can tell, and the caveats say what is known.
        return None
