"""The list of measures."""

from dataclasses import dataclass

from wardmote.definitions.measure import Measure
from wardmote.measures.finding import Finding
from wardmote.web.core.components import Cell, Table
from wardmote.web.core.wording import plural, sentence_case
from wardmote.web.insight.presenters.addresses import measure_address
from wardmote.web.insight.presenters.findings import change_words, verdict
from wardmote.web.insight.queries.overview import OverviewAnswer

_CAPTIONS = {"crimes": "Crimes", "incidents": "Incidents", "outcomes": "Outcomes", "searches": "Searches"}


@dataclass(frozen=True)
class MeasuresPage:
    """One sentence, and a table for each kind of thing that is counted."""

    headline: str
    tables: tuple[Table, ...]


def measures_page(answer: OverviewAnswer) -> MeasuresPage:
    """Every measure of the catalogue, with how it changed where that can be said."""
    findings = {finding.measure: finding for finding in answer.findings}
    measures = tuple(answer.measures.values())
    kinds = tuple(kind for kind in _CAPTIONS if any(measure.counts == kind for measure in measures))
    periods = f" ({answer.findings[0].periods})" if answer.findings else ""
    return MeasuresPage(
        headline=f"{plural(len(measures), 'measure')}: what each counts, and how it changed{periods}.",
        tables=tuple(
            _table(_CAPTIONS[kind], tuple(one for one in measures if one.counts == kind), findings) for kind in kinds
        ),
    )


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
