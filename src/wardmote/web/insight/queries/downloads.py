"""What a measure's page downloads: the same series and findings that it shows."""

from wardmote.definitions.catalogue import find_measure
from wardmote.errors import NotAvailable
from wardmote.evidence.evidence import Evidence
from wardmote.measures.exchange import to_csv, to_json
from wardmote.web.insight.queries.choices import Choices
from wardmote.web.insight.queries.findings import findings_of, place_findings
from wardmote.web.insight.queries.mapped import places_geojson
from wardmote.web.insight.queries.series import series_of_area, series_of_places

DOWNLOADS = ("figures.csv", "figures.json", "places.csv", "places.json", "places.geojson")


def download_text(evidence: Evidence, measure_id: str, choices: Choices, *, name: str) -> str:
    """One of `DOWNLOADS`: the figures are those over time, the places those of the last 12 months by place."""
    start, end = choices.start, choices.end
    if name.startswith("places"):
        series = series_of_places(evidence, measure_id, by=choices.by, end=end)
        if not series.periods:
            raise NotAvailable("12 months of figures", where=find_measure(measure_id).title, do="choose a later month")
        if name.endswith(".geojson"):
            return places_geojson(evidence, measure_id, choices, places=series)
        if name.endswith(".csv"):
            return to_csv((series,))
        return to_json(series, place_findings(evidence, measure_id, by=choices.by, start=start, end=end))
    series = series_of_area(evidence, measure_id, area=choices.area, period=choices.period, start=start, end=end)
    if name.endswith(".csv"):
        return to_csv((series,))
    return to_json(series, findings_of(evidence, measure_id, area=choices.area, start=start, end=end))
