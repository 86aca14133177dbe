"""One live measure as the report shows it."""

from collections.abc import Sequence

from wardmote.definitions.measure import Measure
from wardmote.evidence.evidence import Evidence
from wardmote.measures.finding import Finding
from wardmote.reports.kpi.bands import band_of, target_of
from wardmote.reports.kpi.charting import chart_of
from wardmote.reports.kpi.content import KpiEntry, Reading
from wardmote.reports.kpi.flags import flags_of
from wardmote.reports.kpi.quarter import Quarter
from wardmote.reports.kpi.reading import newest_quarter, quarter_reading, read_series, reading_of

_SENTENCES_FIRST = ("change", "control", "trend", "benchmark")


def entry_of(evidence: Evidence, measure: Measure, quarter: Quarter, findings: Sequence[Finding]) -> KpiEntry:
    """The measure in the quarter; `findings` are those of this measure. Raises NotAvailable where nothing is loaded."""
    series = read_series(evidence, measure, period="quarter", last=quarter.last)
    newest = newest_quarter(series, quarter)
    latest = quarter_reading(series, newest)
    control, no_chart = chart_of(evidence, measure, last=quarter.last)
    finding = _first(findings)
    return KpiEntry(
        measure=measure,
        finding=finding,
        latest=latest,
        year_before=quarter_reading(series, newest.year_before),
        is_older=newest != quarter,
        control=control,
        chart_title=_chart_title(measure, findings),
        no_chart=no_chart,
        target=target_of(measure, latest, finding),
        band=band_of(measure, _of_the_year(evidence, measure, newest) if measure.benchmark else latest),
        flags=flags_of(evidence, measure, newest),
        caveats=finding.caveats if finding else measure.caveats,
    )


def _first(findings: Sequence[Finding]) -> Finding | None:
    """The change between two years where there is one: it is the one that a plan is judged by."""
    return next((one for kind in _SENTENCES_FIRST for one in findings if one.kind == kind), None)


def _chart_title(measure: Measure, findings: Sequence[Finding]) -> str:
    """What the chart shows, in a sentence."""
    found = next((one.sentence.rstrip(".") for one in findings if one.kind == "control"), "")
    return found or f"{measure.short_title} month by month"


def _of_the_year(evidence: Evidence, measure: Measure, newest: Quarter) -> Reading:
    """Benchmarks are published for years: the twelve months up to the quarter's end, or the quarter without them."""
    year = reading_of(read_series(evidence, measure, period="rolling-12", last=newest.last), newest.last)
    if year.value is not None:
        return year
    return quarter_reading(read_series(evidence, measure, period="quarter", last=newest.last), newest)
