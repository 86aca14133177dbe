"""All findings of a measure, or of several looked at together."""

from collections.abc import Iterable
from datetime import date

from wardmote.definitions.measure import Measure
from wardmote.errors import NotAvailable
from wardmote.evidence.evidence import Evidence
from wardmote.measures.finding import Finding
from wardmote.measures.findings.benchmark import draft_benchmarks
from wardmote.measures.findings.change import draft_changes
from wardmote.measures.findings.control import draft_controls
from wardmote.measures.findings.draft import Draft, settle
from wardmote.measures.findings.inequality import draft_inequalities
from wardmote.measures.findings.interruption import draft_interruptions
from wardmote.measures.findings.late_records import draft_late_records
from wardmote.measures.findings.people_change import draft_people_changes
from wardmote.measures.findings.ranks import draft_ranks
from wardmote.measures.findings.season import draft_seasons
from wardmote.measures.findings.severity import draft_severity_changes
from wardmote.measures.findings.standing import draft_standings
from wardmote.measures.findings.subject import subject_of
from wardmote.measures.findings.trend import draft_trends
from wardmote.measures.series import AreaKind

_DRAFTERS = (
    draft_changes,
    draft_trends,
    draft_controls,
    draft_seasons,
    draft_benchmarks,
    draft_interruptions,
    draft_late_records,
    draft_standings,
    draft_ranks,
    draft_inequalities,
)


def find_findings(
    evidence: Evidence,
    measure: Measure,
    *,
    by: AreaKind = "partnership",
    start: date | None = None,
    end: date | None = None,
) -> tuple[Finding, ...]:
    """What may be said of one measure in each area, judged up to the month `end`; areas are corrected together.

    Months before the last twelve are compared with or serve as history, back to `start` (all there are where None).
    """
    return settle(_drafts(evidence, measure, by=by, start=start, end=end))


def findings_across(
    evidence: Evidence,
    measures: Iterable[Measure],
    *,
    by: AreaKind = "partnership",
    start: date | None = None,
    end: date | None = None,
) -> tuple[Finding, ...]:
    """The findings of several measures, corrected for all of them and their areas together.

    Measures whose evidence is not loaded are passed over.
    """
    drafts: list[Draft] = []
    for measure in measures:
        try:
            drafts += _drafts(evidence, measure, by=by, start=start, end=end)
        except NotAvailable:
            continue
    return settle(drafts)


def _drafts(evidence: Evidence, measure: Measure, *, by: AreaKind, start: date | None, end: date | None) -> list[Draft]:
    if measure.people or measure.follow_up:
        return list(draft_people_changes(evidence, measure, by=by, end=end))
    subject = subject_of(evidence, measure, by=by, start=start, end=end)
    if not subject.months:
        raise NotAvailable("nothing is loaded for these months", where=measure.id, do="load the police files first")
    if measure.severity:
        return list(draft_severity_changes(subject))
    return [draft for drafter in _DRAFTERS for draft in drafter(subject)]
