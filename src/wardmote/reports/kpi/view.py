"""The report as text, lists and mappings, for the page's template."""

from wardmote.assessment.document import Figure
from wardmote.assessment.wording import capital_first
from wardmote.reports.charts import draw_chart
from wardmote.reports.kpi.content import KpiEntry, KpiReport
from wardmote.reports.kpi.words import flag_sentence, sentence_of, value_in_full, value_of, verdict_on
from wardmote.reports.view import View, figure_view

TITLE = "Performance report"
SUMMARY_NOTE = (
    "The two quarters are shown and not tested. “More than chance?” is about the twelve months up to the quarter’s end, or to"
    " the newest month that is not provisional, against the twelve before. “Cannot tell” is no “No”: too little is known, or"
    " the two years were not recorded alike."
)
# What the tables of the summary are called, by the verdict of the measures in them.
_GROUPS = {
    "Yes": "Changed by more than chance explains",
    "No": "No change that can be told from chance",
    "Cannot tell": "Nobody can tell yet",
}
LEFT_OUT = ("Measure", "Status", "Why it is left out")


def view_of_kpi(report: KpiReport) -> View:
    """All that the page shows, with its charts drawn."""
    entries = [_entry(number, entry) for number, entry in enumerate(report.entries, start=1)]
    groups = [
        {"title": title, "measures": [one for one in entries if one["verdict"] == verdict]}
        for verdict, title in _GROUPS.items()
    ]
    return {
        "title": TITLE,
        "partnership": report.partnership,
        "quarter": report.quarter.label,
        "quarter_before": report.quarter.before.label,
        "period": report.quarter.in_words,
        "news": list(report.news),
        "summary_note": SUMMARY_NOTE,
        "headline": headline_of(report),
        "measures": entries,
        "groups": [group for group in groups if group["measures"]],
        "left_out": {"header": list(LEFT_OUT), "rows": left_out_rows(report), "numeric": []},
        "method": list(report.method),
        "sources": list(report.sources),
        "load": report.load,
    }


def headline_of(report: KpiReport) -> str:
    """How many measures changed, how many did not as far as can be told, and of how many nobody can tell."""
    verdicts = [verdict_on(entry.finding) for entry in report.entries]
    changed, same, unknown = (verdicts.count(verdict) for verdict in _GROUPS)
    return (
        f"Of {len(verdicts):,} live measures, {changed} changed over the year by more than chance explains, {same} did not,"
        f" and of {unknown} nobody can tell yet."
    )


def left_out_rows(report: KpiReport) -> list[list[str]]:
    """Measures without evidence, and those that are not live."""
    waiting = [[one.measure.title, "Live", capital_first(one.reason)] for one in report.without_evidence]
    others = [
        [one.measure.title, capital_first(one.measure.status), "Only live measures are reported"]
        for one in report.not_live
    ]
    return waiting + others


def _entry(number: int, entry: KpiEntry) -> View:
    measure, finding, band = entry.measure, entry.finding, entry.band
    return {
        "id": measure.id,
        "title": measure.title,
        "sentence": sentence_of(entry),
        "verdict": verdict_on(finding),
        "method": finding.method if finding else "none",
        "value": value_of(entry.latest),
        "period": entry.latest.period,
        "in_full": f"{capital_first(value_in_full(entry.latest))}.",
        "is_older": entry.is_older,
        "value_before": value_of(entry.year_before),
        "period_before": entry.year_before.period,
        "in_full_before": f"{capital_first(value_in_full(entry.year_before))}.",
        "target": entry.target,
        "band": band.sentence if band else "",
        "band_word": capital_first(band.place) if band else "None",
        "band_note": band.note if band else "",
        "flags": [flag_sentence(one) for one in entry.flags],
        "figure": _figure(number, entry),
        "no_chart": entry.no_chart,
        "why": measure.why,
        "status": capital_first(measure.status),
        "version": measure.version,
        "owner": measure.owner or "not named",
        "source": measure.source,
        "caveats": list(entry.caveats),
    }


def _figure(number: int, entry: KpiEntry) -> View | None:
    """The control chart; what to mind stands once, under the measure."""
    if entry.control is None:
        return None
    figure = Figure(f"control-{entry.measure.id}", entry.chart_title, entry.control, entry.measure.source)
    chart = draw_chart(figure.drawing, title=figure.title, source=figure.source)
    return figure_view(figure, chart, label=f"Chart {number}")
