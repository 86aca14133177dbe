"""The report as a workbook: one table a sheet."""

import math
from collections.abc import Iterator, Sequence

from wardmote.assessment.wording import capital_first
from wardmote.reports.kpi.content import KpiEntry, KpiReport, Reading
from wardmote.reports.kpi.view import LEFT_OUT, SUMMARY_NOTE, TITLE, headline_of, left_out_rows
from wardmote.reports.kpi.words import sentence_of, verdict_on
from wardmote.reports.spreadsheets.workbook import NOT_APPLICABLE, NOT_AVAILABLE, SUPPRESSED, Cell, Sheet, Workbook

_NUMBERS = ("Value", "Lower 95% limit", "Upper 95% limit", "Count", "Base")
_BEFORE = tuple(f"{heading} a year before" for heading in _NUMBERS)
_FIGURES = ("Measure", "Unit", "Quarter", *_NUMBERS, "Quarter a year before", *_BEFORE)
_FINDINGS = ("Measure", "What may be said", "More than chance explains", "Months compared", "Test")
_BENCHMARKS = ("Measure", "Target", "Benchmark", "Where it stands", "What to mind")
_FLAGS = ("Measure", "Flag", "Records that answer it (%)", "Quarter")
_MONTHS = ("Measure", "Month", "Value", "Charted", "Usual range from", "Usual range to", "Signal")
_DEFINITIONS = ("Measure", "Id", "Version", "Status", "Owner", "Why it matters", "What to mind", "Source")


def workbook_of(report: KpiReport) -> Workbook:
    """Cover, contents, notes, and a sheet for figures, findings, benchmarks, flags, months, definitions and the rest."""
    period = f"{report.quarter.label}, {report.quarter.in_words}"
    return Workbook(
        title=f"{TITLE} {report.quarter.label}: {report.partnership}",
        author=report.partnership,
        cover=(
            f"Live measures of {report.partnership} for {period}.",
            headline_of(report),
            f"Every figure was counted from the evidence as it stood after load {report.load}.",
            "Each sheet holds one table. What the marks in square brackets mean is on the sheet Notes.",
            "The same report as a page, with charts, is in kpi.html beside this file.",
        ),
        notes=(SUMMARY_NOTE, *report.method, *report.sources),
        tables=tuple(_sheets(report)),
    )


def _sheets(report: KpiReport) -> Iterator[Sheet]:
    each = report.entries
    news = [(one,) for one in report.news]
    yield _sheet("Changes", f"What changed since {report.quarter.before.label}", ("Change",), news)
    yield _sheet("Figures", f"Figures for {report.quarter.label}", _FIGURES, [_figures(one) for one in each])
    yield _sheet("Findings", "What may be said of each measure", _FINDINGS, [_finding(one) for one in each])
    yield _sheet("Benchmarks", "Targets and benchmarks", _BENCHMARKS, [_benchmark(one) for one in each])
    flags = [row for one in each for row in _flags(one)]
    yield _sheet("Flags", "How complete the flags are that measures choose by", _FLAGS, flags)
    months = [row for one in each for row in _months(one)]
    yield _sheet("Months", "The months of each control chart", _MONTHS, months)
    yield _sheet("Definitions", "Definitions of the measures", _DEFINITIONS, [_definition(one) for one in each])
    left_out = [tuple(row) for row in left_out_rows(report)]
    yield _sheet("Not_reported", "Measures that are not reported", LEFT_OUT, left_out)


def _sheet(tab: str, title: str, header: tuple[str, ...], rows: Sequence[tuple[Cell, ...]]) -> Sheet:
    """A table with nothing in it says so in a row of its own."""
    nothing = ("None", *(NOT_APPLICABLE for _ in header[1:]))
    return Sheet(tab, title, (), header, tuple(rows) or (nothing,))


def _figures(entry: KpiEntry) -> tuple[Cell, ...]:
    now, before = entry.latest, entry.year_before
    return (entry.measure.title, now.unit, now.period, *_numbers(now), before.period, *_numbers(before))


def _numbers(reading: Reading) -> tuple[Cell, ...]:
    """A measure without an interval or a base is told from one whose figure is missing."""
    missing = SUPPRESSED if reading.status == "suppressed" else NOT_AVAILABLE
    instead = NOT_APPLICABLE if reading.value is not None else missing
    cells = (reading.value, reading.lower, reading.upper, reading.count, reading.base)
    return tuple(instead if cell is None else _tidy(cell) for cell in cells)


def _tidy(value: float) -> Cell:
    """A whole number where it is one, and otherwise no more digits than the figures deserve."""
    return round(value) if value == round(value) else round(value, 2)


def _finding(entry: KpiEntry) -> tuple[Cell, ...]:
    finding = entry.finding
    periods, method = (finding.periods, finding.method) if finding else (NOT_APPLICABLE, NOT_APPLICABLE)
    return (entry.measure.title, sentence_of(entry), verdict_on(finding), periods, method)


def _benchmark(entry: KpiEntry) -> tuple[Cell, ...]:
    band = entry.band
    stands = (band.sentence, capital_first(band.place), band.note or "None") if band else (NOT_APPLICABLE,) * 3
    return (entry.measure.title, entry.target or "None is set", *stands)


def _flags(entry: KpiEntry) -> Iterator[tuple[Cell, ...]]:
    for one in entry.flags:
        known = (_numbers(one.reading)[0], one.reading.period) if one.reading else (NOT_AVAILABLE, NOT_AVAILABLE)
        yield entry.measure.title, one.flag, *known


def _months(entry: KpiEntry) -> Iterator[tuple[Cell, ...]]:
    if entry.control is None:
        return
    (series,), chart = entry.control.series, entry.control.chart
    for j, period in enumerate(series.periods):
        why = entry.control.why_unjudged(j)
        signal = f"not judged: {why}" if why else "; ".join(chart.signals[j]) or "none"
        numbers = (series.value[0, j], entry.control.shown[j], chart.lower[j], chart.upper[j])
        cells = tuple(NOT_AVAILABLE if math.isnan(number) else _tidy(float(number)) for number in numbers)
        yield (entry.measure.title, f"{period.last:%Y-%m}", *cells, signal)


def _definition(entry: KpiEntry) -> tuple[Cell, ...]:
    measure = entry.measure
    owner, caveats = measure.owner or "Not named", " ".join(entry.caveats) or "None"
    return (
        measure.title,
        measure.id,
        measure.version,
        capital_first(measure.status),
        owner,
        measure.why,
        caveats,
        measure.source,
    )
