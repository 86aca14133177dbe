"""The list of measures."""

from dataclasses import dataclass

from wardmote.definitions.measure import Measure
from wardmote.measures.finding import Finding
from wardmote.web.core.components import Cell, Table
from wardmote.web.core.wording import plural, sentence_case
from wardmote.web.insight.presenters.addresses import measure_address
from wardmote.web.insight.presenters.findings import change_words, verdict
from wardmote.web.insight.queries.overview import OverviewAnswer

# What is counted, by the heading under which it stands in the list.
_GROUPS: dict[str, frozenset[str]] = {
    "Crimes": frozenset({"crimes"}),
    "Incidents and attendances": frozenset({"incidents", "events"}),
    "People and cases": frozenset({"people"}),
    "How crimes ended": frozenset({"outcomes", "searches"}),
    "Activity and savings": frozenset({"sessions", "places", "hours", "things", "pounds"}),
}
_COMPLETENESS = "How complete the records are"


@dataclass(frozen=True)
class MeasuresPage:
    """One sentence, and a table for each kind of thing that is counted."""

    headline: str
    tables: tuple[Table, ...]


def measures_page(answer: OverviewAnswer) -> MeasuresPage:
    """Every measure of the catalogue, with how it changed where that can be said."""
    findings = {finding.measure: finding for finding in answer.findings}
    measures = tuple(answer.measures.values())
    grouped: dict[str, list[Measure]] = {group: [] for group in (*_GROUPS, _COMPLETENESS)}
    for measure in measures:
        grouped[_group(measure)].append(measure)
    periods = f" ({answer.findings[0].periods})" if answer.findings else ""
    return MeasuresPage(
        headline=f"{plural(len(measures), 'measure')}: what each counts, and how it changed{periods}.",
        tables=tuple(_table(group, tuple(found), findings) for group, found in grouped.items() if found),
    )


def _group(measure: Measure) -> str:
    if measure.numerator.answered:
        return _COMPLETENESS
    return next(group for group, kinds in _GROUPS.items() if measure.counts in kinds)


def _table(caption: str, measures: tuple[Measure, ...], findings: dict[str, Finding]) -> Table:
    return Table(
        caption=caption,
        heads=("Measure", "Change", "How sure"),
        rows=tuple(_row(measure, findings.get(measure.id)) for measure in measures),
    )


def _row(measure: Measure, finding: Finding | None) -> tuple[Cell, ...]:
    name = Cell(measure.title, href=measure_address(measure.id), note=measure.why)
    if finding is None:
        return (name, Cell("Not available"), Cell("Not loaded, or too few months"))
    return (name, Cell(sentence_case(change_words(finding, measure=measure))), Cell(verdict(finding)))
