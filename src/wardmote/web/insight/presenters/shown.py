"""A measure in short, for the pages of other rooms: see `core.evidence`."""

from wardmote.definitions.catalogue import find_measure
from wardmote.definitions.measure import Measure
from wardmote.errors import NotAvailable
from wardmote.evidence.evidence import Evidence
from wardmote.web.core.components import Figure
from wardmote.web.core.evidence import Shown
from wardmote.web.core.workspace import current_evidence
from wardmote.web.insight.presenters.addresses import measure_address
from wardmote.web.insight.presenters.figures import figure
from wardmote.web.insight.presenters.findings import lead_sentence
from wardmote.web.insight.queries.charts import time_chart
from wardmote.web.insight.queries.choices import Choices
from wardmote.web.insight.queries.findings import partnership_findings
from wardmote.web.insight.queries.series import horizon

_CHART_MONTHS = 48


def measure_shown(measure_id: str, *, has_chart: bool = False) -> Shown:
    """How the measure changed in the whole partnership, in the words that its own page uses.

    Raises `NotAvailable` where nothing is loaded, and `BadInput` for a measure that is not in the catalogue.
    """
    measure, evidence = find_measure(measure_id), current_evidence()
    try:
        return _shown(evidence, measure, has_chart=has_chart)
    except NotAvailable as error:
        # Commands name a measure by its id, which is what was typed there; nobody typed it on these pages.
        raise NotAvailable(error.what, where=measure.short_title, do=error.do) from error


def _shown(evidence: Evidence, measure: Measure, *, has_chart: bool) -> Shown:
    if not evidence.loads:
        raise NotAvailable("no evidence is loaded yet", do="load it: wardmote load PATH")
    months = horizon(evidence).months
    found = partnership_findings(evidence, start=months[0], end=months[-1])
    return Shown(
        measure_id=measure.id,
        title=measure.short_title,
        sentence=lead_sentence(one for one in found if one.measure == measure.id),
        href=measure_address(measure.id),
        figure=_figure(evidence, measure) if has_chart else None,
    )


def _figure(evidence: Evidence, measure: Measure) -> Figure | None:
    months = horizon(evidence).months[-_CHART_MONTHS:]
    choices = Choices(by="partnership", period="month", start=months[0], end=months[-1], area=None)
    chart = time_chart(evidence, measure, choices)
    return figure(chart) if chart else None
