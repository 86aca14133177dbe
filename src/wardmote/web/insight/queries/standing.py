"""How the places stand beside each other, and who is harmed, ready to be shown."""

from functools import lru_cache

from wardmote.assessment.drawings import AreaFunnel, Gradient
from wardmote.definitions.catalogue import find_measure
from wardmote.errors import NotAvailable
from wardmote.evidence.evidence import Evidence
from wardmote.measures.deprivation import harmed_by_deprivation
from wardmote.measures.measuring import Unit, measure_series
from wardmote.measures.periods import add_months
from wardmote.measures.releasing import release
from wardmote.measures.standing import standing_of
from wardmote.reports.charts import Chart, draw_chart
from wardmote.web.insight.queries.choices import PLACES, Choices


@lru_cache(maxsize=64)
def funnel_of_places(evidence: Evidence, measure_id: str, choices: Choices) -> AreaFunnel | None:
    """The places in the 12 months that end with the last chosen; None where they have no rate or share to compare."""
    measure = find_measure(measure_id)
    unit: Unit = "proportion" if measure.is_share else "rate"
    start = add_months(choices.end, -11)
    try:
        series = measure_series(
            evidence, measure, by=choices.by, period="rolling-12", start=start, end=choices.end, unit=unit
        )
        return AreaFunnel(series=(release(series),), standing=standing_of(series))
    except NotAvailable:
        return None


def funnel_chart(drawing: AreaFunnel, choices: Choices) -> Chart:
    """The funnel, its title saying how many places stand out."""
    (series,), verdicts = drawing.series, drawing.standing.verdicts
    places = PLACES[choices.by].lower() if choices.by != "lsoa" else "neighbourhoods"
    out = sum(one in {"high", "low"} for one in verdicts)
    said = f"{out or 'none'} of {drawing.standing.ranks.areas} {places} {'stands' if out == 1 else 'stand'} out"
    if not drawing.standing.knows_spread:
        said = f"too few {places} to say whether one stands out"
    return draw_chart(drawing, title=f"{series.measure.short_title}: {said}", source=series.measure.source)


@lru_cache(maxsize=64)
def harmed_chart(evidence: Evidence, measure_id: str, choices: Choices) -> Chart | None:
    """The rate from the most to the least deprived residents of the partnership; None where that is not known.

    Only of open data: of a partner's, the sum of a group less the areas that are shown could tell one that is not.
    """
    measure = find_measure(measure_id)
    if measure.release != "open":
        return None
    try:
        harmed = harmed_by_deprivation(evidence, measure, end=choices.end)
    except NotAvailable:
        return None
    if not harmed.events.sum():
        return None
    drawing = Gradient(series=(release(harmed.series),), inequality=harmed.inequality)
    title = f"{measure.short_title}: from where the most deprived live to where the least deprived do"
    return draw_chart(drawing, title=title, source=measure.source)
