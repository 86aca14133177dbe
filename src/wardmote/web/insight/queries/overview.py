"""What the overview stands on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from wardmote.definitions.catalogue import all_measures
from wardmote.definitions.measure import Measure
from wardmote.errors import NotAvailable
from wardmote.evidence.evidence import Evidence
from wardmote.evidence.ledger import Load
from wardmote.measures.finding import Finding
from wardmote.web.core.workspace import evidence_after
from wardmote.web.insight.queries.findings import partnership_findings
from wardmote.web.insight.queries.held import held
from wardmote.web.insight.queries.series import horizon


@dataclass(frozen=True)
class OverviewAnswer:
    """Findings of change for the whole partnership, loads oldest first, and the months held of each force.

    `before` are the findings as the last meeting could know them: none where nothing had been loaded, or where there
    was no meeting to compare with.
    """

    measures: Mapping[str, Measure]
    findings: tuple[Finding, ...]
    loads: tuple[Load, ...]
    months_by_force: Mapping[str, tuple[date, ...]]
    lacking: tuple[str, ...]
    before: tuple[Finding, ...] = ()


def overview_answer(evidence: Evidence, *, since: date | None = None) -> OverviewAnswer:
    """What changed, what is new and what is missing; `since` is the day of the last meeting."""
    months, names = held(evidence).incidents, held(evidence).force_names
    return OverviewAnswer(
        measures={measure.id: measure for measure in all_measures()},
        findings=_changes(evidence),
        loads=evidence.loads,
        months_by_force={
            names[force]: tuple(sorted(months[force])) for force in evidence.geography.home_forces if force in months
        },
        lacking=evidence.geography.membership.needed,
        before=_known_on(evidence, since) if since else (),
    )


def _changes(evidence: Evidence) -> tuple[Finding, ...]:
    seen = horizon(evidence).months
    found = partnership_findings(evidence, start=seen[0], end=seen[-1])
    return tuple(one for one in found if one.kind == "change")


def _known_on(evidence: Evidence, day: date) -> tuple[Finding, ...]:
    """The findings of the newest load that was there on that day; where it could tell nothing yet, none."""
    loads = [load.number for load in evidence.loads if load.loaded_at.date() <= day]
    try:
        return _changes(evidence_after(max(loads))) if loads else ()
    except NotAvailable:
        return ()
