"""What the overview stands on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from wardmote.definitions.catalogue import all_measures
from wardmote.definitions.measure import Measure
from wardmote.evidence.evidence import Evidence
from wardmote.evidence.ledger import Load
from wardmote.measures.finding import Finding
from wardmote.web.insight.queries.findings import partnership_findings
from wardmote.web.insight.queries.held import held
from wardmote.web.insight.queries.series import horizon


@dataclass(frozen=True)
class OverviewAnswer:
    """Findings of change for the whole partnership, loads oldest first, and the months held of each force."""

    measures: Mapping[str, Measure]
    findings: tuple[Finding, ...]
    loads: tuple[Load, ...]
    months_by_force: Mapping[str, tuple[date, ...]]
    lacking: tuple[str, ...]


def overview_answer(evidence: Evidence) -> OverviewAnswer:
    """What changed, what is new and what is missing."""
    months, names = held(evidence).incidents, held(evidence).force_names
    seen = horizon(evidence).months
    findings = partnership_findings(evidence, start=seen[0], end=seen[-1])
    return OverviewAnswer(
        measures={measure.id: measure for measure in all_measures()},
        findings=tuple(one for one in findings if one.kind == "change"),
        loads=evidence.loads,
        months_by_force={
            names[force]: tuple(sorted(months[force])) for force in evidence.geography.home_forces if force in months
        },
        lacking=evidence.geography.membership.needed,
    )
