"""The strategic assessment, made once for each load and each change of the plan, and kept in memory."""

from dataclasses import dataclass
from functools import lru_cache

from wardmote.assessment.building import build_assessment
from wardmote.assessment.carried_out import PlanCarriedOut
from wardmote.assessment.document import Assessment
from wardmote.evidence.evidence import Evidence
from wardmote.measures.exchange import to_csv
from wardmote.measures.periods import financial_year, financial_year_label
from wardmote.reports.pdf import render_pdf
from wardmote.reports.view import View, draw_figures, view_of
from wardmote.web.core.plan_told import plan_told
from wardmote.web.insight.queries.series import horizon


@dataclass(frozen=True)
class DrawnAssessment:
    """An assessment, and the plain view of it with its charts drawn."""

    assessment: Assessment
    view: View


def years(evidence: Evidence) -> tuple[str, ...]:
    """The financial years that lie wholly between the first and the last month loaded, newest first."""
    months = horizon(evidence).months
    labels = dict.fromkeys(financial_year_label(month) for month in reversed(months))
    ends = ((label, financial_year(label)) for label in labels)
    return tuple(label for label, year in ends if year and months[0] <= year[0] and year[1] <= months[-1])


def drawn_assessment(evidence: Evidence, year: str) -> DrawnAssessment:
    """The assessment of a year, with how far its plan was carried out by now; raises what `build_assessment` raises."""
    return _drawn(evidence, year, plan_told(year))


@lru_cache(maxsize=4)
def _drawn(evidence: Evidence, year: str, plan: PlanCarriedOut | None) -> DrawnAssessment:
    assessment = build_assessment(evidence, year=year, plan=plan)
    return DrawnAssessment(assessment, view_of(assessment, draw_figures(assessment)))


def assessment_pdf(evidence: Evidence, year: str) -> bytes:
    """The same assessment as a tagged PDF."""
    return _pdf(evidence, year, plan_told(year))


@lru_cache(maxsize=2)
def _pdf(evidence: Evidence, year: str, plan: PlanCarriedOut | None) -> bytes:
    return render_pdf(_drawn(evidence, year, plan).view)


def figure_csv(evidence: Evidence, year: str, figure_id: str) -> str | None:
    """The figures behind one figure; None where the assessment has no figure of this id."""
    found = {figure.id: figure for figure in drawn_assessment(evidence, year).assessment.figures}
    return to_csv(found[figure_id].drawing.series) if figure_id in found else None
