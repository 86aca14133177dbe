"""A measure in short, for the pages of other rooms: see `core.evidence`."""

from wardmote.definitions.catalogue import find_measure
from wardmote.errors import NotAvailable
from wardmote.evidence.evidence import Evidence
from wardmote.web.core.components import Figure
from wardmote.web.core.evidence import Shown
from wardmote.web.core.workspace import current_evidence
from wardmote.web.insight.presenters.addresses import measure_address
from wardmote.web.insight.presenters.figures import figure
from wardmote.web.insight.presenters.findings import finding_line
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
    if not evidence.loads:
        raise NotAvailable("no evidence is loaded yet", where=measure.short_title, do="load it: wardmote load PATH")
    months = horizon(evidence).months
    found = partnership_findings(evidence, start=months[0], end=months[-1])
    change = next((one for one in found if one.measure == measure_id and one.kind == "change"), None)
    return Shown(
        measure_id=measure_id,
        title=measure.short_title,
        sentence=finding_line(change).sentence if change else "It cannot be told yet how this changed.",
        href=measure_address(measure_id),
        figure=_figure(evidence, measure_id) if has_chart else None,
    )


def _figure(evidence: Evidence, measure_id: str) -> Figure | None:
    months = horizon(evidence).months[-_CHART_MONTHS:]
    choices = Choices(by="partnership", period="month", start=months[0], end=months[-1], area=None)
    chart = time_chart(evidence, find_measure(measure_id), choices)
    return figure(chart) if chart else None
