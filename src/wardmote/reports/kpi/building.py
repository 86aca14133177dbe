"""From evidence to the quarterly report."""

from collections.abc import Iterable, Sequence

from wardmote.assessment.sources import sources_of
from wardmote.definitions.catalogue import all_measures
from wardmote.definitions.measure import Measure
from wardmote.errors import NotAvailable
from wardmote.evidence.evidence import Evidence
from wardmote.measures.finding import Finding
from wardmote.measures.findings.finding_all import findings_across
from wardmote.measures.unnamed_places import unnamed_places_sentences
from wardmote.reports.kpi.content import KpiEntry, KpiReport, NotReported
from wardmote.reports.kpi.entries import entry_of
from wardmote.reports.kpi.news import new_definitions, news_of
from wardmote.reports.kpi.quarter import Quarter, read_quarter

METHOD = (
    "Each sentence compares twelve months with the twelve before, up to the end of the quarter.",
    "Two quarters stand beside it and are not tested: a quarter is short, and the season hides in it.",
    "Findings of all measures are corrected for having been looked at together (Benjamini-Hochberg).",
    "What changed since the quarter before is found by asking the same evidence as it stands now for both quarters.",
    "Counts of 1 to 4 that no publisher has released are not shown, nor is anything that would give them away.",
    "A benchmark is compared with the twelve months up to the quarter’s end, because benchmarks are published for years.",
    "A missing month is a gap. It is never counted as zero, and a quarter with a missing month has no figure.",
    "A measure whose people have to be followed for a year is shown for the newest quarter in which that is possible.",
)
# Pounds and members are not events that arrive by chance: tests made for counts say nothing of them.
_NOT_TESTED = {"total", "latest"}


def build_kpi_report(evidence: Evidence, *, quarter: str, measures: Iterable[Measure] | None = None) -> KpiReport:
    """The report for a quarter written like `2024-25 Q4`, of every measure in the catalogue unless some are given.

    Raises BadInput for a quarter that is not one, and NotAvailable where no live measure has anything loaded.
    """
    asked, chosen = read_quarter(quarter), tuple(all_measures() if measures is None else measures)
    live = [measure for measure in chosen if measure.status == "live"]
    tested = [measure for measure in live if measure.calculation not in _NOT_TESTED]
    findings = findings_across(evidence, tested, end=asked.last)
    entries, without = _entries(evidence, live, asked, findings)
    if not entries:
        raise NotAvailable(f"no live measure has figures for {asked.label}", do="load the files of that quarter first")
    before = findings_across(evidence, tested, end=asked.before.last)
    return KpiReport(
        partnership=evidence.workspace.name,
        quarter=asked,
        news=(*news_of(findings, before), *new_definitions(live, asked)),
        entries=entries,
        without_evidence=without,
        not_live=tuple(NotReported(one, one.status) for one in chosen if one.status != "live"),
        method=METHOD,
        sources=sources_of(evidence),
        load=evidence.number,
    )


def _entries(
    evidence: Evidence, live: Sequence[Measure], quarter: Quarter, findings: Sequence[Finding]
) -> tuple[tuple[KpiEntry, ...], tuple[NotReported, ...]]:
    """Those that can be measured, and those that cannot with the reason."""
    entries, without = [], []
    for measure in live:
        own = [finding for finding in findings if finding.measure == measure.id]
        try:
            entry = entry_of(evidence, measure, quarter, own)
        except NotAvailable as error:
            without.append(NotReported(measure, error.what))
            continue
        if entry.latest.value is None and entry.latest.status in {"none", "gap"}:
            without.append(NotReported(measure, _why_without(evidence, measure, quarter)))
        else:
            entries.append(entry)
    return tuple(entries), tuple(without)


def _why_without(evidence: Evidence, measure: Measure, quarter: Quarter) -> str:
    """Why there is no figure: for want of a list of priority places, where it is that."""
    unnamed = unnamed_places_sentences(evidence, measure, months=(quarter.last,))
    return unnamed[0].rstrip(".") if unnamed else f"has no figure for {quarter.label} or the five quarters before"
