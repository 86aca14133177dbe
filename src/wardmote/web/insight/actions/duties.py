"""Naming who answers for a partner's information."""

from wardmote.evidence.duties.officers import Liaison, name_officer
from wardmote.evidence.evidence import Evidence
from wardmote.web.insight.queries.duties import DutyAnswer


def name_liaison(evidence: Evidence, answer: DutyAnswer, *, source: str, officer: str, deputy: str) -> None:
    """Write the officer and deputy of a `source`, given as partner and source with a bar between."""
    partner, _, id_ = source.rpartition("|")
    named = Liaison(partner, id_, " ".join(officer.split()), " ".join(deputy.split()))
    name_officer(evidence.workspace.folder, answer.calendar.liaisons, named)
